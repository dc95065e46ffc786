import { type Day, day } from '../facts/day.ts'
import { judge } from '../rules/judge.ts'
import type { Node } from '../rules/rule.ts'
import type { RuledOffer } from './offer.ts'

/** The demands of a rule that can turn somebody away: each part of its outermost `all`, or the rule as a whole. */
export function demandsOf({ rule }: RuledOffer): readonly Node[] {
  const demands = (node: Node): readonly Node[] =>
    node.kind === 'all' ? node.children.flatMap(demands) : [node]
  return demands(rule.root).filter(canFail)
}

/** Whether some answers can make a node fail: an open point never does. */
function canFail(node: Node): boolean {
  if (node.kind === 'leaf') return !('open' in node.leaf)
  return node.kind === 'all' ? node.children.some(canFail) : node.children.every(canFail)
}

/** The demands that no example fails: nobody has shown that they turn away whom the law turns away. */
export function demandsWithoutExample(offer: RuledOffer, today: Day): readonly Node[] {
  const refused = offer.examples
    .filter(({ verdict }) => verdict === 'ineligible')
    .map(({ facts, today: own }) => judge(offer.rule, facts, own === undefined ? today : day(own)))
  return demandsOf(offer).filter(demand => !refused.some(outcome => outcome(demand) === 'failed'))
}
