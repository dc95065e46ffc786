import { describe, expect, it } from 'vitest'
import type { Conversation } from '../../src/dialogue/conversation.ts'
import { day } from '../../src/facts/day.ts'
import type { Event } from '../../src/turn/event.ts'
import { emptyConversation, turn } from '../../src/turn/step.ts'
import { realContent } from '../support/service.ts'

const { world } = realContent()
const today = day('2026-11-21')

function take(conversation: Conversation, event: Event) {
  const result = turn(world, conversation, event, today)
  if (!result.ok) throw new Error(result.fault.code)
  return result
}

const begun = take(emptyConversation('de'), { type: 'start', lang: 'de', topics: ['family'] })
const kept = take(begun.conversation, { type: 'keep', wanted: true })

describe('answers that the person wants to keep', () => {
  it('change nothing of what is shown', () => {
    expect(kept.turn.question).toEqual(begun.turn.question)
    expect(kept.conversation).toEqual({ ...begun.conversation, isKept: true })
  })

  it('stay kept through every step that goes on with them', () => {
    let now = kept
    const events: Event[] = [
      { type: 'answer', question: now.turn.question?.id ?? '', value: null },
      { type: 'language', lang: 'uk' },
      { type: 'change', question: 'topics', value: ['money'] },
      { type: 'results' },
      { type: 'start', lang: 'uk' },
      { type: 'back' },
    ]
    for (const event of events) {
      now = take(now.conversation, event)
      expect([event.type, now.conversation.isKept]).toEqual([event.type, true])
    }
  })

  it('are kept no longer when the person changes their mind, or deletes them', () => {
    expect(take(kept.conversation, { type: 'keep', wanted: false }).conversation).toEqual(begun.conversation)
    expect(take(kept.conversation, { type: 'forget' }).conversation).toEqual(emptyConversation('de'))
  })
})
