import { describe, expect, it } from 'vitest'
import { buildOffers } from '../../src/catalogue/build.ts'
import { demandsOf, demandsWithoutExample, verdictsWithoutExample } from '../../src/catalogue/coverage.ts'
import type { Example } from '../../src/catalogue/offer.ts'
import { day } from '../../src/facts/day.ts'
import type { Condition } from '../../src/rules/condition.ts'
import { compile } from '../../src/rules/rule.ts'
import { bareOffer, smallTerms } from '../support/small-catalogue.ts'

const today = day('2026-11-21')
const [bare] = buildOffers(smallTerms, [bareOffer]).offers

/** Adults who are pregnant, or whose case the office weighs; and of a certain residence. */
const conditions: Condition = {
  all: [
    { fact: 'age', number: { atLeast: 18 } },
    {
      all: [
        { any: [{ fact: 'pregnant', is: true }, { open: 'office' }] },
        {
          any: [
            { fact: 'residence', is: 'german' },
            { fact: 'residence', is: 'eu' },
          ],
        },
      ],
    },
    { open: 'office' },
  ],
}

const withExamples = (...examples: readonly Example[]) => {
  if (!bare) throw new Error('the bare offer has a fault')
  return { ...bare, conditions, rule: compile(conditions, 'open'), examples }
}
const lacking = (...examples: readonly Example[]) =>
  demandsWithoutExample(withExamples(...examples), today).map(({ criterion }) => criterion.id)

describe('the demands of a rule', () => {
  it('are its requirements, however deep, without those that can turn nobody away', () => {
    expect(demandsOf(withExamples()).map(({ criterion }) => criterion.id)).toEqual(['0.0', '0.1.1'])
  })

  it('each want an example that fails them', () => {
    const young: Example = { facts: { age: 17 }, verdict: 'ineligible' }
    const foreign: Example = { facts: { residence: 'toleration' }, verdict: 'ineligible' }
    expect(lacking()).toEqual(['0.0', '0.1.1'])
    expect(lacking(young)).toEqual(['0.1.1'])
    expect(lacking(young, foreign)).toEqual([])
  })

  it('are not shown by an example that is open or eligible', () => {
    expect(lacking({ facts: { age: 17 }, verdict: 'undetermined' })).toEqual(['0.0', '0.1.1'])
  })
})

describe('the verdicts that a rule can give', () => {
  const lack = (...examples: readonly Example[]) => verdictsWithoutExample(withExamples(...examples), today)
  const young: Example = { facts: { age: 17 }, verdict: 'ineligible' }

  it('each want an example, but for those that an open point keeps from ever being given', () => {
    expect(lack()).toEqual(['ineligible', 'undetermined'])
    expect(lack(young)).toEqual(['undetermined'])
    expect(lack(young, { facts: {}, verdict: 'undetermined' })).toEqual([])
  })

  it('of an ended offer do not hold a yes', () => {
    const ended = {
      ...withExamples(young),
      status: 'ended' as const,
      rule: compile({ ended: '2027-01-01' }, 'open'),
    }
    expect(verdictsWithoutExample(ended, today)).toEqual([])
  })
})
