import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TurnMessage } from '../../src/render/message.ts'
import {
  errorOf,
  type Line,
  openLine,
  openPage,
  postForm,
  type SentEvent,
  step,
  turnOf,
} from '../support/doors.ts'
import {
  arbitraryMoves,
  arbitraryStart,
  eventOf,
  type Move,
  nowhere,
  type Stand,
  standAfter,
  wireEvent,
} from '../support/random-walk.ts'
import { noon, realContent, type Service, secret, startService } from '../support/service.ts'

const { speeches, world } = realContent()
const languages = speeches.languages.map(({ lang }) => lang)
const around = { languages, offers: world.offers.map(({ id }) => id) }
const day = 24 * 60 * 60 * 1000

let now = noon
/** Two services with one key, one whose key has changed since, and one of somebody else. */
let first: Service
let second: Service
let rotated: Service
let stranger: Service
beforeAll(async () => {
  const clock = () => now
  first = await startService({ now: clock })
  second = await startService({ now: clock })
  const keys = { SECRET: 'the key that came after', SECRET_PREVIOUS: secret }
  rotated = await startService({ now: clock, environment: keys })
  stranger = await startService({ now: clock, environment: { SECRET: 'the key of somebody else' } })
})
afterAll(() => Promise.all([first, second, rotated, stranger].map(({ stop }) => stop())))

/** Somebody in the middle of a conversation. */
interface Middle {
  readonly line: Line
  readonly stand: Stand
  /** What was said so far. */
  readonly events: readonly SentEvent[]
  /** All that is known. */
  readonly turn: TurnMessage
}

/** Walks into the middle of a conversation. */
async function walk(start: SentEvent & { readonly lang: string }, moves: readonly Move[]): Promise<Middle> {
  const line = await openLine(first.url, start.lang)
  const events: SentEvent[] = [start]
  let turn = turnOf(await line.ask(start))
  let stand = standAfter(nowhere, turn)
  for (const move of moves) {
    const event = wireEvent(eventOf(move, stand, around))
    const message = await line.ask(event)
    events.push(event)
    stand = standAfter(stand, message)
    if (message.type === 'turn') turn = message
  }
  return { line, stand, events, turn: turnOf(await line.ask({ type: 'language', lang: turn.lang })) }
}

/** What makes two turns the same place in the same conversation. */
const place = ({ say: _, resume: __, ...turn }: TurnMessage) => turn

/** The answers, without their words. */
const answersOf = ({ transcript }: Pick<TurnMessage, 'transcript'>) =>
  transcript.map(({ question, answer }) => [question, answer.value, answer.because])

const family = { type: 'start', lang: 'de', topics: ['family'] }

