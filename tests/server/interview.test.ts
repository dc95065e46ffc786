import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TurnMessage } from '../../src/render/message.ts'
import { openLine, openPage, postForm, turnOf } from '../support/doors.ts'
import { realisticPeople } from '../support/realistic-people.ts'
import { type Service, startService } from '../support/service.ts'

let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

type Line = Awaited<ReturnType<typeof openLine>>
const answer = async (line: Line, turn: TurnMessage, value: unknown, because?: string) =>
  turnOf(
    await line.ask({
      type: 'answer',
      question: turn.question?.id ?? '',
      value,
      ...(because !== undefined && { because }),
    }),
  )
const begin = async (...topics: readonly string[]) => {
  const line = await openLine(service.url)
  return { line, turn: turnOf(await line.ask({ type: 'start', lang: 'de', topics: [...topics] })) }
}

describe('a question', () => {
  it('says what it costs to leave it open, and names the offers where they are few', async () => {
    const { line, turn } = await begin('money')
    const counts = new Set<number>()
    for (let now = turn; now.question !== null; now = await answer(line, now, null)) {
      const { price } = now.question
      // The place alone may cost no verdict: it names the office.
      if (!price) continue
      counts.add(price.count)
      expect(price.text).toContain(String(price.count))
      expect(price.titles).toHaveLength(price.count <= 3 ? price.count : 0)
    }
    expect(Math.max(...counts)).toBeGreaterThan(3)
    expect(Math.min(...counts)).toBeLessThan(3)
    line.cut()
  })

  it('costs exactly the offers that then lack it', async () => {
    const { line, turn } = await begin('german')
    const { id, price } = turn.question ?? {}
    const after = await answer(line, turn, null, 'refused')
    expect(after.facts).toEqual({})
    const results = turnOf(await line.ask({ type: 'results' }))
    const lacking = results.offers.filter(
      offer => 'because' in offer && offer.because?.includes('nicht sagen'),
    )
    expect(id).toBe('germanLevel')
    expect(lacking).toHaveLength(price?.count ?? 0)
    line.cut()
  })
})

describe('an answer that was left open', () => {
  it('is told apart in the results: not known, not said, not asked yet', async () => {
    const { line, turn } = await begin('german')
    const second = await answer(line, turn, null, 'unknown')
    await answer(line, second, null, 'refused')
    const { offers } = turnOf(await line.ask({ type: 'results' }))
    const because = offers.flatMap(offer => ('because' in offer ? (offer.because ?? '') : '')).join('\n')
    expect(because).toContain('Sie wissen das nicht: Deutschkenntnisse')
    expect(because).toContain('Sie möchten das nicht sagen: Ihr Alter')
    expect(because).toContain('Noch nicht beantwortet: ')
    line.cut()
  })

  it('stands with the reason that it keeps open, which leads back to the question', async () => {
    const { line, turn } = await begin('german')
    await answer(line, turn, null, 'refused')
    const { offer } = turnOf(await line.ask({ type: 'offer', id: 'vhs-deutschkurs' }))
    const open = offer?.reasons?.find(({ question }) => question === 'germanLevel')
    expect(open).toMatchObject({ outcome: 'unknown', answer: 'Deutschkenntnisse: Nicht gesagt' })
    const again = turnOf(await line.ask({ type: 'revise', question: 'germanLevel' }))
    expect(again.question).toMatchObject({ id: 'germanLevel', revision: true })
    line.cut()
  })
})

describe('a refused offer', () => {
  it('says in the results what refuses it, and leads to the answer that does', async () => {
    const { line, turn } = await begin('family')
    await answer(line, turn, [])
    const { offers } = turnOf(await line.ask({ type: 'results' }))
    const refused = offers.filter(({ verdict }) => verdict === 'ineligible')
    expect(refused.length).toBeGreaterThan(3)
    expect(refused.filter(offer => !('because' in offer && offer.because))).toEqual([])
    const { offer } = turnOf(await line.ask({ type: 'offer', id: 'kindergeld' }))
    expect(
      offer?.reasons?.filter(({ outcome }) => outcome === 'failed').map(({ question }) => question),
    ).toContain('childrenAges')
    line.cut()
  })
})

describe('a long interview', () => {
  const person = realisticPeople(3).find(({ topics }) => topics.length >= 4)

  it('rests after 16 questions, shows what it has when asked for it, and goes on with the next answer', async () => {
    const { line, turn } = await begin(...(person?.topics ?? []))
    let now = turn
    const rested: number[] = []
    for (let asked = 1; now.question !== null; asked++) {
      const given: unknown = Object.entries(person?.facts ?? {}).find(
        ([name]) => name === now.question?.id,
      )?.[1]
      now = await answer(line, now, given ?? null)
      if (now.paused) {
        rested.push(asked)
        expect(now.progress.remaining).toBeGreaterThan(0)
        const results = turnOf(await line.ask({ type: 'results' }))
        expect(results).toMatchObject({ paused: true, question: { id: now.question?.id } })
        expect(results.offers.some(offer => 'summary' in offer)).toBe(true)
      }
    }
    expect(rested).toEqual([16])
    expect(now.paused).toBeUndefined()
    line.cut()
  })

  it('rests without JavaScript, too: the results stand on the page, and the next question below them', async () => {
    let page = await openPage(service.url, { type: 'start', lang: 'de', topics: ['family', 'money', 'work'] })
    for (let asked = 1; asked <= 17; asked++) {
      const id = page.question?.id ?? ''
      page = await postForm(service.url, page, { type: 'answer', question: id, kind: 'choice', value: null })
      expect(page.status).toBe(200)
      expect(page.question?.id).not.toBe(id)
      // Before the rest a page shows what is decided; at the rest also what is open.
      expect(page.offers.length > 40, `after ${asked} questions`).toBe(asked === 16)
    }
  })
})
