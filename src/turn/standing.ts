import type { Conversation } from '../dialogue/conversation.ts'
import { type QuestionId, questionOf } from '../dialogue/question.ts'
import { type Position, replay } from '../dialogue/replay.ts'
import type { Day } from '../facts/day.ts'
import { type FactName, factNames } from '../facts/schema.ts'
import { type Assessed, assess, relevantQuestions } from './assess.ts'
import type { World } from './world.ts'

/** A conversation with everything that its answers make of it. */
export interface Standing {
  /** Without the answers that no longer apply. */
  readonly conversation: Conversation
  readonly today: Day
  readonly position: Position
  readonly assessed: readonly Assessed[]
  /** The questions that still matter, next one first. */
  readonly open: readonly QuestionId[]
}

/** Derives where a conversation stands on a day. */
export function stand(world: World, conversation: Conversation, today: Day): Standing {
  const position = replay(world.flows, conversation.answers, today)
  const assessed = assess(world.offers, position.topics, position.facts, today, leftOpen(position))
  const open = relevantQuestions(position, assessed)
  return { conversation: { ...conversation, answers: position.answers }, today, position, assessed, open }
}

/** The facts whose questions were answered with "I don't know" or "I would rather not say". */
const leftOpen = ({ answers }: Position): ReadonlySet<FactName> =>
  new Set(
    factNames.filter(fact =>
      answers.some(({ question, value }) => value === null && question === questionOf(fact)),
    ),
  )
