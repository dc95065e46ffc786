import { z } from 'zod'
import { factsSchema } from '../facts/schema.ts'
import { topicSchema } from '../facts/topics.ts'

/** Texts of one namespace as they lie in a file: keys nested at will. */
export interface Texts {
  readonly [key: string]: string | Texts
}

const texts: z.ZodType<Texts> = z.record(z.string(), z.union([z.string(), z.lazy(() => texts)]))
const phrases = z.array(z.string().min(1))

/** How a translation stands to the German it was made from; `npm run locales` keeps it. */
const status = z.strictObject({
  /** By key, what the German text was like and what the translation is like: two fingerprints. */
  texts: z.record(z.string(), z.string()),
  /** By key, who has read a text beside the German, when, and the fingerprints of what was read. */
  reviews: z.record(z.string(), z.strictObject({ by: z.string(), on: z.iso.date(), of: z.string() })),
})

export type Status = z.infer<typeof status>

/** What is said of one question. */
const question = z.strictObject({
  text: z.string(),
  /** Its name in a list of questions, a few words. */
  short: z.string(),
  why: z.string(),
  hint: z.string().exactOptional(),
  /** Label of the answer that none of the options is right. */
  none: z.string().exactOptional(),
  options: z.record(z.string(), z.string()).exactOptional(),
})

/** The files of one language's folder. Those that people are spoken to in are plain i18next JSON. */
export const localeSchema = z.strictObject({
  language: z.strictObject({
    /** BCP 47 tag and name of the folder. */
    code: z.string(),
    /** The language's own name. */
    name: z.string(),
    dir: z.enum(['ltr', 'rtl']),
    /** How numbers and dates are written; what is dialled and typed stays in Latin digits. */
    digits: z.enum(['latn', 'arab', 'arabext', 'beng', 'deva']).default('latn'),
  }),
  status,
  ui: texts,
  questions: z.record(z.string(), question),
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
    /** Where the tens of a number of several words stand: "twenty one" or "one and twenty". */
    tens: z.enum(['first', 'last']),
    and: phrases,
    years: phrases,
    /** Years of somebody's age alone: "years old". */
    old: phrases,
    months: phrases,
    /** Words that say a whole time, in months: "half a year", "newborn". */
    spans: z.record(z.string(), z.int().min(0)),
    children: phrases,
    /** Words that say how many children, and how many. */
    counted: z.record(z.string(), z.int().min(1)),
    /** Children born together, and how many. */
    twins: z.record(z.string(), z.int().min(2)),
    /** Words that say nothing beside a number. */
    filler: phrases,
    /** Names of months that the runtime does not know. */
    monthNames: z.record(z.string(), z.int().min(1).max(12)),
    /** Words that turn a month into a time before or after it. */
    beforeOrAfter: phrases,
    /** What stands before the name of a place: "I live in". */
    dwelling: phrases,
    /** Words that say nothing beside an answer; none that speak of somebody else or of another time. */
    around: phrases,
    or: phrases,
    /** Words that leave an answer open. */
    maybe: phrases,
    /** Words of an estimate: they leave a yes or no open, but not a level. */
    think: phrases,
    /** Words that turn a sentence round; `*` stands for any ending. */
    negations: phrases,
    /** Words that stand in every sentence: alone they look for nothing. */
    common: phrases,
    /** Words of matters that no offer is for, `*` for any ending: weather, football. */
    elsewhere: phrases.default([]),
    /** Names of people that are words of our lists as well: never counted, whatever was meant. */
    names: phrases.default([]),
  }),
  /**
   * What people say for an option, by question and option; "none" of a list, "0" of a number,
   * "unclear" for what answers the question but may mean several options.
   */
  synonyms: z.record(z.string(), z.record(z.string(), phrases)),
  /** Phrases in which people tell of danger, and phrases that only look like it. */
  danger: z.strictObject({
    /** Words that stand for each other in the patterns, by a name. */
    groups: z.record(z.string(), phrases).default({}),
    violence: phrases,
    suicide: phrases,
    child: phrases,
    trafficking: phrases,
    medical: phrases,
    homeless: phrases,
    harmless: phrases,
  }),
  /** Phrases in which people tell their situation, and what these mean. */
  situations: z.strictObject({
    entries: z.array(
      z.strictObject({
        phrases,
        topics: z.array(topicSchema).exactOptional(),
        /** Facts that the phrases leave no doubt of. */
        says: factsSchema.exactOptional(),
        /** Facts that are so where somebody plainly says the contrary. */
        denied: factsSchema.exactOptional(),
      }),
    ),
    /** Of whom a clause speaks that does not speak of the person. */
    others: phrases,
    /** Words by which a clause speaks of the person again. */
    self: phrases,
    /** How a clause begins that asks. */
    asking: phrases,
    /** Words that leave open whether it is so. */
    doubts: phrases,
    wishes: phrases,
    /** What a new clause begins with, where no sign parts it from the one before. */
    breaks: phrases,
    /** Ways to say a number, `#`, that answers a question. */
    numbers: z.strictObject({
      age: phrases,
      disabilityDegree: phrases,
      unemployedMonths: phrases,
      unemployedYears: phrases,
    }),
    /** Words around the month in which somebody came to Germany. */
    arrival: phrases,
    /** Words that the name of the place follows where somebody lives. */
    home: phrases,
  }),
})

export type Locale = z.infer<typeof localeSchema>

/** All languages, the German original first. */
export type Locales = readonly Locale[]
