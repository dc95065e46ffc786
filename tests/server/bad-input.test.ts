import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ErrorMessage, TurnMessage } from '../../src/render/message.ts'
import { createSeal } from '../../src/server/seal.ts'
import {
  arbitraryBadEvent,
  arbitraryBrokenJson,
  arbitraryPrototypeFrame,
  type BadEvent,
} from '../support/bad-events.ts'
import { errorOf, type Line, openLine, postTurn, step, turnOf } from '../support/doors.ts'
import { noon, realContent, type Service, secret, startService } from '../support/service.ts'

const { speeches, world } = realContent()
const languages = speeches.languages.map(({ lang }) => lang)
const badEvents = arbitraryBadEvent(world)

let service: Service
/** Somebody in each language: the same conversations go through all that is sent here. */
let talkers: readonly Talker[]
beforeAll(async () => {
  service = await startService()
  talkers = await Promise.all(languages.map(begin))
})
afterAll(async () => {
  for (const { line } of talkers) line.cut()
  await service.stop()
})

/** Whether a text is one of the sentences in which a language tells of faults. */
function tellsFaultIn(lang: string): (text: string) => boolean {
  const sentences = speeches
    .of(lang)
    .section('ui')
    .filter(([key]) => key.startsWith('error.') || key.startsWith('invalid.'))
    .map(([, text]) => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\{\w+\}\}/g, '.*'))
  const pattern = new RegExp(`^(?:${sentences.join('|')})$`)
  return text => pattern.test(text)
}

/** What makes two turns the same place in the same conversation. */
const place = ({ say: _, resume: __, ...turn }: TurnMessage) => turn

/** Somebody who told something already, and where they stand. */
interface Talker {
  readonly line: Line
  readonly lang: string
  readonly turn: TurnMessage
  readonly tellsFault: (text: string) => boolean
}

async function begin(lang: string): Promise<Talker> {
  const line = await openLine(service.url, 'de')
  turnOf(await line.ask({ type: 'start', lang, topics: ['family'] }))
  turnOf(await line.ask({ type: 'answer', question: 'childrenAges', value: [1, 4] }))
  const turn = turnOf(await line.ask({ type: 'language', lang }))
  expect(turn.transcript).toHaveLength(2)
  return { line, lang, turn, tellsFault: tellsFaultIn(lang) }
}

const talkerAt = (at: number): Talker => {
  const talker = talkers[at % talkers.length]
  if (!talker) throw new Error('nobody is talking')
  return talker
}

/** Which of the talkers. */
const someone = fc.nat(99)

/** The conversation goes on, on the same connection, from where it was. */
async function expectUnmoved({ line, lang, turn }: Talker): Promise<void> {
  expect(place(turnOf(await line.ask({ type: 'language', lang })))).toEqual(place(turn))
}

/** The fault is told as the public interface says: with a code, the field, and words of the language. */
function expectFault(
  { code, field, text }: ErrorMessage,
  wanted: Omit<BadEvent, 'event'>,
  tellsFault: (text: string) => boolean,
): void {
  expect(code).toBe(wanted.code)
  expect(field?.split('.')[0]).toBe(wanted.field)
  expect(tellsFault(text), text).toBe(true)
}

/** A start that names a language is answered in that language where it can't go on from its token. */
const languageOf = ({ event, code }: BadEvent, { tellsFault }: Talker) =>
  code === 'resume.invalid' ? tellsFaultIn((event as { readonly lang: string }).lang) : tellsFault

describe('an event that should not have been sent', () => {
  it('is answered with its fault over the WebSocket, and the conversation goes on from where it was', async () => {
    const events = fc.asyncProperty(someone, badEvents, async (at, bad) => {
      const talker = talkerAt(at)
      expectFault(errorOf(await talker.line.ask(bad.event ?? null)), bad, languageOf(bad, talker))
      await expectUnmoved(talker)
    })
    await fc.assert(events, { numRuns: 300 })
  })

  it('is answered with its fault and status 400 over HTTP', async () => {
    const events = fc.asyncProperty(someone, badEvents, async (at, bad) => {
      const talker = talkerAt(at)
      const { status, body } = await step(service.url, bad.event, talker.turn.resume)
      expect(status).toBe(400)
      expectFault(errorOf(body), bad, languageOf(bad, talker))
    })
    await fc.assert(events, { numRuns: 200 })
  })

  it('is answered with its fault where the answer does not fit the question that is put', async () => {
    const values = fc.constantFrom<unknown>('yes', 1, ['true'], [], 'true', '__proto__', '')
    const answers = fc.asyncProperty(someone, values, async (at, value) => {
      const talker = talkerAt(at)
      const { turn, line, lang } = talker
      const event = { type: 'answer', question: turn.question?.id, value }
      const fault = { code: 'value.invalid', field: 'value', text: speeches.of(lang).text('invalid.choice') }
      expect(turn.question?.kind).toBe('choice')
      expect(await line.ask(event)).toEqual({ type: 'error', ...fault })
      expect(await step(service.url, event, turn.resume)).toEqual({
        status: 400,
        body: { type: 'error', ...fault },
      })
      await expectUnmoved(talker)
    })
    await fc.assert(answers, { numRuns: 30 })
  })
})

