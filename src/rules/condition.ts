import type { FactName } from '../facts/schema.ts'

/** How firm a claim is: a right in law, something the office weighs, or open to everyone. */
export type Claim = 'entitlement' | 'discretion' | 'open'

/** What any condition may carry besides its test. */
export interface Annotation {
  /** Id of the source (of the offer) that sets this condition; children inherit it. */
  readonly source?: string
  /** Name of one sentence (`criteria.json`, `terms`) that stands for the whole condition when it is explained. */
  readonly as?: string
  /** The kind of claim where this branch is the one that holds, if it differs from the offer's. */
  readonly claim?: Claim
  /** First day (ISO) on which the condition is law; before it the outcome is unknown. */
  readonly from?: string
  /** Last day (ISO) on which the condition is law; after it the outcome is unknown. */
  readonly until?: string
}

/** Bounds of a number: `atLeast` is inclusive, `below` is exclusive. */
export interface Bounds {
  readonly atLeast?: number
  readonly below?: number
}

/** One test of one fact. Each kind has its own sentence template in `criteria.json`. */
export type Comparison = { readonly fact: FactName } & (
  | { readonly is: string | boolean }
  | { readonly in: readonly string[] }
  | { readonly number: Bounds }
  | { readonly some: Bounds }
  | { readonly hasAny: readonly string[] }
  | { readonly monthsAgo: Bounds }
  | { readonly month: { readonly from?: string; readonly before?: string } }
)

/** Something that no fact can settle: the law is in motion, or only the office can weigh it. */
export interface Open {
  readonly open: 'law' | 'office'
}

/** A programme that ended with a day (ISO): afterwards nobody is let in. */
export interface Ended {
  readonly ended: string
}

/** The small typed vocabulary in which a social worker writes down who an offer is for. */
export type Condition =
  | { readonly not: Condition }
  | (Annotation & ({ readonly all: readonly Condition[] } | { readonly any: readonly Condition[] }))
  | Leaf

/** A test on a single fact, an open point or an end: what a reason can name. */
export type Leaf = Annotation & (Comparison | Open | Ended)
