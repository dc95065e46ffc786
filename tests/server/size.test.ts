import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Message, TurnMessage } from '../../src/render/message.ts'
import { type Line, openLine, turnOf } from '../support/doors.ts'
import {
  arbitraryMoves,
  arbitraryStart,
  eventOf,
  nowhere,
  standAfter,
  wireEvent,
} from '../support/random-walk.ts'
import { realContent, type Service, startService } from '../support/service.ts'

/** The most that goes over a slow network after an answer, and with results; in bytes. */
const answerLimit = 4 * 1024
const resultsLimit = 32 * 1024
const heaviestOffer = 7 * 1024

const { speeches, world } = realContent()
const languages = speeches.languages.map(({ lang }) => lang)
const around = { languages, offers: world.offers.map(({ id }) => id) }

let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const bytesOf = (message: Message): number => Buffer.byteLength(JSON.stringify(message))
/** With nothing left to ask, or an offer with everything, a turn shows results. */
const isResults = ({ question, offers }: TurnMessage): boolean =>
  question === null || offers.some(offer => 'summary' in offer)

/** Puts the conversation into another language, so that each gets its share of every conversation. */
const speak = (line: Line, at: number): Promise<Message> =>
  line.ask({ type: 'language', lang: languages[at % languages.length] })

describe('a turn', () => {
  it('stays under 4 KB after an answer, and under 32 KB where the answer was the last', async () => {
    const interviews = fc.asyncProperty(
      arbitraryStart(languages),
      arbitraryMoves(40, ['answer', 'skip']),
      async (start, moves) => {
        const line = await openLine(service.url)
        let stand = standAfter(nowhere, await line.ask(start))
        for (const [at, move] of moves.entries()) {
          stand = standAfter(stand, await speak(line, at))
          const event = eventOf(move, stand, around)
          if (event.type !== 'answer') break
          const before = stand.transcript.length
          const message = await line.ask(wireEvent(event))
          stand = standAfter(stand, message)
          if (message.type === 'error' || stand.transcript.length === before) continue
          expect(bytesOf(message)).toBeLessThan(isResults(message) ? resultsLimit : answerLimit)
        }
        line.cut()
      },
    )
    await fc.assert(interviews, { numRuns: 40 })
  })

  it('stays under 4 KB where the answer was there already: a double tap', async () => {
    const taps = fc.asyncProperty(
      fc.constantFrom(...languages),
      arbitraryMoves(25, ['answer', 'skip']),
      async (lang, moves) => {
        const line = await openLine(service.url)
        let stand = standAfter(nowhere, await line.ask({ type: 'start', lang }))
        for (const move of moves)
          stand = standAfter(stand, await line.ask(wireEvent(eventOf(move, stand, around))))
        const last = stand.transcript.at(-1)
        if (last && stand.question) {
          const { question, answer } = last
          const again = await line.ask({ type: 'answer', question, value: answer.value })
          expect(bytesOf(again)).toBeLessThan(answerLimit)
        }
        line.cut()
      },
    )
    await fc.assert(taps, { numRuns: 20, endOnFailure: true })
  })

  it('stays under 4 KB where the answer was a place that could be several', async () => {
    const line = await openLine(service.url)
    let stand = standAfter(nowhere, await line.ask({ type: 'start', lang: 'uk' }))
    while (stand.question && stand.question.id !== 'kreis') {
      const skip = { type: 'answer', question: stand.question.id, value: null }
      stand = standAfter(stand, await line.ask(skip))
    }
    const several = turnOf(await line.ask({ type: 'answer', question: 'kreis', value: 'Kassel' }))
    expect(several.question?.options.length).toBeGreaterThan(1)
    expect(bytesOf(several)).toBeLessThan(answerLimit)
    line.cut()
  })

  it('stays under 32 KB with results, in every language', async () => {
    const interviews = fc.asyncProperty(
      arbitraryStart(languages),
      arbitraryMoves(40, ['answer', 'skip']),
      async (start, moves) => {
        const line = await openLine(service.url)
        let stand = standAfter(nowhere, await line.ask(start))
        for (const move of moves)
          stand = standAfter(stand, await line.ask(wireEvent(eventOf(move, stand, around))))
        for (const lang of languages) {
          await line.ask({ type: 'language', lang })
          const turn = turnOf(await line.ask({ type: 'results' }))
          expect(turn.offers.length).toBeGreaterThan(0)
          expect(bytesOf(turn), lang).toBeLessThan(resultsLimit)
        }
        line.cut()
      },
    )
    await fc.assert(interviews, { numRuns: 40 })
  })

  it('stays under 32 KB after whatever else', async () => {
    const conversations = fc.asyncProperty(
      arbitraryStart(languages),
      arbitraryMoves(30),
      async (start, moves) => {
        const line = await openLine(service.url)
        let stand = standAfter(nowhere, await line.ask(start))
        for (const move of moves) {
          const message = await line.ask(wireEvent(eventOf(move, stand, around)))
          stand = standAfter(stand, message)
          expect(bytesOf(message)).toBeLessThan(resultsLimit)
        }
        line.cut()
      },
    )
    await fc.assert(conversations, { numRuns: 30 })
  })

  it('shows seven offers with everything, fewer only where there is no room, and those are the first that fit', async () => {
    const interviews = fc.asyncProperty(
      arbitraryStart(languages),
      arbitraryMoves(25, ['answer', 'skip']),
      async (start, moves) => {
        const line = await openLine(service.url)
        let stand = standAfter(nowhere, await line.ask(start))
        for (const move of moves)
          stand = standAfter(stand, await line.ask(wireEvent(eventOf(move, stand, around))))
        const turn = turnOf(await line.ask({ type: 'results' }))
        const { offers, counts } = turn
        const whole = offers.map(offer => 'summary' in offer)
        const shown = whole.filter(Boolean).length
        expect(whole.slice(0, shown)).toEqual(Array.from({ length: shown }, () => true))
        expect(shown).toBeLessThanOrEqual(Math.min(7, counts.eligible))
        // An offer with everything is no heavier than this; so a turn that shows too few is nearly full.
        if (shown < Math.min(7, counts.eligible)) {
          expect(bytesOf(turn)).toBeGreaterThan(resultsLimit - heaviestOffer)
        }
        const verdicts = { eligible: 0, undetermined: 0, ineligible: 0 }
        for (const { verdict } of offers) if (verdict) verdicts[verdict]++
        expect(verdicts).toEqual(counts)
        line.cut()
      },
    )
    await fc.assert(interviews, { numRuns: 25 })
  })
})