describe('a conversation that was cut', () => {
  it('goes on where it was: on the same service, on another one, and after a change of the key', async () => {
    const cuts = fc.asyncProperty(arbitraryStart(languages), arbitraryMoves(15), async (start, moves) => {
      const { line, turn } = await walk(start, moves)
      line.cut()
      for (const { url } of [first, second, rotated]) {
        const again = await openLine(url)
        const resumed = turnOf(await again.ask({ type: 'start', lang: turn.lang, resume: turn.resume }))
        expect(place(resumed)).toEqual(place(turn))
        again.cut()
      }
    })
    await fc.assert(cuts, { numRuns: 40 })
  })

  it('loses no answer when the connection is cut after every step, and another service answers each time', async () => {
    const cuts = fc.asyncProperty(arbitraryStart(languages), arbitraryMoves(12), async (start, moves) => {
      const { line, events, turn } = await walk(start, moves)
      line.cut()
      let { lang, resume } = turnOf((await step(first.url, start)).body)
      for (const [at, event] of events.slice(1).entries()) {
        const again = await openLine((at % 2 === 0 ? second : first).url)
        turnOf(await again.ask({ type: 'start', lang, resume }))
        const message = await again.ask(event)
        if (message.type === 'turn') ({ lang, resume } = message)
        again.cut()
      }
      expect(place(turnOf((await step(second.url, { type: 'language', lang }, resume)).body))).toEqual(
        place(turn),
      )
    })
    await fc.assert(cuts, { numRuns: 25 })
  })

  it('goes on in another language where it is wished', async () => {
    const { line, turn } = await walk(family, [{ kind: 'answer', a: 2, b: 4 }])
    line.cut()
    const resumed = turnOf((await step(second.url, { type: 'start', lang: 'ar', resume: turn.resume })).body)
    expect(resumed.lang).toBe('ar')
    expect(answersOf(resumed)).toEqual(answersOf(turn))
    expect(resumed.transcript).not.toEqual(turn.transcript)
  })

  it('ends a day after the last step, and begins anew without a crash', async () => {
    const { line, turn } = await walk(family, [{ kind: 'answer', a: 2, b: 4 }])
    line.cut()
    now = noon + day - 1
    const { resume } = turnOf((await step(first.url, { type: 'results' }, turn.resume)).body)
    now = noon + day + 60_000
    const late = await step(first.url, { type: 'results' }, turn.resume)
    expect(late).toMatchObject({ status: 400, body: { code: 'resume.invalid', field: 'resume' } })
    const kept = turnOf((await step(first.url, { type: 'results' }, resume)).body)
    expect(answersOf(kept)).toEqual(answersOf(turn))
    now = noon
  })

  it('is nobody else’s: a foreign token is refused, and what stood there before goes on', async () => {
    const tokens = fc.asyncProperty(arbitraryStart(languages), arbitraryMoves(8), async (start, moves) => {
      const mine = await walk(family, [{ kind: 'answer', a: 3, b: 7 }])
      const theirs = await openLine(stranger.url)
      const { resume } = turnOf(await theirs.ask(start))
      const refused = errorOf(await mine.line.ask({ type: 'start', lang: 'en', resume }))
      expect(refused).toMatchObject({ code: 'resume.invalid', field: 'resume' })
      expect(refused.text).toBe(speeches.of('en').text('error.resume.invalid'))
      expect(place(turnOf(await mine.line.ask({ type: 'language', lang: 'de' })))).toEqual(place(mine.turn))
      const { line, turn } = await walk(start, moves)
      expect((await theirs.ask({ type: 'start', lang: 'de', resume: turn.resume })).type).toBe('error')
      for (const each of [line, theirs, mine.line]) each.cut()
    })
    await fc.assert(tokens, { numRuns: 10 })
  })
})

describe('a double tap', () => {
  it('shows where the person is, and answers nothing but the question it was meant for', async () => {
    const taps = fc.asyncProperty(
      arbitraryStart(languages),
      arbitraryMoves(12),
      fc.nat(),
      async (start, moves, a) => {
        const { line, stand, turn } = await walk(start, moves)
        const tap = wireEvent(
          eventOf({ kind: 'answer', a, b: a }, { ...stand, question: turn.question }, around),
        )
        const once = await line.ask(tap)
        fc.pre(
          tap.type === 'answer' && once.type === 'turn' && once.progress.answered > turn.progress.answered,
        )
        const known = turnOf(await line.ask({ type: 'language', lang: turn.lang }))
        const twice = turnOf(await line.ask(tap))
        expect(standAfter(known, twice)).toEqual({ question: known.question, transcript: known.transcript })
        expect([twice.facts, twice.counts, twice.progress]).toEqual([
          known.facts,
          known.counts,
          known.progress,
        ])
        expect(twice.say.map(({ text }) => text)).toContain(
          speeches.of(turn.lang).text('say.alreadyAnswered'),
        )
        line.cut()
      },
    )
    await fc.assert(taps, { numRuns: 40 })
  })

  it('gives the same turn twice where the same token is sent twice', async () => {
    const { body } = await step(first.url, family)
    const { resume } = turnOf(body)
    const answer = { type: 'answer', question: 'childrenAges', value: [1, 4] }
    const taps = await Promise.all([answer, answer].map(event => step(first.url, event, resume)))
    const [once, twice] = taps.map(({ body: message }) => turnOf(message))
    expect(once && answersOf(once)).toEqual([['childrenAges', [1, 4], undefined]])
    expect(twice && place(twice)).toEqual(once && place(once))
  })

  it('on a plain page shows where the person is', async () => {
    const page = await openPage(first.url, family)
    const answer = { type: 'answer', question: 'childrenAges', kind: 'numbers', value: [1, 4] }
    const next = await postForm(first.url, page, answer)
    const again = await postForm(first.url, next, answer)
    expect(next.question?.id).not.toBe('childrenAges')
    expect(again.question).toEqual(next.question)
    expect(again.transcript).toEqual(next.transcript)
    expect(again.said).toContain(speeches.of('de').text('say.alreadyAnswered'))
  })
})