describe('a token that is not good', () => {
  /** Spoils a good token. */
  function spoilt(kind: 'tampered' | 'cut' | 'expired' | 'foreign', token: string, at: number): string {
    const conversation = { lang: 'ar', answers: [{ question: 'pregnant' as const, value: true }] }
    const index = at % (token.length - 1)
    switch (kind) {
      case 'tampered':
        return token.slice(0, index) + (token[index] === 'A' ? 'B' : 'A') + token.slice(index + 1)
      case 'cut':
        return token.slice(0, index + 1)
      case 'expired':
        return createSeal(secret).seal(conversation, noon - 24 * 3_600_000 - 60_000)
      case 'foreign':
        return createSeal('the key of somebody else').seal(conversation, noon)
      default:
        return kind satisfies never
    }
  }
  const kinds = fc.constantFrom('tampered', 'cut', 'expired', 'foreign')

  it('opens nothing: not on a start, not over HTTP, not on a page', async () => {
    const attempts = fc.asyncProperty(someone, kinds, fc.nat(), async (at, kind, where) => {
      const talker = talkerAt(at)
      const resume = spoilt(kind, talker.turn.resume, where)
      const { lang, line, tellsFault } = talker
      const wanted = { code: 'resume.invalid', field: 'resume' }
      expectFault(errorOf(await line.ask({ type: 'start', lang, resume })), wanted, tellsFault)
      await expectUnmoved(talker)
      const body = JSON.stringify({ resume, event: { type: 'results' } })
      const posted = await postTurn(service.url, body, { 'accept-language': lang })
      expect(posted.status).toBe(400)
      expectFault(errorOf(posted.body), wanted, tellsFault)
      const form = new URLSearchParams({ event: 'results', resume })
      const page = await fetch(`${service.url}/${lang}/talk`, { method: 'POST', body: form })
      expect(page.status).toBe(400)
      expect(await page.text()).toContain(`<h1>${speeches.of(lang).text('error.resume.invalid')}`)
    })
    await fc.assert(attempts, { numRuns: 60 })
  })
})

describe('a frame that is no event', () => {
  it('is answered with an error where it is no JSON, over the WebSocket and over HTTP', async () => {
    const frames = fc.asyncProperty(someone, arbitraryBrokenJson, async (at, frame) => {
      const talker = talkerAt(at)
      const { code, text } = errorOf(await talker.line.put(frame))
      expect(code).toBe('frame.invalid')
      expect(talker.tellsFault(text), text).toBe(true)
      await expectUnmoved(talker)
      const { status, body } = await postTurn(service.url, frame, { 'accept-language': talker.lang })
      expect(status).toBe(400)
      expectFault(errorOf(body), { code: 'frame.invalid', field: 'body' }, talker.tellsFault)
    })
    await fc.assert(frames, { numRuns: 100 })
  })

  it('is answered with an error where it is binary', async () => {
    const frames = fc.asyncProperty(someone, fc.uint8Array({ maxLength: 2000 }), async (at, bytes) => {
      const talker = talkerAt(at)
      for (const frame of [Buffer.from(bytes), Buffer.from('{"type":"back"}')]) {
        const { code, text } = errorOf(await talker.line.put(frame))
        expect(code).toBe('frame.binary')
        expect(talker.tellsFault(text), text).toBe(true)
      }
      await expectUnmoved(talker)
    })
    await fc.assert(frames, { numRuns: 30 })
  })

  it('is answered with an error where it is too large, up to a megabyte', async () => {
    const talker = talkerAt(languages.length - 1)
    for (const size of [33 * 1024, 100_000, 1024 * 1024]) {
      const text = 'ж'.repeat(size / 2)
      const { code, text: told } = errorOf(await talker.line.ask({ type: 'say', text }))
      expect(code).toBe('frame.tooLarge')
      expect(talker.tellsFault(told), told).toBe(true)
      const { status, body } = await step(service.url, { type: 'say', text })
      expect(status).toBe(400)
      expect(errorOf(body)).toMatchObject({ code: 'frame.tooLarge', field: 'body' })
    }
    const { code, field } = errorOf(await talker.line.ask({ type: 'say', text: 'x'.repeat(10_000) }))
    expect([code, field]).toEqual(['text.tooLong', 'text'])
    await expectUnmoved(talker)
  })

  it('ends its own connection alone where it is larger than anything', async () => {
    const { line, turn, lang } = await begin('de')
    const flood = line.put('x'.repeat(3 * 1024 * 1024))
    await expect(flood).rejects.toThrow()
    expect(await line.ended).toBeGreaterThan(1000)
    const again = await openLine(service.url)
    expect(place(turnOf(await again.ask({ type: 'start', lang, resume: turn.resume })))).toEqual(place(turn))
    again.cut()
    await expectUnmoved(talkerAt(0))
  })

  it('brings nothing into the prototypes of the service', async () => {
    const frames = fc.asyncProperty(someone, arbitraryPrototypeFrame, async (at, frame) => {
      const talker = talkerAt(at)
      expect(talker.tellsFault(errorOf(await talker.line.put(frame)).text)).toBe(true)
      await expectUnmoved(talker)
      const body = JSON.stringify({ resume: talker.turn.resume, event: 0 }).replace(/0\}$/, `${frame}}`)
      const { status } = await postTurn(service.url, body)
      expect(status).toBe(400)
      expect('polluted' in {}).toBe(false)
    })
    await fc.assert(frames, { numRuns: 30 })
  })
})

