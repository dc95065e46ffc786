import { describe, expect, it } from 'vitest'
import { day } from '../../src/facts/day.ts'
import type { Facts } from '../../src/facts/schema.ts'
import type { Topic } from '../../src/facts/topics.ts'
import { evaluate } from '../../src/rules/evaluate.ts'
import { rank, rankByUrgency, rankRefused } from '../../src/turn/rank.ts'
import { realContent } from '../support/service.ts'

const { world } = realContent()
const today = day('2026-11-25')

/** Ids of offers in the order in which a person sees them. */
const order = (
  ids: readonly string[],
  facts: Facts,
  topics: readonly Topic[] = [],
  lines: readonly string[] = [],
): readonly string[] =>
  rank(
    ids.flatMap(id => {
      const offer = world.offer(id)
      return offer ? [{ offer, verdict: evaluate(offer.rule, facts, today) }] : []
    }),
    { topics, facts },
    lines,
    today,
  ).map(({ offer }) => offer.id)

describe('the order of what fits', () => {
  it('puts a living before advice', () => {
    expect(order(['familienkarte-hessen', 'grundsicherungsgeld'], { benefitsReceived: [] })).toEqual([
      'grundsicherungsgeld',
      'familienkarte-hessen',
    ])
  })

  it('puts what is made for some before what everybody can have, however firm the claim', () => {
    expect(order(['schwangerschaftsberatung', 'familienkarte-hessen'], { childrenAges: [3] })).toEqual([
      'familienkarte-hessen',
      'schwangerschaftsberatung',
    ])
  })

  it('puts the lines of a danger first, in their own order, once protection is what the person came for', () => {
    const ids = [
      'beratung-menschenhandel',
      'grundsicherungsgeld',
      'notruf',
      'hilfetelefon-gewalt-gegen-frauen',
    ]
    const lines = world.dangerLines('violence')
    const first = order(ids, {}, ['safety'], lines).slice(0, 2)
    expect([...first].sort((a, b) => lines.indexOf(a) - lines.indexOf(b))).toEqual(first)
    expect([...first].sort()).toEqual(['hilfetelefon-gewalt-gegen-frauen', 'notruf'])
    expect(order(ids, {})[0]).toBe('grundsicherungsgeld')
  })

  it('puts last what the person gets already, and nothing else', () => {
    const ids = ['grundsicherungsgeld', 'wohngeld', 'familienkarte-hessen']
    expect(order(ids, { benefitsReceived: ['sgb2'] })).toEqual([
      'wohngeld',
      'familienkarte-hessen',
      'grundsicherungsgeld',
    ])
    expect(order(ids, {})[0]).toBe('grundsicherungsgeld')
  })
})

describe('the order of what is refused', () => {
  it('puts first what one answer alone stands against', () => {
    const facts: Facts = { childrenAges: [], singleParent: false, residence: 'undocumented', careNeed: false }
    const judged = world.offers.map(offer => ({ offer, verdict: evaluate(offer.rule, facts, today) }))
    const refused = rankRefused(judged.filter(({ verdict }) => verdict.verdict === 'ineligible'))
    const against = refused.map(
      ({ verdict }) => verdict.reasons.filter(({ outcome }) => outcome === 'failed').length,
    )
    expect(new Set(against).size).toBeGreaterThan(1)
    expect(against).toEqual([...against].sort((a, b) => a - b))
  })
})

describe('the order of what a question can cost', () => {
  it('puts a living before a right, and a right before advice', () => {
    const offers = ['erziehungsberatung', 'kindergeld', 'grundsicherungsgeld'].flatMap(
      id => world.offer(id) ?? [],
    )
    expect(rankByUrgency(offers).map(({ id }) => id)).toEqual([
      'grundsicherungsgeld',
      'kindergeld',
      'erziehungsberatung',
    ])
  })
})
