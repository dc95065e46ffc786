import { factKind } from '../facts/kinds.ts'
import { type FactName, type FactValue, factSchemas, isFactName } from '../facts/schema.ts'
import { type Topic, topics } from '../facts/topics.ts'

/** A question is asked for a fact and named after it; `topics` comes before all others. */
export type QuestionId = FactName | 'topics'

/** What a person can answer: a fact's value, or the topics chosen. */
export type AnswerValue = FactValue | readonly Topic[]

/** Why an answer has no value. */
export type Because = 'unknown' | 'refused'

export type QuestionKind = 'choice' | 'choices' | 'number' | 'numbers' | 'month' | 'place'

/** How a question is put: what can be chosen or written. */
export interface QuestionForm {
  readonly kind: QuestionKind
  /** Values to choose from; empty where something is written. */
  readonly options: readonly (string | boolean)[]
  readonly min?: number
  readonly max?: number
}

/** Whether a string names a question. */
export const isQuestionId = (id: string): id is QuestionId => id === 'topics' || isFactName(id)

/** The question that settles a fact: a place settles Kreis and municipality at once. */
export const questionOf = (fact: FactName): QuestionId => (fact === 'gemeinde' ? 'kreis' : fact)

/** How the question for a fact is put; `offered` are the topics that there are dialogues for. */
export function questionForm(id: QuestionId, offered: readonly Topic[] = topics): QuestionForm {
  if (id === 'topics') return { kind: 'choices', options: offered }
  const kind = factKind(id)
  switch (kind.kind) {
    case 'yesNo':
      return { kind: 'choice', options: [true, false] }
    case 'choice':
      return { kind: 'choice', options: kind.values }
    case 'choices':
      return { kind: 'choices', options: kind.values }
    case 'number':
    case 'numbers':
      return { kind: kind.kind, options: [], min: kind.min, max: kind.max }
    case 'month':
    case 'place':
      return { kind: kind.kind, options: [] }
    default:
      return kind satisfies never
  }
}

/** A value that fits the question, or `undefined`. Places are resolved elsewhere. */
export function parseValue(
  id: QuestionId,
  raw: unknown,
  offered: readonly Topic[] = topics,
): AnswerValue | undefined {
  if (id === 'topics') {
    if (!Array.isArray(raw)) return undefined
    const chosen = offered.filter(topic => raw.includes(topic))
    return chosen.length === new Set(raw).size ? chosen : undefined
  }
  // A choice counts once, however often it was sent; two children may be of one age.
  const sent = Array.isArray(raw) && questionForm(id).kind === 'choices' ? [...new Set(raw)] : raw
  const parsed = factSchemas[id].safeParse(sent)
  return parsed.success ? parsed.data : undefined
}
