import type { RuledOffer } from '../catalogue/offer.ts'
import type { Answer, Conversation } from '../dialogue/conversation.ts'
import type { AnswerValue, QuestionForm, QuestionId } from '../dialogue/question.ts'
import type { Day } from '../facts/day.ts'
import type { Place } from '../facts/places.ts'
import type { Facts } from '../facts/schema.ts'
import type { Counts } from './assess.ts'
import type { Lack } from './lack.ts'
import type { Judged } from './rank.ts'
import type { Standing } from './standing.ts'

/** Something said beside the question, as a key and not yet in words. */
export type Say =
  | {
      readonly kind: 'info'
      readonly key: 'notice' | 'alreadyAnswered' | 'notAsked' | 'choosePlace' | 'resumed'
    }
  | {
      readonly kind: 'understood'
      readonly question: QuestionId
      readonly value: AnswerValue
      /** Read out of what the person told, unasked: said with its question, so that they can take it back. */
      readonly told?: true
    }
  /** Answers that no longer apply, because another one was changed. */
  | { readonly kind: 'dropped'; readonly questions: readonly QuestionId[] }
  /** A text may answer the question, but could mean several things. */
  | { readonly kind: 'unsure'; readonly question: QuestionId }
  /** A text was written in another language than the page speaks: the way to that one is offered. */
  | { readonly kind: 'language'; readonly lang: string }
  | { readonly kind: 'notUnderstood' }
  | { readonly kind: 'search'; readonly count: number }
  | { readonly kind: 'urgent'; readonly danger: string }

/** The question to put next. */
export interface AskedQuestion extends QuestionForm {
  readonly id: QuestionId
  readonly sensitive: boolean
  /** The question is put again: its answer goes out as `change`. */
  readonly isRevision: boolean
  /** Places to choose from, where what was written could mean several. */
  readonly places: readonly Place[]
  /** Places that the person may mean, beside the field in which any can be named. */
  readonly expected?: readonly Place[]
  /** What it costs to leave the question open: the offers that then can't be decided, most pressing first. */
  readonly price: readonly RuledOffer[]
}

/** An offer in a turn: with everything, or in brief. */
export interface ShownOffer extends Judged {
  readonly whole: boolean
  /** The questions that keep it open, by why they have no answer. */
  readonly lacks: readonly { readonly question: QuestionId; readonly lack: Lack }[]
}

/** What a step gives back, in keys; `render` puts it into words. */
export interface Turn {
  readonly today: Day
  readonly lang: string
  /** The transcript from index `from` on. */
  readonly from: number
  readonly transcript: readonly Answer[]
  readonly say: readonly Say[]
  /** `null` when nothing more can change the result. */
  readonly question: AskedQuestion | null
  readonly progress: { readonly answered: number; readonly remaining: number }
  /** Most helpful first: where the room of a turn does not hold all of them, the last ones go. */
  readonly offers: readonly ShownOffer[]
  /** How much the turn may weigh on a slow network: little after an answer, more where it shows all or results. */
  readonly room: 'small' | 'large'
  readonly counts: Counts
  /** Whether the interview rests here after many questions, though more could be asked. */
  readonly isPaused: boolean
  readonly offer: ShownOffer | null
  readonly urgent: { readonly kind: string; readonly offers: readonly RuledOffer[] } | null
  readonly facts: Facts
  /** Every question that has an answer, left open or not; the transcript may begin later. */
  readonly answered: ReadonlySet<QuestionId>
}

/** Why a step was not taken. The conversation stays as it was. */
export interface TurnFault {
  readonly code:
    | 'language.unknown'
    | 'topic.unknown'
    | 'question.unknown'
    | 'question.notAnswered'
    | 'value.invalid'
    | 'place.unknown'
    | 'offer.unknown'
    | 'handover.nothing'
  /** The field of the event that is at fault. */
  readonly field: string
  /** The question that was to be answered, so that the person can be told how. */
  readonly question?: QuestionId
}

/** What a step asks for beyond the conversation: only who stores something can do it. */
export type Wish =
  /** The answers to these questions go to a counsellor. */
  | { readonly kind: 'handOver'; readonly picked: ReadonlySet<QuestionId> }
  /** What was handed over goes. */
  | { readonly kind: 'endHandOvers'; readonly ids: readonly string[] }

/** The outcome of a step: the conversation goes on either way. */
export type StepResult =
  | {
      readonly ok: true
      readonly conversation: Conversation
      readonly turn: Turn
      /** Where the conversation stood before the step; worked out when it is asked for. */
      readonly before: () => Standing
      readonly after: Standing
      readonly wish?: Wish
    }
  | { readonly ok: false; readonly fault: TurnFault }
