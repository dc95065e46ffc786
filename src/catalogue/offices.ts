import { z } from 'zod'

const office = z.strictObject({
  /** The official web address of the Kreis or kreisfreie Stadt. */
  website: z.url({ protocol: /^https$/ }),
  /** The page on which the address was read. */
  source: z.url(),
  checked: z.iso.date(),
  state: z.enum(['read', 'unconfirmed']),
})

/** `catalogue/kreise.yaml`: what is known of each Kreis, by its 5-digit AGS. */
export const officesFileSchema = z.record(z.string().regex(/^06\d{3}$/), office)

export type Offices = z.infer<typeof officesFileSchema>
