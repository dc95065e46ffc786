import type { Day } from '../facts/day.ts'
import type { FactName, Facts } from '../facts/schema.ts'
import type { Node, Rule } from './rule.ts'
import type { Outcome } from './verdict.ts'

/** A rule's bare outcome, and the facts that can still change it. */
export interface Survey {
  readonly outcome: Outcome
  /** Empty unless the outcome is unknown; may name a fact twice. */
  readonly missing: readonly FactName[]
}

/** Decides a rule and finds what it lacks in one short pass, without reasons: what relevance needs at every step. */
export function survey({ root }: Rule, facts: Facts, today: Day): Survey {
  const missing: FactName[] = []
  return { outcome: look(root, facts, today, missing), missing }
}

/** Puts down what an open node lacks; a node that turns out decided takes back what its parts put down. */
function look(node: Node, facts: Facts, today: Day, missing: FactName[]): Outcome {
  if (node.isDated && !node.inForce(today)) return 'unknown'
  if (node.kind === 'leaf') {
    const outcome = node.outcome(facts, today)
    if (outcome === 'unknown' && 'fact' in node.leaf && facts[node.leaf.fact] === undefined) {
      missing.push(node.leaf.fact)
    }
    return outcome
  }
  const mark = missing.length
  const decisive = node.kind === 'all' ? 'failed' : 'met'
  let outcome: Outcome = node.kind === 'all' ? 'met' : 'failed'
  for (const child of node.children) {
    const part = look(child, facts, today, missing)
    if (part === decisive) {
      missing.length = mark
      return decisive
    }
    if (part === 'unknown') outcome = 'unknown'
  }
  return outcome
}
