import { questionOf } from '../dialogue/question.ts'
import type { Position } from '../dialogue/replay.ts'
import type { FactName } from '../facts/schema.ts'

/** Why a fact has no value: the person does not know, would rather not say, was not asked yet, or it can't concern them. */
export type Lack = 'unknown' | 'refused' | 'notAsked' | 'notApplicable'

/** Why a fact that is not known is not known; these are kept apart, for each asks for another next step. */
export function lackOf({ answers, ahead }: Position, fact: FactName): Lack {
  const question = questionOf(fact)
  const skipped = answers.find(answer => answer.question === question)
  if (skipped) return skipped.because ?? 'unknown'
  return ahead.includes(question) ? 'notAsked' : 'notApplicable'
}
