import type { Answer, Conversation } from '../dialogue/conversation.ts'
import type { Place } from '../facts/places.ts'
import type { Say, Wish } from './turn.ts'
import type { Extent } from './view.ts'

/** What an event makes of a conversation, before it is looked at. */
export interface Change {
  readonly conversation: Conversation
  readonly extent: Extent
  readonly say?: readonly Say[]
  readonly places?: readonly Place[]
  readonly wish?: Wish
}

/** A conversation with an answer: in the place of the one that its question had, else at the end. */
export function withAnswer(conversation: Conversation, answer: Answer): Conversation {
  const { answers } = conversation
  const at = answers.findIndex(({ question }) => question === answer.question)
  const earlier = answers[at]
  if (!earlier) return { ...conversation, answers: [...answers, answer] }
  const changed = earlier.volunteered ? { ...answer, volunteered: earlier.volunteered } : answer
  return { ...conversation, answers: answers.with(at, changed) }
}
