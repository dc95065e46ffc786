import { z } from 'zod'
import { type Facts, factNames, factsSchema } from '../facts/schema.ts'
import { topics } from '../facts/topics.ts'

/** What goes over the wire: turns, errors and offers (public interface). */

const value = z.union([
  z.boolean(),
  z.number(),
  z.string(),
  z.array(z.union([z.number(), z.string()])).readonly(),
])
const claim = z.enum(['entitlement', 'discretion', 'open'])
const verdict = z.enum(['eligible', 'undetermined', 'ineligible'])
const openBecause = z.array(z.enum(['facts', 'law', 'office']))

const contactMessage = z.strictObject({
  kind: z.enum(['phone', 'url', 'email', 'address']),
  value: z.string(),
  label: z.string(),
})

const reasonMessage = z.strictObject({
  /** Path of the criterion in the offer's rule. */
  criterion: z.string(),
  outcome: z.enum(['met', 'failed', 'unknown']),
  /** What the rule asks, as a sentence about the person. */
  text: z.string(),
  /** Where the outcome is `failed`: what is so instead, as a sentence about the person. */
  instead: z.string().exactOptional(),
  /** Title of the source, as in `sources`. */
  source: z.string(),
  /** The person's own answer that the outcome rests on, or that they left the question open. */
  answer: z.string().exactOptional(),
  /** The question behind it, where it was answered: a client can offer to change the answer. */
  question: z.string().exactOptional(),
})

/** An offer in brief: what a list needs. */
export const briefOfferSchema = z.strictObject({
  id: z.string(),
  verdict,
  title: z.string(),
  titleDe: z.string(),
  claim,
  openBecause: openBecause.exactOptional(),
  /** Why it is still open, or what refuses it, in a sentence about the person; where the turn has room for it. */
  because: z.string().exactOptional(),
})

/** An offer with everything, and with a verdict where a person is known. */
export const offerSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  titleDe: z.string(),
  summary: z.string(),
  nextStep: z.string(),
  topics: z.array(z.enum(topics)),
  claim,
  notes: z.array(z.string()).exactOptional(),
  verdict: verdict.exactOptional(),
  openBecause: openBecause.exactOptional(),
  reasons: z.array(reasonMessage).exactOptional(),
  missing: z.array(z.enum(factNames)).exactOptional(),
  /** What a claim can mean for the person's residence. */
  risks: z
    .array(
      z.strictObject({
        tone: z.enum(['care', 'fine']),
        /** It surely concerns this person. */
        mine: z.literal(true).exactOptional(),
        text: z.string(),
        source: z.strictObject({ title: z.string(), url: z.string(), checked: z.string() }),
        /** Id of the offer that advises on it. */
        advice: z.string().exactOptional(),
      }),
    )
    .exactOptional(),
  provider: z.string(),
  /** The office that is responsible where the person lives, by its German name. */
  responsible: z
    .strictObject({ name: z.string(), unconfirmed: z.literal(true).exactOptional() })
    .exactOptional(),
  area: z.union([z.enum(['hesse', 'kreis']), z.array(z.string())]),
  cost: z.enum(['free', 'fee', 'contribution', 'varies']),
  /** Those of the person's own place first. */
  contacts: z.array(contactMessage),
  /** Who helps on the spot, with the ways that stand first in `contacts` as well. */
  local: z
    .array(
      z.strictObject({
        name: z.string(),
        /** The name of its municipality or Kreis. */
        place: z.string(),
        hours: z.string().exactOptional(),
        /** The languages that are spoken there, as a list in words. */
        languages: z.string().exactOptional(),
        contacts: z.array(contactMessage),
        checked: z.string(),
      }),
    )
    .exactOptional(),
  documents: z.array(z.string()).exactOptional(),
  sources: z.array(
    z.strictObject({
      title: z.string(),
      url: z.string(),
      checked: z.string(),
      unconfirmed: z.literal(true).exactOptional(),
    }),
  ),
  status: z.enum(['active', 'restricted', 'ended']),
  successor: z.string().exactOptional(),
  translation: z.enum(['original', 'reviewed', 'draft']),
  /** Remarks and documents were left out for want of room: the event `offer` brings them. */
  shortened: z.literal(true).exactOptional(),
  /** How well a search found it, 0 to 1. */
  score: z.number().exactOptional(),
})

