import { factsOfPlace } from '../facts/places.ts'
import type { Facts } from '../facts/schema.ts'
import type { Topic } from '../facts/topics.ts'
import type { AnswerValue, Because, QuestionId } from './question.ts'

/** One answer. `volunteered` marks what a person said ahead of its question. */
export interface Answer {
  readonly question: QuestionId
  /** `null` where the person does not know or would rather not say. */
  readonly value: AnswerValue | null
  readonly because?: Because
  readonly volunteered?: true
}

/** A conversation is the ordered list of a person's answers; everything shown is derived from it. */
export interface Conversation {
  readonly lang: string
  readonly answers: readonly Answer[]
  /** The person asked to keep the answers on their device. */
  readonly isKept?: true
  /** What its hand-overs lie under, so that they go when the person forgets it; it opens none of them. */
  readonly handedOver?: readonly string[]
}

/** The facts that answers hold; the topics chosen are no fact, and a place settles Kreis and municipality. */
export function factsOf(answers: Iterable<Answer>): Facts {
  const found: Record<string, unknown> = {}
  for (const { question, value } of answers) {
    if (value === null || question === 'topics') continue
    if (question === 'kreis') Object.assign(found, factsOfPlace(String(value)))
    else found[question] = value
  }
  return found
}

/** The topics that the person chose; empty while nothing was chosen. */
export function chosenTopics(answers: Iterable<Answer>, offered: readonly Topic[]): readonly Topic[] {
  for (const { question, value } of answers) {
    if (question === 'topics' && Array.isArray(value))
      return offered.filter(topic => value.some(v => v === topic))
  }
  return []
}
