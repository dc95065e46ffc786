import { z } from 'zod'

/** `catalogue/regions.json`: Kreise, municipalities and postal codes of Hesse, with their attribution. */
export const regionsSchema = z.strictObject({
  about: z.string(),
  asOf: z.string(),
  attribution: z.array(z.string()).min(1),
  kreise: z.array(
    z.strictObject({
      ags: z.string().regex(/^06\d{3}$/),
      name: z.string(),
      shortName: z.string(),
      type: z.enum(['Landkreis', 'kreisfreie Stadt']),
    }),
  ),
  gemeinden: z.array(z.strictObject({ ags: z.string().regex(/^06\d{6}$/), name: z.string() })),
  postalCodes: z.record(z.string().regex(/^\d{5}$/), z.array(z.string().regex(/^06\d{6}$/)).min(1)),
})
