import { z } from 'zod'

/** Kinds of offices that a person's Kreis or municipality decides; each has its name under `offices` in `ui.json`. */
export const officeKinds = [
  'jobcenter',
  'arbeitsagentur',
  'familienkasse',
  'jugendamt',
  'sozialamt',
  'auslaenderbehoerde',
  'gesundheitsamt',
  'wohngeldbehoerde',
  'versorgungsamt',
  'schulamt',
  'regierungspraesidium',
  'gemeinde',
] as const

export type OfficeKind = (typeof officeKinds)[number]

const checked = {
  /** The page on which it was read. */
  source: z.url(),
  checked: z.iso.date(),
  state: z.enum(['read', 'unconfirmed']),
}

/** `catalogue/kreise.yaml`: the official web address of each Kreis (5-digit AGS) and city with special status (8). */
export const kreiseFileSchema = z.record(
  z.string().regex(/^06(\d{3}|\d{6})$/),
  z.strictObject({ website: z.url({ protocol: /^https$/ }), ...checked }),
)

export type KreisWebsites = z.infer<typeof kreiseFileSchema>

/** `catalogue/offices.yaml`: offices that have a name, an area or an address of their own. */
export const officesFileSchema = z.array(
  z.strictObject({
    kind: z.enum(officeKinds),
    /** The office's own name. */
    name: z.string().min(3),
    /** Where it is responsible: AGS of Kreise (5 digits) or municipalities (8), or `06` for all of Hesse. */
    area: z.array(z.string().regex(/^06(\d{3}|\d{6})?$/)).min(1),
    url: z.url({ protocol: /^https$/ }).exactOptional(),
    phone: z
      .string()
      .regex(/^(\+49\d{5,13}|1\d{2,5})$/)
      .exactOptional(),
    ...checked,
  }),
)

export type Office = z.infer<typeof officesFileSchema>[number]
