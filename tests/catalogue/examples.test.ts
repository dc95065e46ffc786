import { describe, expect, it } from 'vitest'
import { buildOffers } from '../../src/catalogue/build.ts'
import { contradictions } from '../../src/catalogue/examples.ts'
import type { Example } from '../../src/catalogue/offer.ts'
import { day } from '../../src/facts/day.ts'
import type { Condition } from '../../src/rules/condition.ts'
import { compile } from '../../src/rules/rule.ts'
import { smallOffer, smallTerms } from '../support/small-catalogue.ts'

const today = day('2026-11-21')

/** Adults, or those whom the office lets in from 2027 on. */
const conditions: Condition = {
  any: [
    { fact: 'age', number: { atLeast: 18 } },
    {
      all: [
        { fact: 'pregnant', is: true },
        { open: 'office', claim: 'discretion' },
      ],
      from: '2020-01-01',
      until: '2026-12-31',
    },
  ],
}

function faultsOf(...examples: readonly Example[]): readonly string[] {
  const [offer] = buildOffers(smallTerms, [smallOffer]).offers
  if (!offer) throw new Error('the small offer has a fault')
  const changed = { ...offer, conditions, rule: compile(conditions, 'entitlement'), examples }
  return contradictions(changed, today).map(({ reason }) => reason)
}

describe('the examples of an offer', () => {
  it('pass where the rule says the same', () => {
    const right: readonly Example[] = [
      { facts: { age: 18 }, verdict: 'eligible', claim: 'entitlement' },
      { facts: { age: 17, pregnant: false }, verdict: 'ineligible' },
      { facts: {}, verdict: 'undetermined', missing: ['pregnant', 'age'], openBecause: ['office', 'facts'] },
      {
        facts: { age: 17, pregnant: true },
        verdict: 'undetermined',
        missing: [],
        openBecause: ['office'],
        claim: 'discretion',
      },
      {
        facts: { age: 17, pregnant: true },
        verdict: 'undetermined',
        openBecause: ['law'],
        today: '2027-01-01',
      },
    ]
    expect(faultsOf(...right)).toEqual([])
  })

  it.each<readonly [string, Example, RegExp]>([
    ['another verdict', { facts: { age: 17 }, verdict: 'eligible' }, /expected eligible.*undetermined/],
    ['another claim', { facts: { age: 18 }, verdict: 'eligible', claim: 'open' }, /open.*entitlement/],
    [
      'another fact missing',
      { facts: {}, verdict: 'undetermined', missing: ['age'] },
      /missing \[age\].*\[age, pregnant\]/,
    ],
    ['nothing missing', { facts: {}, verdict: 'undetermined', missing: [] }, /missing \[\]/],
    [
      'another reason to be open',
      { facts: {}, verdict: 'undetermined', openBecause: ['law'] },
      /openBecause \[law\].*\[facts, office\]/,
    ],
    [
      'another day',
      { facts: { age: 17, pregnant: false }, verdict: 'ineligible', today: '2027-01-01' },
      /undetermined/,
    ],
  ])('contradict the rule where they expect %s', (_, example, fault) => {
    expect(faultsOf(example)).toEqual([expect.stringMatching(fault)])
  })

  it('are named by number and name where they contradict', () => {
    const wrong: Example = { name: 'a child', facts: { age: 3, pregnant: false }, verdict: 'eligible' }
    expect(faultsOf({ facts: { age: 20 }, verdict: 'eligible' }, wrong, wrong)).toEqual([
      expect.stringMatching(/^example 2 \(a child\): /),
      expect.stringMatching(/^example 3 \(a child\): /),
    ])
  })

  it('need not say what they do not care about', () => {
    expect(faultsOf({ facts: {}, verdict: 'undetermined' })).toEqual([])
  })
})
