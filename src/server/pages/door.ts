import { type Colour, digitsOf } from '../accent.ts'

/** Where a page is seen: at the service itself, or in a frame on another site, perhaps in that site's colour. */
export interface Door {
  readonly path: '' | '/frame'
  readonly accent?: Colour | undefined
}

/** The service's own pages. */
export const ownDoor: Door = { path: '' }

/** The address of a page behind a door, which keeps the site's colour. */
export function addressIn({ path, accent }: Door, rest: string): string {
  return `${path}${rest}${accent ? `?accent=${digitsOf(accent)}` : ''}`
}