describe('a body that is no step', () => {
  it.each([
    ['nothing', '', 'body'],
    ['null', 'null', 'body'],
    ['a list', '[]', 'body'],
    ['a number', '7', 'body'],
    ['an empty object', '{}', 'event'],
    ['a token of a wrong type', '{"resume":7,"event":{"type":"back"}}', 'resume'],
    ['another field', '{"event":{"type":"back"},"shoeSize":42}', 'shoeSize'],
    ['a prototype', '{"event":{"type":"back"},"__proto__":{}}', 'body'],
  ])('is answered with status 400 and the field: %s', async (_, body, field) => {
    const posted = await postTurn(service.url, body)
    expect(posted.status).toBe(400)
    expect(errorOf(posted.body).field).toBe(field)
    expect(tellsFaultIn('de')(errorOf(posted.body).text)).toBe(true)
  })

  it('is answered with status 400 where its type is not JSON', async () => {
    for (const type of ['text/plain', 'application/xml', 'multipart/form-data']) {
      const posted = await postTurn(service.url, '{"event":{"type":"back"}}', { 'content-type': type })
      expect(posted.status).toBe(400)
      expect(errorOf(posted.body).field).toBe('body')
    }
  })
})

describe('a text that nobody can read', () => {
  const signs = [
    ...'\u0000\u0007\u001b\u200b\u200e\u200f\u202a\u202b\u202e\u2066\u2069\ufeff\ufffe\u0301\t\n\r',
  ]
  const unreadable = fc.oneof(
    fc.array(fc.constantFrom(...signs, '\ud800'), { maxLength: 500 }).map(parts => parts.join('')),
    fc.constantFrom('', ' ', '\u0301'.repeat(2000), '\u202e'.repeat(2000), '😀'.repeat(1000)),
  )

  it('is no answer: the person is asked again', async () => {
    const texts = fc.asyncProperty(someone, unreadable, async (at, text) => {
      const talker = talkerAt(at)
      const { say, ...turn } = turnOf(await talker.line.ask({ type: 'say', text }))
      expect(say.length).toBeGreaterThan(0)
      expect(turn.transcript).toEqual(talker.turn.transcript)
      expect(turn.question).toEqual(talker.turn.question)
      await expectUnmoved(talker)
    })
    await fc.assert(texts, { numRuns: 60 })
  })

  it('never breaks the conversation, whatever it is', async () => {
    const texts = fc.asyncProperty(
      someone,
      fc.string({ unit: 'binary', maxLength: 300 }),
      async (at, text) => {
        const talker = talkerAt(at)
        const heard = turnOf(await talker.line.ask({ type: 'say', text }))
        expect(heard.transcript.slice(0, 2)).toEqual(talker.turn.transcript)
        if (heard.transcript.length > 2) turnOf(await talker.line.ask({ type: 'back' }))
        await expectUnmoved(talker)
      },
    )
    await fc.assert(texts, { numRuns: 100 })
  })
})

describe('the service', () => {
  it('keeps nothing of 2,000 frames', async () => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    const held = () => {
      collect()
      collect()
      const { heapUsed, arrayBuffers } = process.memoryUsage()
      return (heapUsed + arrayBuffers) / 1024 / 1024
    }
    const { line } = talkerAt(0)
    const frames = fc.sample(
      badEvents.map(({ event }) => event),
      { numRuns: 100, seed: 1 },
    )
    const flood = async (round: number) => {
      // Every frame is another one, so that whatever is kept by its text is kept anew.
      for (const [at, event] of frames.entries()) {
        const filling = `${round}.${at}.`.padEnd(24_000, 'x')
        await line.ask(event)
        for (const part of ['a', 'b']) {
          await line.ask({ type: 'say', text: `${round}.${at}.${part}.${'😀'.repeat(1950)}` })
        }
        await line.put(JSON.stringify({ type: 'say', text: filling }))
        await line.put(JSON.stringify({ type: filling }))
        await line.put(JSON.stringify({ type: 'start', lang: 'de', resume: filling }))
        await line.put(JSON.stringify({ type: 'offer', id: `${round}.${at}` }))
        await line.put(JSON.stringify({ type: 'back', [filling]: 1 }))
        await line.put(`${filling}{`)
        await line.put(Buffer.from(filling))
      }
    }
    for (const round of [0, 1]) await flood(round)
    const before = held()
    for (const round of [2, 3, 4]) await flood(round)
    // The texts of one kind of frame alone would be 5 MB, if they were kept.
    expect(held() - before).toBeLessThan(4.5)
    await expectUnmoved(talkerAt(0))
  })

  it('is still the one that was started', async () => {
    expect((await fetch(`${service.url}/healthz`)).status).toBe(200)
  })
})
