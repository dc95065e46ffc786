import type { Answer, Conversation } from '../../dialogue/conversation.ts'
import type { QuestionId } from '../../dialogue/question.ts'
import type { HandoverStore } from '../../storage/handovers.ts'
import type { TryStore } from '../../storage/tries.ts'
import { createSeal, tokenLife } from '../seal.ts'
import { createSharedLimits } from '../shared-limit.ts'
import { newCode, readCode, shown } from './code.ts'
import { createDerive } from './derive.ts'

/** A hand-over that was made. */
export interface Made {
  /** What it lies under; it opens nothing. */
  readonly id: string
  /** As it is shown and read aloud. */
  readonly code: string
  /** In milliseconds since 1970. */
  readonly ends: number
}

/** Why a code opens nothing. */
export type Closed =
  | 'length'
  | 'mistyped'
  | 'unknown'
  | 'expired'
  | 'ended'
  /** Too many tries from one address, or in all. */
  | 'tooMany'
  /** Too many at once. */
  | 'busy'

/** What a person sees of their own hand-over. */
export interface Standing {
  readonly ends: number
  readonly opened: number | undefined
}

/** Hand-overs: what a person shows a counsellor, sealed under a code that nobody but these two knows. */
export interface Handovers {
  /** Keeps the answers to the picked questions; `busy` where too many do so at once. */
  readonly make: (conversation: Conversation, picked: ReadonlySet<QuestionId>) => Promise<Made | 'busy'>
  /** Opens what a code holds, and notes that it was opened. */
  readonly open: (typed: string, address: string) => Promise<Conversation | Closed>
  /** How a hand-over stands, for the person who made it. */
  readonly standing: (typed: string, address: string) => Promise<Standing | Closed>
  /** Takes it back; true also where it was gone already. */
  readonly end: (typed: string, address: string) => Promise<true | Closed>
  /** Takes back what a conversation handed over, by what they lie under. */
  readonly endAll: (ids: readonly string[]) => Promise<void>
}

/** Tries a minute, from one address and in all. A counselling centre sits behind one address. */
const triesOfOne = 30
const triesOfAll = 600

interface Means {
  readonly store: HandoverStore
  readonly tries: TryStore
  readonly secret: string
  readonly previousSecret?: string | undefined
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number
}

export function createHandovers({ store, tries, secret, previousSecret, now }: Means): Handovers {
  const derive = createDerive(secret)
  const deriveBefore = previousSecret === undefined ? undefined : createDerive(previousSecret)
  const limit = createSharedLimits(tries, secret, now)
  const ofOne = limit('codes of one', triesOfOne)
  const ofAll = limit('codes of all', triesOfAll)

  /** What lies under a code that somebody typed. */
  const look = async (typed: string, address: string) => {
    const read = readCode(typed)
    if (read.kind !== 'code') return read.kind
    if (!(await ofOne.allows(address)) || !(await ofAll.allows('all'))) return 'tooMany'
    for (const each of deriveBefore ? [derive, deriveBefore] : [derive]) {
      const derived = await each(read.code)
      if (!derived) return 'busy'
      const held = await store.look(derived.id, now())
      if (held.state !== 'unknown') return { derived, held }
    }
    return 'unknown'
  }

  return {
    async make({ lang, answers }, picked) {
      const code = newCode()
      const derived = await derive(code)
      if (!derived) return 'busy'
      const shared = { lang, answers: answers.flatMap(answer => sharedOf(answer, picked)) }
      const ends = now() + tokenLife
      await store.put(derived.id, createSeal(derived.key).seal(shared, now()), ends)
      return { id: derived.id, code: shown(code), ends }
    },
    async open(typed, address) {
      const looked = await look(typed, address)
      if (typeof looked === 'string') return looked
      const { derived, held } = looked
      if (held.state !== 'open') return held.state
      const conversation = createSeal(derived.key).open(held.sealed, now())
      if (!conversation) return 'expired'
      await store.markOpened(derived.id, now())
      return conversation
    },
    async standing(typed, address) {
      const looked = await look(typed, address)
      if (typeof looked === 'string') return looked
      const { held } = looked
      return held.state === 'open' ? { ends: held.ends, opened: held.opened } : held.state
    },
    async end(typed, address) {
      const looked = await look(typed, address)
      if (typeof looked === 'string') return looked
      await store.end(looked.derived.id, now())
      return true
    },
    async endAll(ids) {
      for (const id of ids) await store.end(id, now())
    },
  }
}

/** An answer as it goes along. That somebody looks for safety tells of violence: it goes only where that does. */
function sharedOf(answer: Answer, picked: ReadonlySet<QuestionId>): readonly Answer[] {
  if (!picked.has(answer.question)) return []
  const { question, value } = answer
  if (question !== 'topics' || !Array.isArray(value) || picked.has('affectedByViolence')) return [answer]
  return [{ ...answer, value: value.filter(topic => topic !== 'safety') }]
}
