import type { Day } from '../facts/day.ts'
import type { FactName, Facts } from '../facts/schema.ts'
import type { Claim, Condition, Leaf } from './condition.ts'
import { compileLeaf, type Test } from './leaf.ts'
import type { Criterion, Outcome } from './verdict.ts'

/** A compiled condition: negations pushed down to the leaves, sources inherited, tests made closures. */
export type Node = {
  /** Number of the node within its rule, from 0. */
  readonly index: number
  readonly criterion: Criterion
  readonly claim: Claim | undefined
  /** Every fact that the node reads, in its own order. */
  readonly facts: readonly FactName[]
  readonly outcome: Test
  /** Whether the node is law on some days only. */
  readonly isDated: boolean
  /** Whether the node is law on a day; where it is not, its outcome is unknown. */
  readonly inForce: (today: Day) => boolean
} & (
  | { readonly kind: 'leaf'; readonly leaf: Leaf }
  | { readonly kind: 'all' | 'any'; readonly children: readonly Node[] }
)

/** A rule ready to be asked. */
export interface Rule {
  readonly root: Node
  /** How many nodes the rule has. */
  readonly size: number
  /** The claim where no branch sets another. */
  readonly claim: Claim
  /** Whether some branch grants another claim. */
  readonly hasOwnClaims: boolean
  /** Every fact that the rule reads, in its own order. */
  readonly facts: readonly FactName[]
}

/** Compiles a condition once; `claim` is what the offer grants where no branch says otherwise. */
export function compile(condition: Condition, claim: Claim): Rule {
  let size = 0
  const root = compileNode(condition, { path: '0', negated: false, source: undefined, number: () => size++ })
  return { root, size, claim, hasOwnClaims: setsClaim(root), facts: root.facts }
}

/** The outcome alone, without reasons: what routing and relevance need, in well under a microsecond. */
export function outcomeOf(rule: Rule, facts: Facts, today: Day): Outcome {
  return rule.root.outcome(facts, today)
}

const setsClaim = (node: Node): boolean =>
  node.claim !== undefined || (node.kind !== 'leaf' && node.children.some(setsClaim))

/** Where a condition stands in its rule. */
interface Place {
  readonly path: string
  readonly negated: boolean
  readonly source: string | undefined
  /** Gives the next node its number. */
  readonly number: () => number
}

function compileNode(condition: Condition, place: Place): Node {
  if ('not' in condition) return compileNode(condition.not, { ...place, negated: !place.negated })
  const { claim, from, until, as } = condition
  const source = condition.source ?? place.source
  const inForce = (today: Day) => isInForce(from, until, today)
  const isDated = from !== undefined || until !== undefined
  const dated = (test: Test): Test =>
    !isDated ? test : (facts, today) => (inForce(today) ? test(facts, today) : 'unknown')
  const identity = { id: place.path, source, until, negated: place.negated }

  if ('all' in condition || 'any' in condition) {
    const isAll = 'all' in condition
    // De Morgan: a negated `all` holds where any of its parts fails.
    const kind = isAll !== place.negated ? 'all' : 'any'
    const children = (isAll ? condition.all : condition.any).map((part, index) =>
      compileNode(part, { ...place, source, path: `${place.path}.${index}` }),
    )
    return {
      index: place.number(),
      kind,
      children,
      criterion: as === undefined ? { ...identity, kind } : { ...identity, kind: 'term', term: as },
      claim,
      facts: [...new Set(children.flatMap(child => child.facts))],
      outcome: dated(kind === 'all' ? all(children) : any(children)),
      isDated,
      inForce,
    }
  }
  const test = compileLeaf(condition)
  return {
    index: place.number(),
    kind: 'leaf',
    leaf: condition,
    criterion:
      as === undefined
        ? { ...identity, kind: 'leaf', leaf: condition }
        : { ...identity, kind: 'term', term: as },
    claim,
    facts: 'fact' in condition ? [condition.fact] : [],
    outcome: dated(place.negated ? inverted(test) : test),
    isDated,
    inForce,
  }
}

const all =
  (children: readonly Node[]): Test =>
  (facts, today) => {
    let result: Outcome = 'met'
    for (const child of children) {
      const outcome = child.outcome(facts, today)
      if (outcome === 'failed') return 'failed'
      if (outcome === 'unknown') result = 'unknown'
    }
    return result
  }

const any =
  (children: readonly Node[]): Test =>
  (facts, today) => {
    let result: Outcome = 'failed'
    for (const child of children) {
      const outcome = child.outcome(facts, today)
      if (outcome === 'met') return 'met'
      if (outcome === 'unknown') result = 'unknown'
    }
    return result
  }

const inverted =
  (test: Test): Test =>
  (facts, today) => {
    const outcome = test(facts, today)
    return outcome === 'met' ? 'failed' : outcome === 'failed' ? 'met' : 'unknown'
  }

/** Whether a day lies within the dates of a condition, both ends included. */
export const isInForce = (from: string | undefined, until: string | undefined, today: Day): boolean =>
  (from === undefined || today.iso >= from) && (until === undefined || today.iso <= until)
