import type { Conversation } from '../dialogue/conversation.ts'
import { isQuestionId, questionOf } from '../dialogue/question.ts'
import type { Change } from './change.ts'
import type { TurnFault } from './turn.ts'

/** What a person hands over: their answers about the named facts, `topics` among them if named; no others. */
export function handOver(conversation: Conversation, facts: readonly string[]): Change | TurnFault {
  if (!facts.every(isQuestionId)) return { code: 'question.unknown', field: 'facts' }
  const picked = new Set(facts.map(name => (name === 'topics' ? name : questionOf(name))))
  if (!conversation.answers.some(({ question }) => picked.has(question)))
    return { code: 'handover.nothing', field: 'facts' }
  return { conversation, extent: { kind: 'all' }, wish: { kind: 'handOver', picked } }
}
