import { type Day, day } from '../facts/day.ts'
import { evaluate } from '../rules/evaluate.ts'
import { judge } from '../rules/judge.ts'
import type { Node } from '../rules/rule.ts'
import type { Example, RuledOffer } from './offer.ts'

/** Whether some answers can give an outcome: an open point is never settled. */
function canBe(outcome: 'met' | 'failed', node: Node): boolean {
  if (node.kind === 'leaf') return !('open' in node.leaf)
  const needsAll = (node.kind === 'all') === (outcome === 'met')
  return needsAll
    ? node.children.every(child => canBe(outcome, child))
    : node.children.some(child => canBe(outcome, child))
}

/** The verdicts that a rule can give and that no example shows. */
export function verdictsWithoutExample(
  { rule, examples, status }: RuledOffer,
  today: Day,
): readonly Example['verdict'][] {
  const isOver = status === 'ended'
  const possible: readonly Example['verdict'][] = [
    ...(!isOver && canBe('met', rule.root) ? (['eligible'] as const) : []),
    ...(canBe('failed', rule.root) ? (['ineligible'] as const) : []),
    // What nothing is known of is decided only where every answer leads to the same verdict.
    ...(evaluate(rule, {}, today).verdict === 'undetermined' ? (['undetermined'] as const) : []),
  ]
  return possible.filter(verdict => !examples.some(example => example.verdict === verdict))
}

/** The demands of a rule that can turn somebody away: each part of its outermost `all`, or the rule as a whole. */
export function demandsOf({ rule }: RuledOffer): readonly Node[] {
  const demands = (node: Node): readonly Node[] =>
    node.kind === 'all' ? node.children.flatMap(demands) : [node]
  return demands(rule.root).filter(node => canBe('failed', node))
}

/** The demands that no example fails: nobody has shown that they turn away whom the law turns away. */
export function demandsWithoutExample(offer: RuledOffer, today: Day): readonly Node[] {
  const refused = offer.examples
    .filter(({ verdict }) => verdict === 'ineligible')
    .map(({ facts, today: own }) => judge(offer.rule, facts, own === undefined ? today : day(own)))
  return demandsOf(offer).filter(demand => !refused.some(outcome => outcome(demand) === 'failed'))
}
