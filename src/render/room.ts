import type { BriefOfferMessage, OfferMessage, TurnMessage } from './message.ts'

/** An offer of a turn: always in brief, and with everything where there is room. */
export interface Fitting {
  readonly brief: BriefOfferMessage
  readonly whole: (() => OfferMessage) | undefined
}

/** What a turn may weigh, in bytes of UTF-8: phones are on slow networks (public interface). */
const most = { small: 4 * 1024, large: 32 * 1024 } as const

/** Kept free for what a transport wraps around a turn. */
const spare = 64

const encoder = new TextEncoder()
/** Bytes of a value as JSON, with the comma after it. */
const weight = (value: unknown): number => encoder.encode(JSON.stringify(value)).length + 1

/**
 * The offers that a turn has room for, in their order. All stay in brief before one comes with everything,
 * and the first ones get that first; where not even all in brief fit, the last ones go.
 */
export function fitOffers(
  offers: readonly Fitting[],
  turn: TurnMessage,
  room: keyof typeof most,
): (BriefOfferMessage | OfferMessage)[] {
  let left = most[room] - spare - weight(turn)
  const kept: Fitting[] = []
  for (const offer of offers) {
    left -= weight(offer.brief)
    if (left < 0) break
    kept.push(offer)
  }
  let isFull = false
  return kept.map(({ brief, whole }) => {
    if (!whole || isFull) return brief
    const message = whole()
    const more = weight(message) - weight(brief)
    isFull = more > left
    if (isFull) return brief
    left -= more
    return message
  })
}
