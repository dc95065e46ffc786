import type { Day } from '../facts/day.ts'
import type { Facts } from '../facts/schema.ts'
import type { Node, Rule } from './rule.ts'
import type { Outcome } from './verdict.ts'

/** The outcome of every node of a rule for one person: worked out once, looked at from several sides. */
export type Judgement = (node: Node) => Outcome

/** Decides all nodes of a rule in one pass. */
export function judge({ root, size }: Rule, facts: Facts, today: Day): Judgement {
  const outcomes = new Array<Outcome>(size)
  decide(root, facts, today, outcomes)
  return node => outcomes[node.index] ?? 'unknown'
}

function decide(node: Node, facts: Facts, today: Day, outcomes: Outcome[]): Outcome {
  let outcome: Outcome
  if (node.kind === 'leaf') outcome = node.outcome(facts, today)
  else {
    // All children are decided, not only as far as the group needs: the reasons name each of them.
    const decisive = node.kind === 'all' ? 'failed' : 'met'
    outcome = node.kind === 'all' ? 'met' : 'failed'
    for (const child of node.children) {
      const part = decide(child, facts, today, outcomes)
      if (part === decisive) outcome = decisive
      else if (part === 'unknown' && outcome !== decisive) outcome = 'unknown'
    }
    if (node.isDated && !node.inForce(today)) outcome = 'unknown'
  }
  outcomes[node.index] = outcome
  return outcome
}
