import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Message, TurnMessage } from '../../../src/render/message.ts'
import { errorOf, openLine, step as post, type SentEvent, turnOf } from '../../support/doors.ts'
import { noon, realContent, type Service, startService } from '../../support/service.ts'

const { speeches } = realContent()
let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

/** The answers of a mother, by the events that give them. */
const told: readonly SentEvent[] = [
  { type: 'start', lang: 'uk', topics: ['family'] },
  { type: 'say', text: 'У мене двоє дітей, 1 і 4 роки' },
]
const share: SentEvent = { type: 'handover', facts: ['topics', 'childrenAges'] }

const step = async (event: SentEvent, resume?: string) => (await post(service.url, event, resume)).body
/** Takes steps over HTTP, each with the token of the one before. */
async function walk(events: readonly SentEvent[], resume?: string): Promise<TurnMessage> {
  const [event, ...rest] = events
  if (!event) throw new Error('there is nothing to do')
  const turn = turnOf(await step(event, resume))
  return rest.length === 0 ? turn : walk(rest, turn.resume)
}
const open = async (code: string) => {
  const response = await fetch(`${service.url}/de/counsel`, {
    method: 'POST',
    body: new URLSearchParams({ code }),
  })
  return { status: response.status, html: await response.text() }
}

describe('the event that hands over', () => {
  it.each(['a socket', 'HTTP'])('gives a code by %s that opens what was named', async door => {
    const line = await openLine(service.url)
    const take = async (): Promise<Message> => {
      if (door === 'HTTP') return walk([...told, share])
      for (const event of told) await line.ask(event)
      return line.ask(share)
    }
    const { handover } = turnOf(await take())
    line.cut()
    expect(handover?.code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}$/)
    expect(handover?.url).toBe(`${service.url}/counsel#${handover?.code}`)
    expect(handover?.expires).toBe(new Date(noon + 24 * 60 * 60 * 1000).toISOString())
    const { status, html } = await open(handover?.code ?? '')
    expect(status).toBe(200)
    expect(html).toContain(speeches.of('de').text('questions:childrenAges.text').slice(0, 20))
  })

  it('keeps the conversation as it is, and says the code once', async () => {
    const before = await walk(told)
    const made = await walk([share], before.resume)
    expect(made.transcript).toEqual(before.transcript)
    const after = await walk([{ type: 'language', lang: 'uk' }], made.resume)
    expect(after.handover).toBeUndefined()
    expect(after.transcript).toEqual(before.transcript)
  })

  it('is taken in its turn, though another event comes right behind it', async () => {
    const line = await openLine(service.url)
    for (const event of told) await line.ask(event)
    const [made, after] = await Promise.all([line.ask(share), line.ask({ type: 'results' })])
    expect(turnOf(made).handover?.code).toBeDefined()
    expect(turnOf(after).handover).toBeUndefined()
    expect(turnOf(after).counts.eligible).toBeGreaterThan(0)
    // What it handed over is known to the step behind, too.
    await line.ask({ type: 'forget' })
    line.cut()
    expect((await open(turnOf(made).handover?.code ?? '')).html).toContain(
      speeches.of('de').text('counsel.ended'),
    )
  })

  it('forgets what was handed over with everything else, on any server that has the token', async () => {
    const made = await walk([...told, share])
    const again = await walk([share], made.resume)
    await walk([{ type: 'forget' }], again.resume)
    for (const { handover } of [made, again]) {
      const { status, html } = await open(handover?.code ?? '')
      expect(status).toBe(400)
      expect(html).toContain(speeches.of('de').text('counsel.ended'))
    }
  })

  it('leaves the hand-overs of others alone', async () => {
    const [mine, yours] = [await walk([...told, share]), await walk([...told, share])]
    await walk([{ type: 'forget' }], mine.resume)
    expect((await open(yours.handover?.code ?? '')).status).toBe(200)
  })

  it.each([
    [[], 'handover.nothing'],
    [['residence'], 'handover.nothing'],
    [['noSuchFact'], 'question.unknown'],
    [['__proto__'], 'question.unknown'],
  ])('says what is wrong with %j, in the language of the person', async (facts, code) => {
    const { resume } = await walk(told)
    const error = errorOf(await step({ type: 'handover', facts }, resume))
    expect(error).toMatchObject({ code, field: 'facts', text: speeches.of('uk').text(`error.${code}`) })
  })

  it('says so where too many are made at once, and loses nothing', async () => {
    const { resume } = await walk(told)
    const all = await Promise.all(Array.from({ length: 50 }, () => step(share, resume)))
    const refused = all.filter(message => message.type === 'error')
    expect(refused.length).toBeGreaterThan(0)
    for (const message of refused) expect(errorOf(message).code).toBe('handover.busy')
    expect(turnOf(await step({ type: 'results' }, resume)).transcript).toHaveLength(2)
  })
})