const transcriptEntry = z.strictObject({
  question: z.string(),
  text: z.string(),
  answer: z.strictObject({
    value: value.nullable(),
    because: z.enum(['unknown', 'refused']).exactOptional(),
    text: z.string(),
  }),
  /** The person said it ahead of its question. */
  volunteered: z.literal(true).exactOptional(),
})

const questionMessage = z.strictObject({
  id: z.string(),
  fact: z.enum(factNames).nullable(),
  kind: z.enum(['choice', 'choices', 'number', 'numbers', 'month', 'place']),
  text: z.string(),
  why: z.string(),
  hint: z.string().exactOptional(),
  options: z.array(z.strictObject({ value: z.union([z.string(), z.boolean()]), label: z.string() })),
  /** Places that the person may mean; any other can be named as well. */
  suggestions: z.array(z.strictObject({ value: z.string(), label: z.string() })).exactOptional(),
  /** Label of the answer `[]`. */
  none: z.string().exactOptional(),
  min: z.number().exactOptional(),
  max: z.number().exactOptional(),
  skippable: z.literal(true),
  /** What it costs to leave the question open. */
  price: z
    .strictObject({
      /** How many offers can then not be decided. */
      count: z.number(),
      text: z.string(),
      /** Their titles, where they are few; the most pressing first. */
      titles: z.array(z.string()),
    })
    .exactOptional(),
  /** The answer touches what the law protects most: beside the question stands that it is not stored. */
  sensitive: z.literal(true).exactOptional(),
  /** The question is answered already: what is chosen now goes out as `change`. */
  revision: z.literal(true).exactOptional(),
})

/** The answer to every event that could be taken. */
export const turnSchema = z.strictObject({
  type: z.literal('turn'),
  lang: z.string(),
  dir: z.enum(['ltr', 'rtl']),
  transcript: z.array(transcriptEntry),
  say: z.array(
    z.strictObject({
      kind: z.enum(['info', 'understood', 'notUnderstood', 'search', 'urgent']),
      text: z.string(),
      /** The question that the person answered unasked, so that the answer can be taken back with `retract`. */
      question: z.string().exactOptional(),
      /** The text is written in this language and offers to go on in it, with the event `language`. */
      lang: z.string().exactOptional(),
    }),
  ),
  question: questionMessage.nullable(),
  /** The interview rests here after many questions: results can be looked at before it goes on. */
  paused: z.literal(true).exactOptional(),
  progress: z.strictObject({ answered: z.number(), remaining: z.number() }),
  offers: z.array(z.union([offerSchema, briefOfferSchema])),
  counts: z.strictObject({ eligible: z.number(), undetermined: z.number(), ineligible: z.number() }),
  offer: offerSchema.nullable(),
  from: z.number(),
  urgent: z
    .strictObject({
      kind: z.string(),
      text: z.string(),
      offers: z.array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          titleDe: z.string(),
          contacts: z.array(contactMessage),
        }),
      ),
    })
    .nullable(),
  /** A hand-over that was just made. */
  handover: z
    .strictObject({
      /** As it is shown and read aloud. */
      code: z.string(),
      /** Opens it for who is shown it; the code stands behind the #, which no server sees. */
      url: z.string(),
      /** Until when, as a moment of ISO 8601. */
      expires: z.string(),
    })
    .exactOptional(),
  resume: z.string(),
  facts: factsSchema,
})

/** The answer to an event that could not be taken; the conversation goes on. */
export const errorSchema = z.strictObject({
  type: z.literal('error'),
  code: z.string(),
  text: z.string(),
  field: z.string().exactOptional(),
})

export type OfferMessage = z.infer<typeof offerSchema>
export type BriefOfferMessage = z.infer<typeof briefOfferSchema>
export type TurnMessage = Omit<z.infer<typeof turnSchema>, 'facts'> & { readonly facts: Facts }
export type QuestionMessage = z.infer<typeof questionMessage>
export type ErrorMessage = z.infer<typeof errorSchema>
export type Message = TurnMessage | ErrorMessage
