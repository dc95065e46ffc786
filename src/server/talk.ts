import type { z } from 'zod'
import type { Deed } from '../counsel/counted.ts'
import type { Conversation } from '../dialogue/conversation.ts'
import { type Day, dayInHesse } from '../facts/day.ts'
import type { ErrorMessage, Message } from '../render/message.ts'
import { renderFault, renderTurn } from '../render/turn.ts'
import { type Event, eventSchema, maxText } from '../turn/event.ts'
import { emptyConversation, turn } from '../turn/step.ts'
import type { Wish } from '../turn/turn.ts'
import type { Content } from './content.ts'
import type { Seal } from './seal.ts'

/** What every door of the service needs to take a step. */
export interface Talk {
  /** Takes one step; `message` is the turn, or an error that leaves the conversation as it was. */
  readonly step: (conversation: Conversation, rawEvent: unknown) => Stepped
  /** The conversation of a resume token; an error message where there is none. */
  readonly resume: (token: string, lang: string) => Conversation | ErrorMessage
  /** An error in words. */
  readonly error: (lang: string, code: string, field?: string) => ErrorMessage
  /** The resume token of a conversation. */
  readonly seal: (conversation: Conversation) => string
}

export interface Stepped {
  readonly conversation: Conversation
  readonly message: Message
  /** What is still to be carried out for the step to be done. */
  readonly wish?: Wish
  /** What was done, to be counted where a person did it; none where the step was not taken. */
  readonly deed?: Deed
}

/** Makes the one step that WebSocket, HTTP and plain pages share. `now` is the clock, in milliseconds since 1970. */
export function createTalk({ world, speeches, places }: Content, seal: Seal, now: () => number): Talk {
  const error: Talk['error'] = (lang, code, field) => {
    const filling = { max: maxText, field: field ?? '' }
    return {
      type: 'error',
      code,
      text: speeches.of(lang).text(`error.${code}`, filling),
      ...(field !== undefined && { field }),
    }
  }

  const resume: Talk['resume'] = (token, lang) =>
    seal.open(token, now()) ?? error(lang, 'resume.invalid', 'resume')

  const today = createToday()

  /** A start goes on from its token, or begins anew. */
  const begin = (event: Event, conversation: Conversation): Conversation | ErrorMessage => {
    if (event.type !== 'start') return conversation
    const lang = world.language(event.lang) ?? conversation.lang
    return event.resume === undefined ? emptyConversation(lang) : resume(event.resume, lang)
  }

  return {
    error,
    resume,
    seal: conversation => seal.seal(conversation, now()),
    step(conversation, rawEvent) {
      const parsed = eventSchema.safeParse(rawEvent)
      if (!parsed.success) {
        const { code, field } = eventFault(rawEvent, parsed.error.issues)
        return { conversation, message: error(conversation.lang, code, field) }
      }
      const event = parsed.data
      const before = begin(event, conversation)
      if ('code' in before) return { conversation, message: before }
      const result = turn(world, before, event, today(now()))
      if (!result.ok) {
        return { conversation, message: renderFault(speeches.of(conversation.lang), result.fault) }
      }
      const after = result.conversation
      const token = seal.seal(after, now())
      return {
        conversation: after,
        message: renderTurn(speeches.of(after.lang), result.turn, token, places, speeches.of),
        ...(result.wish && { wish: result.wish }),
        deed: { event, before: result.before, after: result.after, turn: result.turn },
      }
    },
  }
}

/** The day in Hesse, worked out once a minute: the calendar costs as much as a rule. */
function createToday(): (now: number) => Day {
  let minute = -1
  let today = dayInHesse(0)
  return now => {
    const current = Math.floor(now / 60_000)
    if (current !== minute) {
      minute = current
      today = dayInHesse(now)
    }
    return today
  }
}

/** Names the fault of something that is no event. */
function eventFault(raw: unknown, issues: readonly z.core.$ZodIssue[]): { code: string; field: string } {
  const [issue] = issues
  if (!issue || typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return { code: 'event.invalid', field: 'event' }
  const field =
    issue.code === 'unrecognized_keys' ? (issue.keys[0] ?? 'event') : issue.path.map(String).join('.')
  if (field === 'type') return { code: 'event.unknown', field }
  if (field === 'text' && issue.code === 'too_big') return { code: 'text.tooLong', field }
  return { code: 'event.invalid', field: field.slice(0, 64).replace(/[^\w.-]/g, '') || 'event' }
}
