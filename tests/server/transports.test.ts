import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Message, TurnMessage } from '../../src/render/message.ts'
import { turnSchema } from '../../src/render/message.ts'
import { type Line, openLine, openPage, postForm, type SentEvent, step, turnOf } from '../support/doors.ts'
import {
  arbitraryMoves,
  arbitraryStart,
  eventOf,
  nowhere,
  standAfter,
  wireEvent,
} from '../support/random-walk.ts'
import { realContent, type Service, startService } from '../support/service.ts'
import type { ShownPage } from '../support/talk-page.ts'

/** The last evening of a month, when a night changes what is so many months ago. */
const evening = Date.UTC(2026, 10, 30, 20)
const hour = 3_600_000
let now = evening
let service: Service
beforeAll(async () => {
  service = await startService({ now: () => now })
})
afterAll(() => service.stop())

const languages = realContent().speeches.languages.map(({ lang }) => lang)
const offers = realContent().world.offers.map(({ id }) => id)
const around = { languages, offers }

/** A message without the token, which is never twice the same. */
const withoutResume = (message: Message): object =>
  message.type === 'turn' ? { ...message, resume: undefined } : message

/** Everything that is known now, as a page shows it that is drawn anew. */
const whole = async (line: Line, lang: string): Promise<TurnMessage> =>
  turnOf(await line.ask({ type: 'language', lang }))

/** What a page has to show of a turn. */
function shownOf({ lang, transcript, question, offers, offer, say }: TurnMessage): Partial<ShownPage> {
  const isStart = transcript.length === 0 && say.length === 0
  const isResults = offers.some(found => 'summary' in found) && offer === null
  return {
    lang,
    transcript: transcript.map(entry => ({
      question: entry.question,
      text: entry.text,
      answer: entry.answer.text,
    })),
    question:
      question === null || offer
        ? null
        : {
            id: question.id,
            text: question.text,
            options: question.options.map(({ value }) => String(value)),
          },
    offers: isStart && !isResults ? [] : offers.map(({ id }) => id).sort(),
    offer: offer?.id ?? null,
    said: say.filter(({ kind }) => kind !== 'urgent').map(({ text }) => text),
  }
}

/** Results are grouped on a page, so that their order is another one. */
const sorted = (page: ShownPage): ShownPage => ({ ...page, offers: [...page.offers].sort() })

