import { z } from 'zod'

/** Texts of one namespace as they lie in a file: keys nested at will. */
export interface Texts {
  readonly [key: string]: string | Texts
}

const texts: z.ZodType<Texts> = z.record(z.string(), z.union([z.string(), z.lazy(() => texts)]))
const phrases = z.array(z.string().min(1))

/** The files of one language's folder. Everything but the last three is plain i18next JSON. */
export const localeSchema = z.strictObject({
  language: z.strictObject({
    /** BCP 47 tag and name of the folder. */
    code: z.string(),
    /** The language's own name. */
    name: z.string(),
    dir: z.enum(['ltr', 'rtl']),
    /** Nothing is called reviewed that no native reader has reviewed. */
    state: z.enum(['original', 'reviewed', 'draft']),
  }),
  ui: texts,
  questions: texts,
  criteria: texts,
  documents: texts,
  /** What a claim can mean for residence, by the names of `catalogue/risks.yaml`. */
  risks: z.record(z.string(), z.string()),
  offers: z.record(
    z.string(),
    z.strictObject({
      title: z.string(),
      summary: z.string(),
      nextStep: z.string(),
      notes: z.record(z.string(), z.string()).exactOptional(),
    }),
  ),
  /** Words and situations by which an offer is looked for. */
  lexicon: z.record(z.string(), phrases),
  /** Words in which people answer. */
  words: z.strictObject({
    yes: phrases,
    no: phrases,
    none: phrases,
    unknown: phrases,
    refused: phrases,
    numbers: z.record(z.string(), z.int().min(0).max(100)),
    and: phrases,
    years: phrases,
    months: phrases,
    children: phrases,
    filler: phrases,
    /** Words that turn a sentence round; `*` stands for any ending. */
    negations: phrases,
    /** Words that stand in every sentence: alone they look for nothing. */
    common: phrases,
  }),
  /** Phrases in which people tell of danger, and phrases that only look like it. */
  danger: z.strictObject({
    violence: phrases,
    suicide: phrases,
    child: phrases,
    trafficking: phrases,
    medical: phrases,
    homeless: phrases,
    harmless: phrases,
  }),
})

export type Locale = z.infer<typeof localeSchema>

/** All languages, the German original first. */
export type Locales = readonly Locale[]
