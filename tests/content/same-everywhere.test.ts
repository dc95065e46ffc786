import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type TurnMessage, turnSchema } from '../../src/render/message.ts'
import { openLine, openPage, postForm, type SentEvent, step, turnOf } from '../support/doors.ts'
import { type RealisticPerson, realisticPeople } from '../support/realistic-people.ts'
import { realContent, type Service, startService } from '../support/service.ts'

let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const { speeches, world } = realContent()
const languages = speeches.languages.map(({ lang }) => lang)
/** Twenty people out of all groups. */
const all = realisticPeople(4)
const people = Array.from({ length: 20 }, (_, n) => all[Math.floor((n * all.length) / 20)]).flatMap(
  person => person ?? [],
)

/** What an interview is, whatever the language: its questions with what can be chosen, and what came of it. */
interface Course {
  readonly questions: readonly string[]
  readonly end: TurnMessage
}

const put = ({ question }: TurnMessage): string =>
  JSON.stringify(question && [question.id, question.kind, question.options.map(({ value }) => value)])

const answerOf = ({ facts }: RealisticPerson, question: NonNullable<TurnMessage['question']>): SentEvent => {
  const value = question.fact === null ? undefined : facts[question.fact]
  return { type: 'answer', question: question.id, kind: question.kind, value: value ?? null }
}

/** An event as it goes over a wire: without what only a form needs. */
const overWire = ({ kind: _, ...event }: SentEvent) => event

/** Interviews somebody until nothing is asked any more; `send` takes the steps after the first. */
async function interviewed(
  person: RealisticPerson,
  first: TurnMessage,
  send: (event: SentEvent, turn: TurnMessage) => Promise<TurnMessage>,
): Promise<Course> {
  const questions: string[] = []
  let turn = first
  while (turn.question) {
    questions.push(put(turn))
    turn = await send(answerOf(person, turn.question), turn)
  }
  return { questions, end: turn }
}

const startOf = ({ topics }: RealisticPerson, lang: string) => ({ type: 'start', lang, topics: [...topics] })

async function overHttp(person: RealisticPerson, lang: string): Promise<Course> {
  const first = turnOf((await step(service.url, startOf(person, lang))).body)
  return interviewed(person, first, async (event, { resume }) =>
    turnOf((await step(service.url, overWire(event), resume)).body),
  )
}

/** The verdicts of a turn; a turn shows as many offers as it has room for, the most helpful first. */
const verdictsOf = ({ offers }: TurnMessage): ReadonlyMap<string, unknown> =>
  new Map(offers.map(({ id, verdict }) => [id, verdict]))

const judgedSchema = z.object({
  offers: z.array(z.object({ id: z.string(), verdict: z.string() })),
})

/** The verdicts that the API gives on the facts of a turn, about its topics. */
async function judgedByApi({ facts }: TurnMessage, { topics }: RealisticPerson, lang: string) {
  const response = await fetch(`${service.url}/api/v1/eligibility`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ facts, topics, lang }),
  })
  const { offers } = judgedSchema.parse(await response.json())
  const concerned = offers.filter(({ id }) => {
    const offer = world.offer(id)
    return offer?.status !== 'ended' && offer?.topics.some(topic => topics.includes(topic))
  })
  return new Map(concerned.map(({ id, verdict }) => [id, verdict]))
}

const countIn = (verdicts: ReadonlyMap<string, string>) => {
  const of = (wanted: string) => [...verdicts.values()].filter(verdict => verdict === wanted).length
  return { eligible: of('eligible'), undetermined: of('undetermined'), ineligible: of('ineligible') }
}

describe('the interviews of twenty realistic people', () => {
  it('ask the same, know the same and decide the same in every language', async () => {
    expect(people.length).toBe(20)
    expect(languages.length).toBeGreaterThanOrEqual(4)
    for (const person of people) {
      const [german, ...others] = await Promise.all(languages.map(lang => overHttp(person, lang)))
      if (!german) throw new Error('nobody speaks German')
      expect(german.questions.length).toBeGreaterThan(0)
      for (const { questions, end } of others) {
        expect(questions).toEqual(german.questions)
        expect(end.facts).toEqual(german.end.facts)
        expect(end.counts).toEqual(german.end.counts)
        // Longer words leave room for fewer offers: those that are shown are the first of the same list.
        const shorter = Math.min(end.offers.length, german.end.offers.length)
        expect([...verdictsOf(end)].slice(0, shorter)).toEqual([...verdictsOf(german.end)].slice(0, shorter))
      }
    }
  })

  it('come to the same over WebSocket, over HTTP and on plain pages', async () => {
    for (const [index, person] of people.entries()) {
      const lang = languages[index % languages.length] ?? 'de'
      const posted = await overHttp(person, lang)
      const line = await openLine(service.url, lang)
      let page = await openPage(service.url, startOf(person, lang))
      const first = turnOf(await line.ask(startOf(person, lang)))
      const spoken = await interviewed(person, first, async (event, { question }) => {
        expect(page.question?.id).toBe(question?.id)
        page = await postForm(service.url, page, event)
        return turnOf(await line.ask(overWire(event)))
      })
      line.cut()
      expect(spoken.questions).toEqual(posted.questions)
      expect({ ...spoken.end, resume: '' }).toEqual({ ...posted.end, resume: '' })
      expect(page.question).toBeNull()
      expect([...page.offers].sort()).toEqual(spoken.end.offers.map(({ id }) => id).sort())
      expect(turnSchema.safeParse(spoken.end).success).toBe(true)
    }
  })

  it('hear from the API, given the facts of their turns, the verdicts of their interviews', async () => {
    for (const [index, person] of people.entries()) {
      const lang = languages[index % languages.length] ?? 'de'
      const { end } = await overHttp(person, lang)
      const judged = await judgedByApi(end, person, lang)
      expect(countIn(judged)).toEqual(end.counts)
      for (const [id, verdict] of verdictsOf(end)) expect([id, judged.get(id)]).toEqual([id, verdict])
    }
  })
})
