import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Day, day } from '../../src/facts/day.ts'
import type { Facts } from '../../src/facts/schema.ts'
import type { Condition } from '../../src/rules/condition.ts'
import { evaluate } from '../../src/rules/evaluate.ts'
import { compile, isInForce, outcomeOf } from '../../src/rules/rule.ts'
import type { Outcome } from '../../src/rules/verdict.ts'
import {
  arbitraryCondition,
  arbitraryDay,
  arbitraryLeaf,
  ruleFacts,
} from '../support/arbitrary-conditions.ts'
import { arbitraryFacts, arbitraryLearning } from '../support/arbitrary-facts.ts'

const outcome = (condition: Condition, facts: Facts, on: Day): Outcome =>
  outcomeOf(compile(condition, 'open'), facts, on)

const order: readonly Outcome[] = ['failed', 'unknown', 'met']
const rank = (found: Outcome) => order.indexOf(found)
const opposite = (found: Outcome): Outcome | undefined => order[2 - rank(found)]
const lowest = (found: readonly Outcome[]): Outcome =>
  found.reduce((a, b) => (rank(a) <= rank(b) ? a : b), 'met')
const highest = (found: readonly Outcome[]): Outcome =>
  found.reduce((a, b) => (rank(a) >= rank(b) ? a : b), 'failed')

const somebody = arbitraryFacts(ruleFacts)
const parts = fc.array(arbitraryCondition, { minLength: 1, maxLength: 4 })
const runs = { numRuns: 500 }

