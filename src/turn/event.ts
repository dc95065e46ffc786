import { z } from 'zod'

/** Longest free text that is read, in characters. */
export const maxText = 2000

const tag = z.string().min(2).max(35)
const question = z.string().min(1).max(64)
const because = z.enum(['unknown', 'refused'])
const token = z.string().min(1).max(16_384)
/** What an answer may hold before it is read against its question. */
const value = z.union([
  z.boolean(),
  z.number(),
  z.string().max(200),
  z.null(),
  z.array(z.union([z.number(), z.string().max(64)])).max(64),
])

/** What a person can do: the events of a conversation (public interface). */
export const eventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('start'),
    lang: tag,
    topics: z.array(z.string().max(64)).max(64).exactOptional(),
    kreis: z.string().max(200).exactOptional(),
    resume: token.exactOptional(),
  }),
  z.strictObject({ type: z.literal('answer'), question, value, because: because.exactOptional() }),
  /** `question` is the answered one that was put again, where the text is said to it. */
  z.strictObject({
    type: z.literal('say'),
    text: z.string().max(maxText),
    question: question.exactOptional(),
  }),
  z.strictObject({ type: z.literal('back') }),
  z.strictObject({ type: z.literal('change'), question, value, because: because.exactOptional() }),
  /** Puts an answered question again, so that its answer can be changed. */
  z.strictObject({ type: z.literal('revise'), question }),
  /** Takes answers back, as if they had not been given. */
  z.strictObject({ type: z.literal('retract'), questions: z.array(question).min(1).max(40) }),
  z.strictObject({ type: z.literal('language'), lang: tag }),
  z.strictObject({ type: z.literal('results') }),
  z.strictObject({ type: z.literal('offer'), id: z.string().min(1).max(100) }),
  z.strictObject({ type: z.literal('handover'), facts: z.array(z.string().max(64)).max(64) }),
  /** Keeps the answers on the person's device from now on, or no longer: their token then lives for days. */
  z.strictObject({ type: z.literal('keep'), wanted: z.boolean() }),
  z.strictObject({ type: z.literal('forget') }),
])

export type Event = z.infer<typeof eventSchema>
