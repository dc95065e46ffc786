import { handoverMade } from '../../counsel/counted.ts'
import type { Counting } from '../counting.ts'
import type { Stepped, Talk } from '../talk.ts'
import type { Handovers } from './handovers.ts'

/** Does what a step asks for beyond the conversation; `origin` is the address of the service as people see it. */
export type CarryOut = (stepped: Stepped, origin: string) => Promise<Stepped>

/** Makes and ends the hand-overs that steps ask for, and counts what was done. Other steps come back as they were. */
export function createCarryOut(talk: Talk, handovers: Handovers, counting: Counting): CarryOut {
  return async (stepped, origin) => {
    const { conversation, message, wish, deed } = stepped
    if (deed) counting.deed(deed)
    if (!wish || message.type !== 'turn') return stepped
    switch (wish.kind) {
      case 'handOver': {
        const made = await handovers.make(conversation, wish.picked)
        if (made === 'busy') return { conversation, message: talk.error(conversation.lang, 'handover.busy') }
        counting.count(() => [handoverMade])
        // The conversation knows what it handed over, so that it goes when the person forgets it.
        const after = { ...conversation, handedOver: [...(conversation.handedOver ?? []), made.id] }
        const { code, ends } = made
        const handover = { code, url: `${origin}/counsel#${code}`, expires: new Date(ends).toISOString() }
        return { conversation: after, message: { ...message, resume: talk.seal(after), handover } }
      }
      case 'endHandOvers':
        await handovers.endAll(wish.ids)
        return stepped
      default:
        return wish satisfies never
    }
  }
}
