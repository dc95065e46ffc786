import type { BriefOfferMessage, OfferMessage, TurnMessage } from '../../src/render/message.ts'

type AnyOffer = OfferMessage | BriefOfferMessage

/** What a form sent: names and values, in order. */
export type Entries = readonly (readonly [name: string, value: string])[]

/** What a screen shows. */
export interface Screen {
  /** The conversation as it stands, with the whole transcript. */
  readonly turn: TurnMessage
  /** Every offer that is decided in the person's favour so far. */
  readonly found: readonly AnyOffer[]
  /** Offers that a search brought. */
  readonly searched: readonly AnyOffer[]
  /** Offers that the last answer decided. */
  readonly fresh: readonly string[]
  /** What went wrong, in words. */
  readonly error: string | null
  /** What was entered when it went wrong: it stands in the form again. */
  readonly entered: Entries
  /** Whether the help that stands on top stood there before: then it takes less room. */
  readonly isUrgentKnown: boolean
  /** Whether nothing has been answered or said yet. */
  readonly isStart: boolean
}

export const isWhole = (offer: AnyOffer): offer is OfferMessage => 'summary' in offer

/** Whether a turn is the answer to a search. */
const isSearch = ({ say }: TurnMessage): boolean => say.some(({ kind }) => kind === 'search')

/** Whether a turn brings the results: they alone hold more than what is already decided in the person's favour. */
export const isResults = (turn: TurnMessage): boolean => {
  if (turn.offer !== null || isSearch(turn)) return false
  return turn.question === null || turn.offers.some(offer => isWhole(offer) || offer.verdict !== 'eligible')
}

/**
 * Help that a free text called for stays, for the service forgets what was written. Whether there is violence is an
 * answer: there the service itself says whether help stays.
 */
function keptHelp(before: Screen | null): TurnMessage['urgent'] {
  const help = before?.turn.urgent ?? null
  return help?.kind === 'violence' ? null : help
}

/** The screen after a turn: what is new is put to what was there. */
export function nextScreen(before: Screen | null, turn: TurnMessage): Screen {
  const transcript = [...(before?.turn.transcript.slice(0, turn.from) ?? []), ...turn.transcript]
  const urgent = turn.urgent ?? keptHelp(before)
  const isDelta = turn.from > 0 && !isResults(turn)
  const decided = isSearch(turn) ? [] : turn.offers.filter(({ verdict }) => verdict === 'eligible')
  const known = isDelta || isSearch(turn) ? (before?.found ?? []) : []
  return {
    turn: { ...turn, from: 0, transcript, urgent },
    found: [...decided, ...known.filter(({ id }) => !decided.some(offer => offer.id === id))],
    searched: isSearch(turn) ? turn.offers : [],
    fresh: isDelta ? decided.map(({ id }) => id) : [],
    error: null,
    entered: [],
    isUrgentKnown: urgent !== null && before?.turn.urgent?.kind === urgent.kind,
    isStart: transcript.length === 0 && turn.say.length === 0,
  }
}
