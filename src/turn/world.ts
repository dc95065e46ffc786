import type { RuledOffer } from '../catalogue/offer.ts'
import type { QuestionForm, QuestionId } from '../dialogue/question.ts'
import type { Flows } from '../dialogue/replay.ts'
import type { Situation } from '../dialogue/situation.ts'
import type { Understood } from '../dialogue/understood.ts'
import type { Gazetteer, Place } from '../facts/places.ts'

/** A danger that a text speaks of, and the offers whose lines help, first things first. */
export interface Danger {
  readonly kind: string
  readonly offers: readonly string[]
}

/** All content that a turn works on, made once at start. */
export interface World {
  readonly flows: Flows
  readonly offers: readonly RuledOffer[]
  readonly offer: (id: string) => RuledOffer | undefined
  readonly gazetteer: Gazetteer
  /** Questions that the data-protection notice stands before. */
  readonly sensitive: ReadonlySet<QuestionId>
  /** The language that serves a language tag (`de-AT` → `de`); `undefined` for one that nobody speaks here. */
  readonly language: (tag: string) => string | undefined
  /** The language that a text is surely written in, of those spoken here; `undefined` where it could be several. */
  readonly guess: (text: string) => string | undefined
  readonly understand: (text: string, question: QuestionId, form: QuestionForm, lang: string) => Understood
  /** What a text tells of the person's situation, in any of the languages. */
  readonly situation: (text: string, lang: string) => Situation
  /** Ids of offers that a text looks for, best first. */
  readonly search: (text: string, lang: string) => readonly string[]
  readonly danger: (text: string) => Danger | undefined
  /** Places that most people here live in: offered beside the question, where every other can be named as well. */
  readonly expected?: readonly Place[]
  /** The help lines for a kind of danger that an answer tells of. */
  readonly dangerLines: (kind: string) => readonly string[]
}