describe('going back', () => {
  it('takes back the last answer and nothing else', async () => {
    const steps = fc.asyncProperty(
      arbitraryStart(languages),
      arbitraryMoves(12),
      fc.nat(),
      async (start, moves, a) => {
        const { line, stand, turn } = await walk(start, moves)
        const event = wireEvent(
          eventOf({ kind: 'answer', a, b: a }, { ...stand, question: turn.question }, around),
        )
        const answered = await line.ask(event)
        fc.pre(event.type === 'answer' && answered.type === 'turn')
        fc.pre(answered.progress.answered === turn.progress.answered + 1)
        expect(place(turnOf(await line.ask({ type: 'back' })))).toEqual(place(turn))
        line.cut()
      },
    )
    await fc.assert(steps, { numRuns: 40 })
  })

  it('ends at the beginning, however often it is done', async () => {
    const { line, turn } = await walk(family, [
      { kind: 'answer', a: 1, b: 4 },
      { kind: 'skip', a: 1, b: 0 },
    ])
    expect(turn.transcript).toHaveLength(3)
    for (const left of [2, 1, 0, 0]) {
      expect(turnOf(await line.ask({ type: 'back' })).transcript).toHaveLength(left)
    }
    line.cut()
  })
})

describe('a change', () => {
  it('keeps what still applies, and drops what applied to the old answer alone', async () => {
    const line = await openLine(first.url)
    turnOf(await line.ask(family))
    for (const [question, value] of [
      ['childrenAges', [4]],
      ['singleParent', true],
      ['receivesMaintenance', false],
      ['pregnant', false],
    ]) {
      expect(turnOf(await line.ask({ type: 'answer', question, value })).transcript).toHaveLength(1)
    }
    const german = speeches.of('de')
    const without = turnOf(await line.ask({ type: 'change', question: 'childrenAges', value: [] }))
    expect(without.facts).toEqual({ childrenAges: [], pregnant: false })
    expect(without.say.map(({ text }) => text)).toContain(
      german.text('say.droppedList', {
        questions: `${german.text('questions:singleParent.short')}, ${german.text('questions:receivesMaintenance.short')}`,
      }),
    )
    const older = turnOf(await line.ask({ type: 'change', question: 'childrenAges', value: [9] }))
    expect(older.facts).toEqual({ childrenAges: [9], pregnant: false })
    line.cut()
  })

  it('touches no other answer that stays, whatever is changed to whatever', async () => {
    const changes = fc.asyncProperty(
      arbitraryStart(languages),
      arbitraryMoves(15, ['answer', 'skip', 'say']),
      fc.nat(),
      fc.nat(),
      async (start, moves, a, b) => {
        const { line, stand, turn } = await walk(start, moves)
        const event = eventOf({ kind: 'change', a, b }, stand, around)
        const changed = await line.ask(wireEvent(event))
        fc.pre(event.type === 'change' && changed.type === 'turn')
        const others = (message: TurnMessage) =>
          answersOf(message).filter(([question]) => question !== event['question'])
        const before = others(turn)
        const after = others(changed)
        expect(before.filter(answer => after.some(([question]) => question === answer[0]))).toEqual(after)
        // A place is resolved, or put again where it could be several.
        const { answer } = changed.transcript.find(({ question }) => question === event['question']) ?? {}
        if (event['kind'] !== 'place') expect(answer?.value).toEqual(event['value'])
        line.cut()
      },
    )
    await fc.assert(changes, { numRuns: 40 })
  })
})

describe('forgetting', () => {
  it('leaves nothing: the token that comes back holds no answer', async () => {
    const ends = fc.asyncProperty(arbitraryStart(languages), arbitraryMoves(10), async (start, moves) => {
      const { line, turn } = await walk(start, moves)
      const gone = turnOf(await line.ask({ type: 'forget' }))
      const fresh = turnOf((await step(first.url, { type: 'start', lang: turn.lang })).body)
      expect(place(gone)).toEqual(place(fresh))
      const resumed = turnOf((await step(second.url, { type: 'results' }, gone.resume)).body)
      expect(resumed).toMatchObject({ transcript: [], facts: {}, lang: turn.lang })
      line.cut()
    })
    await fc.assert(ends, { numRuns: 25 })
  })
})
