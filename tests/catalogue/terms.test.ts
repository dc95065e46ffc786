import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WrittenCondition } from '../../src/catalogue/schema.ts'
import { expandTerms, type Terms, termFaults } from '../../src/catalogue/terms.ts'
import { day } from '../../src/facts/day.ts'
import { compile, outcomeOf } from '../../src/rules/rule.ts'
import { arbitraryCondition, ruleFacts } from '../support/arbitrary-conditions.ts'
import { arbitraryFacts } from '../support/arbitrary-facts.ts'

const written: { readonly [name: string]: WrittenCondition } = {
  citizen: { fact: 'residence', in: ['german', 'eu'] },
  worker: { fact: 'employment', is: 'employed' },
  both: { all: [{ term: 'citizen' }, { not: { term: 'worker' } }] },
}
const terms: Terms = new Map(Object.entries(written))
const faultsOf = (more: typeof written) => [...termFaults(new Map(Object.entries({ ...written, ...more })))]

describe('a condition with terms', () => {
  it('gets the conditions that they name, each under the name of its sentence', () => {
    expect(expandTerms({ any: [{ term: 'citizen', source: 'law', claim: 'discretion' }] }, terms)).toEqual({
      any: [
        {
          all: [{ fact: 'residence', in: ['german', 'eu'] }],
          as: 'citizen',
          source: 'law',
          claim: 'discretion',
        },
      ],
    })
  })

  it('gets terms within terms and under negations', () => {
    expect(expandTerms({ not: { term: 'both' } }, terms)).toEqual({
      not: {
        all: [
          {
            all: [
              { all: [{ fact: 'residence', in: ['german', 'eu'] }], as: 'citizen' },
              { not: { all: [{ fact: 'employment', is: 'employed' }], as: 'worker' } },
            ],
          },
        ],
        as: 'both',
      },
    })
  })

  it('may use a term twice, as long as it does not lead back to itself', () => {
    const twice: WrittenCondition = {
      all: [{ term: 'citizen' }, { any: [{ term: 'both' }, { term: 'citizen' }] }],
    }
    expect(() => expandTerms(twice, terms)).not.toThrow()
  })

  it('stays as it is where it uses none', () => {
    fc.assert(
      fc.property(arbitraryCondition, condition => {
        expect(expandTerms(condition, terms)).toEqual(condition)
      }),
    )
  })

  it('means what the term means', () => {
    const today = day('2026-11-21')
    fc.assert(
      fc.property(arbitraryCondition, arbitraryFacts(ruleFacts), (condition, facts) => {
        const outcome = (written: WrittenCondition) =>
          outcomeOf(compile(expandTerms(written, new Map([['same', condition]])), 'open'), facts, today)
        expect(outcome({ term: 'same', source: 'law' })).toBe(outcome(condition))
        expect(outcome({ not: { term: 'same' } })).toBe(outcome({ not: condition }))
      }),
    )
  })
})

describe('terms', () => {
  it('are without fault where each exists and none leads back to itself', () => {
    expect(faultsOf({})).toEqual([])
  })

  it('are at fault where they name each other in a circle, which is told once', () => {
    const circle = { hen: { any: [{ term: 'worker' }, { term: 'egg' }] }, egg: { not: { term: 'hen' } } }
    expect(faultsOf(circle)).toEqual([{ term: 'hen', reason: 'the terms hen → egg → hen form a circle' }])
  })

  it.each(['nobody', 'constructor', 'toString'])(
    'are at fault where one names %s, which there is not',
    name => {
      expect(faultsOf({ lost: { not: { term: name } } })).toEqual([
        { term: 'lost', reason: `there is no term ${name} in terms.yaml` },
      ])
    },
  )
})
