import Fuse, { type IFuseOptions } from 'fuse.js'

/** Finds strings that a typed one may be a misspelling of, most like ones first. */
export type NearLengths = (typed: string) => readonly { readonly item: string; readonly position: number }[]

/** How many candidates Fuse.js brings. */
const limit = 40

/**
 * Fuse.js over the strings of about one length alone: a misspelling is no longer or shorter than that.
 * `tolerated` is the share of the typed letters that may be wrong, one letter at least.
 */
export function createNearLengths(
  known: readonly string[],
  tolerated: number,
  options: IFuseOptions<string>,
): NearLengths {
  const made = new Map<number, { readonly fuse: Fuse<string>; readonly positions: readonly number[] }>()
  const ofLength = (length: number) => {
    const there = made.get(length)
    if (there) return there
    const near = Math.max(1, Math.floor(length * tolerated))
    const positions = known.flatMap((item, at) => (Math.abs(item.length - length) <= near ? [at] : []))
    const fuse = new Fuse(
      positions.map(at => known[at] ?? ''),
      options,
    )
    made.set(length, { fuse, positions })
    return { fuse, positions }
  }
  return typed => {
    const { fuse, positions } = ofLength(typed.length)
    return fuse
      .search(typed, { limit })
      .map(({ item, refIndex }) => ({ item, position: positions[refIndex] ?? refIndex }))
  }
}
