import type { BriefOfferMessage, OfferMessage, TurnMessage } from '../../src/render/message.ts'

/** What a screen shows. */
export interface Screen {
  /** The conversation as it stands, with the whole transcript and every offer that is known. */
  readonly turn: TurnMessage
  /** Offers that the last answer decided. */
  readonly fresh: readonly string[]
  /** What went wrong, in words. */
  readonly error: string | null
  /** Whether nothing has been answered or said yet. */
  readonly isStart: boolean
}

export const isWhole = (offer: OfferMessage | BriefOfferMessage): offer is OfferMessage => 'summary' in offer

/** The screen after a turn: what is new is put to what was there. */
export function nextScreen(before: Screen | null, turn: TurnMessage): Screen {
  const transcript = [...(before?.turn.transcript.slice(0, turn.from) ?? []), ...turn.transcript]
  const isDelta = turn.from > 0
  const fresh = isDelta && !turn.offers.some(isWhole) ? turn.offers.map(({ id }) => id) : []
  const known = fresh.length > 0 || (isDelta && turn.offers.length === 0) ? (before?.turn.offers ?? []) : []
  const offers = [...turn.offers, ...known.filter(offer => !turn.offers.some(({ id }) => id === offer.id))]
  return {
    turn: { ...turn, from: 0, transcript, offers },
    fresh,
    error: null,
    isStart: transcript.length === 0 && turn.say.length === 0,
  }
}
