import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judge } from '../../src/rules/judge.ts'
import { compile, type Node, outcomeOf } from '../../src/rules/rule.ts'
import { arbitraryCondition, arbitraryDay, ruleFacts } from '../support/arbitrary-conditions.ts'
import { arbitraryFacts } from '../support/arbitrary-facts.ts'

const nodesOf = (node: Node): readonly Node[] =>
  node.kind === 'leaf' ? [node] : [node, ...node.children.flatMap(nodesOf)]

describe('the judgement of a rule', () => {
  it('decides the rule, and each of its parts as if it were a rule of its own', () => {
    fc.assert(
      fc.property(arbitraryCondition, arbitraryFacts(ruleFacts), arbitraryDay, (condition, facts, on) => {
        const rule = compile(condition, 'open')
        const outcome = judge(rule, facts, on)
        expect(outcome(rule.root)).toBe(outcomeOf(rule, facts, on))
        for (const node of nodesOf(rule.root)) {
          expect([node.criterion.id, outcome(node)]).toEqual([node.criterion.id, node.outcome(facts, on)])
        }
      }),
      { numRuns: 500 },
    )
  })

  it('has a place of its own for every part', () => {
    fc.assert(
      fc.property(arbitraryCondition, condition => {
        const { root, size } = compile(condition, 'open')
        const places = nodesOf(root).map(({ index }) => index)
        expect(places.toSorted((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, index) => index))
      }),
    )
  })
})