describe('a compiled condition', () => {
  it('takes the weakest of its requirements, the strongest of its alternatives, the opposite of what it denies', () => {
    fc.assert(
      fc.property(parts, somebody, arbitraryDay, (conditions, facts, on) => {
        const each = conditions.map(part => outcome(part, facts, on))
        expect(outcome({ all: conditions }, facts, on)).toBe(lowest(each))
        expect(outcome({ any: conditions }, facts, on)).toBe(highest(each))
        for (const [index, part] of conditions.entries()) {
          expect(outcome({ not: part }, facts, on)).toBe(opposite(each[index] ?? 'unknown'))
        }
      }),
      runs,
    )
  })

  it('holds for everybody where it requires nothing', () => {
    fc.assert(
      fc.property(somebody, arbitraryDay, (facts, on) => {
        expect(outcome({ all: [] }, facts, on)).toBe('met')
      }),
    )
  })

  it('obeys De Morgan: not all is any not, not any is all not', () => {
    fc.assert(
      fc.property(parts, somebody, arbitraryDay, (conditions, facts, on) => {
        const denied = conditions.map(not => ({ not }))
        expect(outcome({ not: { all: conditions } }, facts, on)).toBe(outcome({ any: denied }, facts, on))
        expect(outcome({ not: { any: conditions } }, facts, on)).toBe(outcome({ all: denied }, facts, on))
      }),
      runs,
    )
  })

  it('says after a double negation what it said before, in the same words', () => {
    fc.assert(
      fc.property(arbitraryCondition, somebody, arbitraryDay, (condition, facts, on) => {
        const twice = compile({ not: { not: condition } }, 'discretion')
        expect(evaluate(twice, facts, on)).toEqual(evaluate(compile(condition, 'discretion'), facts, on))
      }),
      runs,
    )
  })

  it('does not depend on the order of its parts', () => {
    const shuffled = parts.chain(written =>
      fc.tuple(fc.constant(written), fc.shuffledSubarray(written, { minLength: written.length })),
    )
    fc.assert(
      fc.property(shuffled, somebody, arbitraryDay, ([written, otherwise], facts, on) => {
        expect(outcome({ all: otherwise }, facts, on)).toBe(outcome({ all: written }, facts, on))
        expect(outcome({ any: otherwise }, facts, on)).toBe(outcome({ any: written }, facts, on))
      }),
      runs,
    )
  })

  it('never calls somebody in and out at once: a condition and its opposite are decided together', () => {
    fc.assert(
      fc.property(arbitraryCondition, somebody, arbitraryDay, (condition, facts, on) => {
        const both = [outcome(condition, facts, on), outcome({ not: condition }, facts, on)].sort()
        expect([
          ['failed', 'met'],
          ['unknown', 'unknown'],
        ]).toContainEqual(both)
      }),
      runs,
    )
  })

  it('keeps an outcome that is decided, whatever else becomes known', () => {
    fc.assert(
      fc.property(
        arbitraryCondition,
        arbitraryLearning(ruleFacts),
        arbitraryDay,
        (condition, { before, after }, on) => {
          const decided = outcome(condition, before, on)
          fc.pre(decided !== 'unknown')
          expect(outcome(condition, after, on)).toBe(decided)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('reads the facts that it names and no others', () => {
    fc.assert(
      fc.property(
        arbitraryCondition,
        arbitraryFacts(),
        arbitraryFacts(),
        arbitraryDay,
        (condition, facts, others, on) => {
          const { facts: read } = compile(condition, 'open')
          expect(new Set(read).size).toBe(read.length)
          const own = Object.fromEntries(read.map(fact => [fact, facts[fact]]))
          expect(outcome(condition, { ...others, ...own }, on)).toBe(outcome(condition, facts, on))
        },
      ),
      runs,
    )
  })

  it('lists the facts that it reads in its own order', () => {
    const condition: Condition = {
      all: [
        { fact: 'pregnant', is: true },
        {
          any: [
            { not: { fact: 'age', number: { below: 27 } } },
            { open: 'office' },
            { fact: 'pregnant', is: false },
          ],
        },
        { fact: 'kreis', in: ['06412'] },
      ],
    }
    expect(compile(condition, 'open').facts).toEqual(['pregnant', 'age', 'kreis'])
  })

  it('does not depend on the order in which the facts were learnt', () => {
    const reordered = somebody.chain(facts => {
      const entries = Object.entries(facts)
      return fc.tuple(
        fc.constant(facts),
        fc
          .shuffledSubarray(entries, { minLength: entries.length })
          .map((list): Facts => Object.fromEntries(list)),
      )
    })
    fc.assert(
      fc.property(arbitraryCondition, reordered, arbitraryDay, (condition, [facts, otherwise], on) => {
        const rule = compile(condition, 'open')
        expect(evaluate(rule, otherwise, on)).toEqual(evaluate(rule, facts, on))
      }),
      runs,
    )
  })

  it('takes a fact that is undefined for one that is not there', () => {
    fc.assert(
      fc.property(arbitraryCondition, somebody, arbitraryDay, (condition, facts, on) => {
        const rule = compile(condition, 'open')
        const spelledOut = { ...Object.fromEntries(ruleFacts.map(fact => [fact, undefined])), ...facts }
        expect(evaluate(rule, spelledOut, on)).toEqual(evaluate(rule, facts, on))
      }),
    )
  })
})

describe('the dates of a condition', () => {
  const days = ['2026-02-28', '2026-03-01', '2026-03-02', '2026-05-30', '2026-05-31', '2026-06-01'].map(day)
  const spring = { from: '2026-03-01', until: '2026-05-31' }

  it('include the first day and the last', () => {
    expect(days.map(on => isInForce(spring.from, spring.until, on))).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ])
    expect(days.map(on => isInForce(spring.from, undefined, on))).toEqual([
      false,
      true,
      true,
      true,
      true,
      true,
    ])
    expect(days.map(on => isInForce(undefined, spring.until, on))).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
    ])
  })

  it('make its outcome unknown outside of them, whatever it would have been', () => {
    for (const pregnant of [true, false]) {
      const outcomes = days.map(on => outcome({ fact: 'pregnant', is: true, ...spring }, { pregnant }, on))
      const inForce = pregnant ? 'met' : 'failed'
      expect(outcomes).toEqual(['unknown', inForce, inForce, inForce, inForce, 'unknown'])
    }
  })

  it('hold for a whole group and under a negation as for a single test', () => {
    fc.assert(
      fc.property(arbitraryLeaf, somebody, arbitraryDay, fc.boolean(), (leaf, facts, on, isAll) => {
        const dated: Condition = isAll ? { all: [leaf], ...spring } : { any: [leaf], ...spring }
        const expected =
          on.iso >= spring.from && on.iso <= spring.until ? outcome(leaf, facts, on) : 'unknown'
        expect(outcome(dated, facts, on)).toBe(expected)
        expect(outcome({ not: dated }, facts, on)).toBe(opposite(expected))
      }),
      runs,
    )
  })

  it('leave the other parts of the rule as they are', () => {
    const expired: Condition = { fact: 'pregnant', is: true, until: '2025-12-31' }
    const on = day('2026-11-21')
    expect(outcome({ all: [expired, { fact: 'singleParent', is: true }] }, { singleParent: false }, on)).toBe(
      'failed',
    )
    expect(outcome({ any: [expired, { fact: 'singleParent', is: true }] }, { singleParent: true }, on)).toBe(
      'met',
    )
  })
})
