import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../src/facts/day.ts'
import type { TurnMessage } from '../../src/render/message.ts'
import { briefOffer, wholeOffer } from '../../src/render/offer.ts'
import { fitOffers } from '../../src/render/room.ts'
import { evaluate } from '../../src/rules/evaluate.ts'
import { turnWith } from '../support/messages.ts'
import { realContent } from '../support/service.ts'

const { world, speeches, places } = realContent()
const today = day('2026-11-21')

const turn = (padding: number): TurnMessage =>
  turnWith({ lang: 'ar', dir: 'rtl', resume: 'x'.repeat(padding) })

const fittings = (lang: string, whole: number) =>
  world.offers.map((offer, index) => {
    const verdict = evaluate(offer.rule, {}, today)
    return {
      brief: briefOffer(speeches.of(lang), { offer, verdict }),
      whole:
        index < whole ? () => wholeOffer(speeches.of(lang), offer, verdict, {}, places, today) : undefined,
      because: index % 3 === 0 ? undefined : speeches.of(lang).text(`offers:${offer.id}.title`),
    }
  })

const bytes = (message: TurnMessage) => Buffer.byteLength(JSON.stringify(message))
const room = fc.constantFrom('small' as const, 'large' as const)
const limits = { small: 4096, large: 32_768 }

describe('the offers of a turn', () => {
  it('never make it heavier than it may be, in any language', () => {
    const lang = fc.constantFrom(...speeches.languages.map(speech => speech.lang))
    fc.assert(
      fc.property(lang, room, fc.nat(3500), fc.nat(9), (code, size, padding, whole) => {
        const message = turn(padding)
        const offers = fitOffers(fittings(code, whole), message, size)
        expect(bytes({ ...message, offers })).toBeLessThan(limits[size])
      }),
      { numRuns: 40 },
    )
  })

  it('keep their order, and the first ones come with everything', () => {
    fc.assert(
      fc.property(room, fc.nat(3500), fc.nat(9), (size, padding, whole) => {
        const all = fittings('ar', whole)
        const offers = fitOffers(all, turn(padding), size)
        expect(offers.map(({ id }) => id)).toEqual(all.slice(0, offers.length).map(({ brief }) => brief.id))
        const inFull = offers.map(offer => 'summary' in offer)
        expect(inFull).toEqual([...inFull].sort((a, b) => Number(b) - Number(a)))
      }),
      { numRuns: 40 },
    )
  })

  it('are all there, in full as far as was wished, where there is room', () => {
    const few = fittings('de', 3).slice(0, 5)
    const offers = fitOffers(few, turn(100), 'large')
    expect(offers.map(offer => 'summary' in offer)).toEqual([true, true, true, false, false])
  })

  it('say why they are open or refused where there is room after those that come with everything', () => {
    const all = fittings('de', 2).slice(0, 6)
    const roomy = fitOffers(all, turn(100), 'large')
    expect(roomy.map(offer => 'because' in offer)).toEqual(
      all.map(({ because, whole }) => because !== undefined && !whole),
    )
    const tight = fitOffers(all, turn(29_000), 'large')
    expect(tight.map(({ id }) => id)).toEqual(all.map(({ brief }) => brief.id))
    expect(tight.filter(offer => 'summary' in offer).length).toBeLessThan(2)
  })

  it('are all there in brief before one comes with everything', () => {
    const offers = fitOffers(fittings('ar', 7), turn(100), 'large')
    expect(offers.map(({ id }) => id)).toEqual(world.offers.map(({ id }) => id))
  })
})
