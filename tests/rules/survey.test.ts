import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../src/facts/day.ts'
import { evaluate } from '../../src/rules/evaluate.ts'
import { compile, outcomeOf } from '../../src/rules/rule.ts'
import { survey } from '../../src/rules/survey.ts'
import { arbitraryCondition, arbitraryDay, ruleFacts } from '../support/arbitrary-conditions.ts'
import { arbitraryFacts, arbitraryFullFacts } from '../support/arbitrary-facts.ts'

describe('the survey of a rule', () => {
  it('comes to the outcome of the rule, and lacks what its verdict misses', () => {
    fc.assert(
      fc.property(arbitraryCondition, arbitraryFacts(ruleFacts), arbitraryDay, (condition, facts, on) => {
        const rule = compile(condition, 'open')
        const { outcome, missing } = survey(rule, facts, on)
        expect(outcome).toBe(outcomeOf(rule, facts, on))
        const verdict = evaluate(rule, facts, on)
        const expected = verdict.verdict === 'undetermined' ? verdict.missing : []
        expect([...new Set(missing)]).toEqual(expected)
      }),
      { numRuns: 1000 },
    )
  })

  it('lacks each fact that alone can still change the outcome', () => {
    const everything = fc.tuple(arbitraryFacts(ruleFacts), arbitraryFullFacts(ruleFacts))
    fc.assert(
      fc.property(arbitraryCondition, everything, arbitraryDay, (condition, [facts, full], on) => {
        const rule = compile(condition, 'open')
        const { outcome, missing } = survey(rule, facts, on)
        for (const fact of rule.facts) {
          if (facts[fact] !== undefined || outcomeOf(rule, { ...facts, [fact]: full[fact] }, on) === outcome)
            continue
          expect(missing).toContain(fact)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('lacks no more for it, but less, that the person left some facts open', () => {
    const left = fc.subarray([...ruleFacts])
    fc.assert(
      fc.property(arbitraryCondition, arbitraryFacts(ruleFacts), left, (condition, facts, open) => {
        const rule = compile(condition, 'open')
        const on = day('2026-11-25')
        const { missing } = survey(rule, facts, on, new Set(open))
        expect(survey(rule, facts, on).missing).toEqual(expect.arrayContaining([...missing]))
      }),
    )
  })

  it('does not lack what could only open a way that is open for good', () => {
    const rule = compile(
      {
        any: [
          { all: [{ fact: 'pregnant', is: true }, { open: 'office' }] },
          { all: [{ fact: 'age', number: { atLeast: 18 } }, { open: 'office' }] },
        ],
      },
      'open',
    )
    const on = day('2026-11-25')
    expect(survey(rule, {}, on).missing).toEqual(['pregnant', 'age'])
    expect(survey(rule, { age: 30 }, on).missing).toEqual([])
    expect(survey(rule, { age: 17 }, on).missing).toEqual(['pregnant'])
    // Left open for good, the age neither opens its way nor closes it: then only the other one can.
    expect(survey(rule, {}, on, new Set(['age'])).missing).toEqual([])
  })
})
