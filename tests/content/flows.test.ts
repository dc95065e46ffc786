import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flows, sensitive } from '../../flows/index.ts'
import { readCatalogue } from '../../src/catalogue/read.ts'
import type { Flow } from '../../src/dialogue/flow.ts'
import { isQuestionId } from '../../src/dialogue/question.ts'
import { replay } from '../../src/dialogue/replay.ts'
import { day } from '../../src/facts/day.ts'
import type { FactName } from '../../src/facts/schema.ts'
import { survey } from '../../src/rules/survey.ts'
import { arbitraryFacts } from '../support/arbitrary-facts.ts'
import { firstOf, interview } from '../support/interview.ts'

const today = day('2026-11-21')
const all: readonly Flow[] = [...Object.values(flows.byTopic), flows.last]
const each = all.map(flow => [flow.name, flow] as const)

describe('every flow', () => {
  it.each(Object.entries(flows.byTopic))('is called after its topic: %s', (topic, flow) => {
    expect(flow.name).toBe(topic)
  })

  it.each(each)('passes every question of %s while nothing is known', (_, flow) => {
    const way = firstOf(flow.walk(() => ({}), today))
    expect([...new Set(way)].sort()).toEqual([...flow.asks].sort())
  })

  it.each(each)('comes to an end in %s, whoever walks, and asks nothing twice', (_, flow) => {
    fc.assert(
      fc.property(arbitraryFacts(), facts => {
        const way = firstOf(flow.walk(() => facts, today))
        expect(new Set(way).size).toBe(way.length)
        expect(way.length).toBeLessThanOrEqual(Object.keys(flow.steps).length)
      }),
    )
  })

  it.each(each)('leaves no step of %s without a way on: its last branch has no condition', (_, flow) => {
    const stuck = Object.entries(flow.steps).filter(
      ([, { next }]) => typeof next !== 'string' && next.at(-1)?.if,
    )
    expect(stuck.map(([step]) => step)).toEqual([])
  })
})

describe('every branch', () => {
  /** Many different people, the same ones each time. */
  const people = fc.sample(arbitraryFacts(), { numRuns: 1500, seed: 1 })
  const branches = ({ steps }: Flow) =>
    Object.entries(steps).flatMap(([from, { ask, next }]) =>
      (typeof next === 'string' ? [{ to: next }] : next).map(({ to }) => ({
        from,
        to,
        pair: `${ask} → ${steps[to]?.ask ?? to}`,
      })),
    )

  it.each(each)('of %s is taken by somebody', (_, flow) => {
    const taken = new Set(
      people.flatMap(facts => {
        const way = [...firstOf(flow.walk(() => facts, today)), 'done']
        return way.map((ask, index) => `${ask} → ${way[index + 1]}`)
      }),
    )
    const idle = branches(flow).filter(({ pair }) => !taken.has(pair))
    expect(idle.map(({ pair }) => pair)).toEqual([])
  })

  it.each(each)('of %s leads on to a step that is written further down', (_, flow) => {
    const order = [...Object.keys(flow.steps), 'done']
    const back = branches(flow).filter(({ from, to }) => order.indexOf(to) <= order.indexOf(from))
    expect(back).toEqual([])
  })
})

describe('all flows together', () => {
  it('put every question of theirs, the topics first and the place last, while nothing is answered', () => {
    const { ahead } = replay(flows, [], today)
    expect(new Set(ahead)).toEqual(new Set(['topics', ...all.flatMap(({ asks }) => asks)]))
    expect([ahead[0], ahead.at(-1)]).toEqual(['topics', 'kreis'])
  })

  it('never put more questions after an answer than before it', () => {
    fc.assert(
      fc.property(interview(flows), steps => {
        for (const [index, { ahead }] of steps.entries()) {
          const before = steps[index - 1]?.ahead ?? ahead
          expect(before).toEqual(expect.arrayContaining([...ahead]))
        }
      }),
    )
  })

  it('know only questions that there are as sensitive', () => {
    expect([...sensitive].filter(question => !isQuestionId(question))).toEqual([])
  })

  it('ask in no topic for what can settle no offer of it, but for the residence questions that stand together', () => {
    const together = ['residenceBasis', 'titleSince', 'arrivalDate', 'livesInReceptionCentre']
    const { offers } = readCatalogue('catalogue')
    const idle = Object.entries(flows.byTopic).flatMap(([topic, { asks }]) => {
      const read = new Set(
        offers
          .filter(offer => offer.status !== 'ended' && offer.topics.some(name => name === topic))
          .flatMap(({ rule }) => survey(rule, {}, today).missing),
      )
      return asks.filter(fact => !read.has(fact) && !together.includes(fact)).map(fact => `${topic}: ${fact}`)
    })
    expect(idle).toEqual([])
  })

  it('ask for every fact that can settle a rule in the flow of each topic of its offer', () => {
    // Who seeks protection is not asked for more than help needs: these offers are found all the same.
    const spared = ['safety pregnant', 'safety residence', 'safety affectedByDiscrimination']
    const { offers } = readCatalogue('catalogue')
    const everywhere = new Set<FactName>(flows.last.asks)
    const unasked = offers
      .filter(({ status }) => status !== 'ended')
      .flatMap(({ id, topics, rule }) =>
        topics.flatMap(topic => {
          const questions = flows.byTopic[topic]?.asks ?? []
          // A place settles Kreis and municipality at once.
          return survey(rule, {}, today)
            .missing.filter(fact => fact !== 'gemeinde' && !everywhere.has(fact) && !questions.includes(fact))
            .filter(fact => !spared.includes(`${topic} ${fact}`))
            .map(fact => `${topic} does not ask for ${fact}, which ${id} reads`)
        }),
      )
    expect(unasked).toEqual([])
  })
})
