import type { Answer } from '../../src/dialogue/conversation.ts'
import type { QuestionId } from '../../src/dialogue/question.ts'
import type { Day } from '../../src/facts/day.ts'
import type { Outcome } from '../../src/rules/verdict.ts'
import { assess } from '../../src/turn/assess.ts'
import { type Standing, stand } from '../../src/turn/standing.ts'
import type { World } from '../../src/turn/world.ts'
import type { RealisticPerson } from './realistic-people.ts'

/** How an interview went. */
export interface Interview {
  /** The questions put after the topics were chosen, in their order. */
  readonly asked: readonly QuestionId[]
  /** After how many of them every verdict was the one that full knowledge gives; `undefined` where some never was. */
  readonly reached: number | undefined
  readonly end: Standing
}

const outcomes = (assessed: readonly { readonly outcome: Outcome }[]): string =>
  assessed.map(({ outcome }) => outcome).join()

/** What the person says when asked; what they can't know, because it does not concern them, they leave open. */
const answerOf = ({ facts }: RealisticPerson, question: QuestionId): Answer => {
  const value = question === 'topics' ? undefined : facts[question]
  return value === undefined ? { question, value: null, because: 'unknown' } : { question, value }
}

/**
 * Interviews somebody about what they came for, until nothing more is asked.
 * `choose` picks from the questions that still matter, and all that lie ahead, the one to put.
 */
export function interviewOf(
  world: World,
  person: RealisticPerson,
  today: Day,
  choose: (standing: Standing) => QuestionId | undefined = ({ open }) => open[0],
): Interview {
  const target = outcomes(assess(world.offers, person.topics, person.facts, today))
  let answers: readonly Answer[] = [{ question: 'topics', value: person.topics }]
  const asked: QuestionId[] = []
  let reached: number | undefined
  for (;;) {
    const standing = stand(world, { lang: 'de', answers }, today)
    if (reached === undefined && outcomes(standing.assessed) === target) reached = asked.length
    const question = choose(standing)
    if (question === undefined) return { asked, reached, end: standing }
    if (asked.includes(question)) throw new Error(`${question} is asked twice`)
    asked.push(question)
    answers = [...standing.conversation.answers, answerOf(person, question)]
  }
}

/** The middle of some numbers: half of them are at most this. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}
