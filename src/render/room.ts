import type { BriefOfferMessage, OfferMessage, TurnMessage } from './message.ts'

/** An offer of a turn: always in brief, and with everything where there is room. */
export interface Fitting {
  readonly brief: BriefOfferMessage
  readonly whole: (() => OfferMessage) | undefined
  /** Why it is open or refused: said where it comes in brief and there is room. */
  readonly because: string | undefined
}

/** What a turn may weigh, in bytes of UTF-8: phones are on slow networks (public interface). */
const most = { small: 4 * 1024, large: 32 * 1024 } as const

/** Kept free for what a transport wraps around a turn. */
const spare = 64

const encoder = new TextEncoder()
/** Bytes of a value as JSON, with the comma after it. */
const weight = (value: unknown): number => encoder.encode(JSON.stringify(value)).length + 1

/**
 * The offers that a turn has room for, in their order. All stay in brief before one comes with everything; where not
 * even all in brief fit, the last ones go. Those that are wished whole come whole, first ones first. Then the others
 * say why they are open or refused. Where room is short, whole ones go without remarks and documents, last ones first.
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
  const cards = fitCards(kept, left, sum(kept.filter(({ whole }) => !whole).map(reasonWeight)))
  left -= sum(cards.map((card, index) => weight(card) - weight(kept[index]?.brief)))
  return kept.map((offer, index) => {
    const card = cards[index]
    if (card) return card
    const { brief, because } = offer
    if (because === undefined || reasonWeight(offer) > left) return brief
    left -= reasonWeight(offer)
    return { ...brief, because }
  })
}

/**
 * The offers that come with everything: the first ones, as far as they are wished and fit. To leave room for what the
 * others say, the last ones among them are shortened first.
 */
function fitCards(offers: readonly Fitting[], room: number, beside: number): readonly OfferMessage[] {
  const end = offers.findIndex(({ whole }) => !whole)
  const wished = offers.slice(0, end === -1 ? undefined : end)
  const cards = wished.flatMap(({ whole }) => whole?.() ?? [])
  const more = () => sum(cards.map((card, index) => weight(card) - weight(wished[index]?.brief)))
  for (let last = cards.length - 1; last >= 0 && more() + beside > room; last--) {
    cards.splice(last, 1, ...cards.slice(last, last + 1).map(shortened))
  }
  while (cards.length > 0 && more() > room) cards.pop()
  return cards
}

/** A card without what can be read when the offer is opened; remarks on a restricted offer change what it is worth. */
function shortened(offer: OfferMessage): OfferMessage {
  if (offer.status === 'restricted') return offer
  const { notes, documents, ...rest } = offer
  return notes || documents ? { ...rest, shortened: true } : offer
}

/** What the reason of an offer in brief adds to a turn. */
const reasonWeight = ({ because }: Fitting): number =>
  because === undefined ? 0 : weight({ because }) - weight({}) + 1

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
