import type { FactName, FactValue } from '../facts/schema.ts'
import type { Claim, Leaf } from './condition.ts'

/** Kleene's three values. */
export type Outcome = 'met' | 'failed' | 'unknown'

/** Why something stays open: facts are unknown, the law is in motion or expired, or the office has to weigh. */
export type OpenBecause = 'facts' | 'law' | 'office'

/** What a reason is about: a single test, a whole condition with one sentence of its own, or a plain group. */
export type Criterion = {
  /** Stable within the rule: the path of the condition, `0.2.1`. */
  readonly id: string
  /** Id of the offer's source that sets the criterion. */
  readonly source: string | undefined
  /** Last day on which the criterion is law, where one is set. */
  readonly until: string | undefined
  /** Whether the rule asks for the opposite of what the condition says. */
  readonly negated: boolean
} & (
  | { readonly kind: 'leaf'; readonly leaf: Leaf }
  | { readonly kind: 'term'; readonly term: string }
  | { readonly kind: 'all' | 'any' }
)

/** One line of an explanation. */
export interface Reason {
  readonly criterion: Criterion
  readonly outcome: Outcome
  /** Every fact that the criterion reads. */
  readonly facts: readonly FactName[]
  /** The person's own answers that this outcome rests on. */
  readonly known: readonly { readonly fact: FactName; readonly value: FactValue }[]
}

/** What a rule says of one person on one day. Information, not a decision. */
export type Verdict = {
  /** What kind of claim it is, on the branch that holds or, while open, on the best that still can. */
  readonly claim: Claim
  readonly reasons: readonly Reason[]
} & (
  | { readonly verdict: 'eligible' }
  | { readonly verdict: 'ineligible' }
  | ({ readonly verdict: 'undetermined' } & OpenPoints)
)

/** What keeps a verdict open. */
export interface OpenPoints {
  /** Never empty. */
  readonly openBecause: readonly OpenBecause[]
  /** Facts that can still change the verdict, in the order of the rule. Empty where none can. */
  readonly missing: readonly FactName[]
}
