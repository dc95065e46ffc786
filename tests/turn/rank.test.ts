import { describe, expect, it } from 'vitest'
import { day } from '../../src/facts/day.ts'
import type { Facts } from '../../src/facts/schema.ts'
import { evaluate } from '../../src/rules/evaluate.ts'
import { rank } from '../../src/turn/rank.ts'
import { realContent } from '../support/service.ts'

const { world } = realContent()
const today = day('2026-11-25')

/** Ids of offers in the order in which a person sees them. */
const order = (ids: readonly string[], facts: Facts): readonly string[] =>
  rank(
    ids.flatMap(id => {
      const offer = world.offer(id)
      return offer ? [{ offer, verdict: evaluate(offer.rule, facts, today) }] : []
    }),
    [],
    facts,
  ).map(({ offer }) => offer.id)

describe('the order of what fits', () => {
  it('puts a living before advice', () => {
    expect(order(['familienkarte-hessen', 'grundsicherungsgeld'], { benefitsReceived: [] })).toEqual([
      'grundsicherungsgeld',
      'familienkarte-hessen',
    ])
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
