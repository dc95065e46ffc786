import { z } from 'zod'

/** Who runs a kind of office: the Kreis or kreisfreie Stadt, the municipality, or federation and state. */
type Level = 'kreis' | 'gemeinde' | 'above'

/** Kinds of offices that a person's place decides: their German names, as on the door, and who runs them. */
export const officeKinds = {
  jobcenter: { name: 'Jobcenter', level: 'kreis' },
  arbeitsagentur: { name: 'Agentur für Arbeit', level: 'above' },
  familienkasse: { name: 'Familienkasse', level: 'above' },
  jugendamt: { name: 'Jugendamt', level: 'kreis' },
  sozialamt: { name: 'Sozialamt', level: 'kreis' },
  auslaenderbehoerde: { name: 'Ausländerbehörde', level: 'kreis' },
  gesundheitsamt: { name: 'Gesundheitsamt', level: 'kreis' },
  wohngeldbehoerde: { name: 'Wohngeldbehörde', level: 'kreis' },
  versorgungsamt: { name: 'Hessisches Amt für Versorgung und Soziales', level: 'above' },
  schulamt: { name: 'Staatliches Schulamt', level: 'above' },
  regierungspraesidium: { name: 'Regierungspräsidium', level: 'above' },
  gemeinde: { name: 'Stadt- oder Gemeindeverwaltung', level: 'gemeinde' },
} as const satisfies { readonly [kind: string]: { readonly name: string; readonly level: Level } }

export type OfficeKind = keyof typeof officeKinds

/** A kind of office, as a file names it. */
export const officeKindSchema = z.custom<OfficeKind>(
  kind => typeof kind === 'string' && Object.hasOwn(officeKinds, kind),
  `must be one of ${Object.keys(officeKinds).join(', ')}`,
)

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
    kind: officeKindSchema,
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
