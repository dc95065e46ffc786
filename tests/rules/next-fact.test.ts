import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FactName } from '../../src/facts/schema.ts'
import { nextBestFact } from '../../src/rules/next-fact.ts'
import { ruleFacts } from '../support/arbitrary-conditions.ts'

const missing = fc
  .uniqueArray(fc.constantFrom(...ruleFacts), { maxLength: 5 })
  .map((facts: readonly FactName[]) => ({ missing: facts }))
const open = fc.array(missing, { maxLength: 8 })

describe('the next best fact', () => {
  it('is none exactly where no offer lacks a fact', () => {
    fc.assert(
      fc.property(open, offers => {
        const lacking = offers.flatMap(offer => offer.missing)
        const next = nextBestFact(offers)
        if (lacking.length === 0) expect(next).toBeUndefined()
        else expect(lacking).toContain(next)
      }),
    )
  })

  it('is the one that decides the most offers by itself', () => {
    expect(nextBestFact([{ missing: ['age'] }, { missing: ['kreis'] }, { missing: ['kreis'] }])).toBe('kreis')
  })

  it('rather decides one offer than comes a step nearer in three', () => {
    const lacking: readonly (readonly FactName[])[] = [
      ['age', 'kreis'],
      ['age', 'pregnant'],
      ['age', 'residence'],
      ['singleParent'],
    ]
    expect(nextBestFact(lacking.map(facts => ({ missing: facts })))).toBe('singleParent')
  })

  it('prefers the offer that lacks two facts to the one that lacks three', () => {
    expect(
      nextBestFact([{ missing: ['age', 'kreis', 'pregnant'] }, { missing: ['residence', 'singleParent'] }]),
    ).toBe('residence')
  })

  it('is the fact named first where two are worth the same', () => {
    expect(nextBestFact([{ missing: ['age', 'kreis'] }])).toBe('age')
    expect(nextBestFact([{ missing: ['kreis'] }, { missing: ['age'] }])).toBe('kreis')
  })

  it('stays the best when one more offer lacks nothing else', () => {
    fc.assert(
      fc.property(open, offers => {
        const next = nextBestFact(offers)
        fc.pre(next !== undefined)
        expect(nextBestFact([...offers, { missing: [next] }])).toBe(next)
      }),
    )
  })

  it('does not care for offers that lack no fact', () => {
    fc.assert(
      fc.property(open, offers => {
        expect(nextBestFact(offers.flatMap(offer => [{ missing: [] }, offer, { missing: [] }]))).toBe(
          nextBestFact(offers),
        )
      }),
    )
  })
})