describe('a conversation', () => {
  it('is the same over WebSocket, over HTTP and on plain pages, whatever somebody does', async () => {
    const conversations = fc.asyncProperty(
      arbitraryStart(languages),
      arbitraryMoves(25),
      async (start, moves) => {
        now = evening
        const line = await openLine(service.url, start.lang)
        const first = turnOf(await line.ask(start))
        let posted = await step(service.url, start)
        let page = await openPage(service.url, start)
        expect(withoutResume(posted.body)).toEqual(withoutResume(first))
        expect(sorted(page)).toMatchObject({ ...shownOf(first), status: 200, error: null })

        let { lang, resume } = turnOf(posted.body)
        let stand = standAfter(nowhere, first)
        for (const move of moves) {
          // Some sleep over it; the connection stays open.
          if (move.b % 8 === 0) now += 9 * hour
          const event: SentEvent = eventOf(move, stand, around)
          const message = await line.ask(wireEvent(event))
          posted = await step(service.url, wireEvent(event), resume)
          expect(withoutResume(posted.body)).toEqual(withoutResume(message))
          expect(posted.status).toBe(message.type === 'turn' ? 200 : 400)

          page = await postForm(service.url, page, event)
          if (message.type === 'turn') lang = message.lang
          // A turn after an answer carries what is new; a page shows everything else beside it.
          const isNews = message.type === 'turn' && event.type === 'answer'
          // Where the interview rests a page shows the results.
          const isResting = isNews && message.paused === true
          const known = isResting
            ? turnOf(await line.ask({ type: 'results' }))
            : message.type === 'error' || isNews
              ? await whole(line, lang)
              : message
          const shown = isNews ? { ...known, say: message.say, question: message.question } : known
          // A change that could not be taken is told beside the question that was to be changed.
          const isRefused = message.type === 'error' && event.type === 'change'
          expect(sorted(page)).toMatchObject({
            ...shownOf(shown),
            ...(isRefused && { question: page.question }),
            status: posted.status,
            error: message.type === 'error' ? message.text : null,
          })

          stand = standAfter(stand, message)
          expect(shown.transcript).toEqual(stand.transcript)
          if (posted.body.type === 'turn') resume = posted.body.resume
        }
        line.cut()
      },
    )
    await fc.assert(conversations, { numRuns: 40 })
  })

  it('puts the place again with its choices where it could be several, through every door', async () => {
    const line = await openLine(service.url)
    const start = { type: 'start', lang: 'de', topics: ['housing'] }
    let turn = turnOf(await line.ask(start))
    let page = await openPage(service.url, start)
    while (turn.question && turn.question.id !== 'kreis') {
      const { id: question, kind } = turn.question
      turn = turnOf(await line.ask({ type: 'answer', question, value: null }))
      page = await postForm(service.url, page, { type: 'answer', question, kind, value: null })
    }
    const answer = { type: 'answer', question: 'kreis', value: 'Kassel' }
    const { question } = turnOf(await line.ask(answer))
    const values = question?.options.map(({ value }) => value) ?? []
    expect(values.length).toBeGreaterThan(1)
    expect(turnOf((await step(service.url, answer, turn.resume)).body).question).toEqual(question)
    page = await postForm(service.url, page, { ...answer, kind: 'place' })
    expect(page.question).toMatchObject({ id: 'kreis', options: values })
    page = await postForm(service.url, page, { ...answer, kind: 'place', value: values[0] })
    expect(page.transcript.at(-1)?.question).toBe('kreis')
    line.cut()
  })

  it('shows on a page what is still open where results are wished and nothing is certain', async () => {
    const turns = await Promise.all(
      ['work', 'german', 'money', 'legal'].map(async topic => {
        const start = { type: 'start', lang: 'de', topics: [topic] }
        const { resume } = turnOf((await step(service.url, start)).body)
        const turn = turnOf((await step(service.url, { type: 'results' }, resume)).body)
        return {
          turn,
          page: await postForm(service.url, await openPage(service.url, start), { type: 'results' }),
        }
      }),
    )
    const uncertain = turns.filter(({ turn }) => turn.counts.eligible === 0)
    expect(uncertain.length).toBeGreaterThan(0)
    for (const { turn, page } of uncertain) expect(sorted(page)).toMatchObject(shownOf(turn))
  })

  it('tells on a page what is wrong with a change beside the question that is changed', async () => {
    let page = await openPage(service.url, { type: 'start', lang: 'de', topics: ['family'] })
    const answer = { type: 'answer', question: 'childrenAges', kind: 'numbers', value: [4] }
    const answered = await postForm(service.url, page, answer)
    expect(answered.question?.id).not.toBe('childrenAges')
    page = await postForm(service.url, answered, { type: 'revise', question: 'childrenAges' })
    expect(page.question?.id).toBe('childrenAges')
    page = await postForm(service.url, page, { ...answer, type: 'change', value: ['four'] })
    expect(page.error).not.toBeNull()
    expect(page.question?.id).toBe('childrenAges')
    expect(page.transcript).toEqual(answered.transcript)
  })

  it('knows that a night went by: what is too long ago today was not so yesterday', async () => {
    now = evening
    const line = await openLine(service.url)
    let turn = turnOf(await line.ask({ type: 'start', lang: 'de', topics: ['german'] }))
    // The right to the first German course lasts a year.
    const title = { residence: 'residencePermit', residenceBasis: 'family', titleSince: '2025-12' }
    const known = new Map<string, unknown>(Object.entries({ ...title, germanLevel: 'A1', age: 30 }))
    while (turn.question) {
      const { id } = turn.question
      turn = turnOf(await line.ask({ type: 'answer', question: id, value: known.get(id) ?? null }))
    }
    const yesterday = turnOf(await line.ask({ type: 'results' }))
    now += 9 * hour
    const today = turnOf(await line.ask({ type: 'results' }))
    const elsewhere = await step(service.url, { type: 'results' }, yesterday.resume)
    expect(withoutResume(today)).toEqual(withoutResume(elsewhere.body))
    expect(today.counts).not.toEqual(yesterday.counts)
    line.cut()
  })

  it('is answered in the order in which it was said, however fast the frames come', async () => {
    const pace = fc.asyncProperty(
      fc.array(fc.oneof(fc.constantFrom(...languages), fc.constant('xx')), { minLength: 2, maxLength: 20 }),
      async tags => {
        const line = await openLine(service.url)
        const messages = await Promise.all(tags.map(lang => line.ask({ type: 'language', lang })))
        expect(messages.map(message => (message.type === 'turn' ? message.lang : 'xx'))).toEqual(tags)
        line.cut()
      },
    )
    await fc.assert(pace, { numRuns: 30 })
  })

  it('is nobody else’s: two that go on at the same time never meet', async () => {
    const both = fc.asyncProperty(arbitraryMoves(10), arbitraryMoves(10), async (mine, yours) => {
      const walk = async (moves: typeof mine, line: Line) => {
        let message: Message = turnOf(await line.ask({ type: 'start', lang: 'de', topics: ['family'] }))
        let stand = standAfter(nowhere, message)
        for (const move of moves) {
          message = await line.ask(wireEvent(eventOf(move, stand, around)))
          stand = standAfter(stand, message)
        }
        return withoutResume(await line.ask({ type: 'results' }))
      }
      const lines = await Promise.all([openLine(service.url), openLine(service.url), openLine(service.url)])
      const alone = await walk(mine, lines[0])
      const [together] = await Promise.all([walk(mine, lines[1]), walk(yours, lines[2])])
      expect(together).toEqual(alone)
      for (const line of lines) line.cut()
    })
    await fc.assert(both, { numRuns: 20 })
  })

  it('sends turns that fit the schema that the service publishes', async () => {
    const conversations = fc.asyncProperty(
      arbitraryStart(languages),
      arbitraryMoves(15),
      async (start, moves) => {
        const line = await openLine(service.url)
        let message = await line.ask(start)
        let stand = standAfter(nowhere, message)
        for (const move of moves) {
          message = await line.ask(wireEvent(eventOf(move, stand, around)))
          stand = standAfter(stand, message)
          if (message.type === 'turn') expect(turnSchema.safeParse(message).error).toBeUndefined()
        }
        line.cut()
      },
    )
    await fc.assert(conversations, { numRuns: 30 })
  })
})
