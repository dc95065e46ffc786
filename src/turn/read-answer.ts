import type { Answer } from '../dialogue/conversation.ts'
import { type AnswerValue, type Because, parseValue, type QuestionId } from '../dialogue/question.ts'
import { offeredTopics } from '../dialogue/replay.ts'
import type { Place } from '../facts/places.ts'
import type { TurnFault } from './turn.ts'
import type { World } from './world.ts'

/** An answer read against its question: clear, one of several places, or at fault. */
export type ReadAnswer =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'places'; readonly places: readonly Place[] }
  | { readonly kind: 'fault'; readonly fault: TurnFault }

/** Reads what was sent as the answer to a question; `null` is a respected answer to every question. */
export function readAnswer(
  world: World,
  question: QuestionId,
  raw: unknown,
  because: Because | undefined,
): ReadAnswer {
  if (raw === null)
    return { kind: 'answer', answer: { question, value: null, because: because ?? 'unknown' } }
  if (question === 'kreis') return readPlace(world, raw)
  const value = parseValue(question, raw, offeredTopics(world.flows))
  return value === undefined
    ? { kind: 'fault', fault: { code: 'value.invalid', field: 'value', question } }
    : answered(question, value)
}

/** Reads a place by AGS, postal code or name. */
export function readPlace(world: World, raw: unknown): ReadAnswer {
  const invalid = (code: 'value.invalid' | 'place.unknown'): ReadAnswer => ({
    kind: 'fault',
    fault: { code, field: 'value', question: 'kreis' },
  })
  if (typeof raw !== 'string') return invalid('value.invalid')
  const places = world.gazetteer.resolve(raw)
  const [first] = places
  if (!first) return invalid('place.unknown')
  return places.length === 1 ? answered('kreis', first.ags) : { kind: 'places', places }
}

const answered = (question: QuestionId, value: AnswerValue): ReadAnswer => ({
  kind: 'answer',
  answer: { question, value },
})
