import type { Day } from '../facts/day.ts'
import type { FactName, Facts, FactValue } from '../facts/schema.ts'
import type { Claim } from './condition.ts'
import { type Judgement, judge } from './judge.ts'
import type { Node, Rule } from './rule.ts'
import { survey } from './survey.ts'
import type { OpenBecause, OpenPoints, Reason, Verdict } from './verdict.ts'

/**
 * What a rule says of a person on a day, with its reasons.
 * Monotone: a verdict that is decided stays decided, whatever else becomes known.
 */
export function evaluate(rule: Rule, facts: Facts, today: Day): Verdict {
  const person: Person = { facts, today, outcome: judge(rule, facts, today) }
  const outcome = person.outcome(rule.root)
  const reasons: Reason[] = []
  explain(rule.root, person, reasons)
  if (outcome === 'failed') return { verdict: 'ineligible', claim: rule.claim, reasons }
  const claim = rule.hasOwnClaims ? claimOf(rule.root, rule.claim, person) : rule.claim
  if (outcome === 'met') return { verdict: 'eligible', claim, reasons }
  return { verdict: 'undetermined', claim, reasons, ...openPoints(rule, person) }
}

/** The facts that can still change a rule that is open, and what else keeps it open. */
function openPoints(rule: Rule, person: Person): OpenPoints {
  const missing = new Set(survey(rule, person.facts, person.today).missing)
  const because = new Set<OpenBecause>(missing.size > 0 ? ['facts'] : [])
  gather(rule.root, person, because)
  return { missing: [...missing], openBecause: order.filter(reason => because.has(reason)) }
}

interface Person {
  readonly facts: Facts
  readonly today: Day
  readonly outcome: Judgement
}

const order: readonly OpenBecause[] = ['facts', 'law', 'office']

/** Walks the open parts of an open node for what no fact can settle: what is decided can't matter any more. */
function gather(node: Node, person: Person, because: Set<OpenBecause>): void {
  if (!node.inForce(person.today)) {
    because.add('law')
  } else if (node.kind !== 'leaf') {
    for (const child of node.children) {
      if (person.outcome(child) === 'unknown') gather(child, person, because)
    }
  } else if ('open' in node.leaf) {
    because.add(node.leaf.open)
  } else if (!('fact' in node.leaf) || person.facts[node.leaf.fact] !== undefined) {
    // A known month whose day decides: no further answer can settle it.
    because.add('office')
  }
}

function explain(node: Node, person: Person, reasons: Reason[]): void {
  const outcome = person.outcome(node)
  if (!node.inForce(person.today) && node.criterion.kind !== 'term') {
    // What is not law today is open, whatever its parts say.
    const { id, source, until } = node.criterion
    reasons.push({
      criterion: { id, source, until, negated: false, kind: 'leaf', leaf: { open: 'law' } },
      outcome,
      facts: [],
      known: [],
    })
    return
  }
  if (node.kind === 'leaf' || node.criterion.kind === 'term') {
    const known: { fact: FactName; value: FactValue }[] = []
    for (const fact of node.facts) {
      const value = person.facts[fact]
      if (value !== undefined) known.push({ fact, value })
    }
    reasons.push({ criterion: node.criterion, outcome, facts: node.facts, known })
    return
  }
  for (const child of node.children) {
    // Of requirements all count; of alternatives those that made the outcome.
    if (node.kind === 'all' || person.outcome(child) === outcome) explain(child, person, reasons)
  }
}

const strength: { readonly [C in Claim]: number } = { entitlement: 2, discretion: 1, open: 0 }

/** The strongest claim over the alternatives that hold or still can; the weakest over requirements. */
function claimOf(node: Node, inherited: Claim, person: Person): Claim {
  const own = node.claim ?? inherited
  if (node.kind === 'leaf') return own
  const outcomes = node.children.map(person.outcome)
  const wanted = node.kind === 'any' && outcomes.includes('met') ? ['met'] : ['met', 'unknown']
  const claims = node.children.flatMap((child, index) =>
    wanted.includes(outcomes[index] ?? 'failed') ? [claimOf(child, own, person)] : [],
  )
  const sign = node.kind === 'any' ? 1 : -1
  return claims.reduce(
    (best, claim) => (sign * (strength[claim] - strength[best]) > 0 ? claim : best),
    claims[0] ?? own,
  )
}
