import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openPoints } from '../../src/rules/evaluate.ts'
import { compile, outcomeOf } from '../../src/rules/rule.ts'
import { survey } from '../../src/rules/survey.ts'
import { arbitraryCondition, arbitraryDay, ruleFacts } from '../support/arbitrary-conditions.ts'
import { arbitraryFacts } from '../support/arbitrary-facts.ts'

describe('the survey of a rule', () => {
  it('comes to the outcome of the rule, and lacks what its verdict misses', () => {
    fc.assert(
      fc.property(arbitraryCondition, arbitraryFacts(ruleFacts), arbitraryDay, (condition, facts, on) => {
        const rule = compile(condition, 'open')
        const { outcome, missing } = survey(rule, facts, on)
        expect(outcome).toBe(outcomeOf(rule, facts, on))
        const expected = outcome === 'unknown' ? openPoints(rule, facts, on).missing : []
        expect([...new Set(missing)]).toEqual(expected)
      }),
      { numRuns: 1000 },
    )
  })
})
