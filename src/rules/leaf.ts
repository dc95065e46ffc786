import type { Day } from '../facts/day.ts'
import { monthNumber } from '../facts/day.ts'
import type { Facts } from '../facts/schema.ts'
import type { Bounds, Leaf } from './condition.ts'
import type { Outcome } from './verdict.ts'

/** Decides one test on one person: unknown where the fact is. */
export type Test = (facts: Facts, today: Day) => Outcome

/** The closure of a leaf, made once when a rule is compiled. */
export function compileLeaf(leaf: Leaf): Test {
  if ('open' in leaf) return () => 'unknown'
  if ('ended' in leaf) {
    const last = leaf.ended
    return (_, today) => (today.iso <= last ? 'met' : 'failed')
  }
  const { fact } = leaf
  if ('is' in leaf) {
    const wanted = leaf.is
    return known(fact, value => value === wanted)
  }
  if ('in' in leaf) {
    const wanted: ReadonlySet<unknown> = new Set(leaf.in)
    return known(fact, value => wanted.has(value))
  }
  if ('number' in leaf) {
    const bounds = leaf.number
    return known(fact, value => typeof value === 'number' && within(value, bounds))
  }
  if ('some' in leaf) {
    const bounds = leaf.some
    return known(fact, value => listed(value).some(item => typeof item === 'number' && within(item, bounds)))
  }
  if ('hasAny' in leaf) {
    const wanted: ReadonlySet<unknown> = new Set(leaf.hasAny)
    return known(fact, value => listed(value).some(item => wanted.has(item)))
  }
  if ('month' in leaf) {
    const { from, before } = leaf.month
    return known(
      fact,
      value =>
        typeof value === 'string' &&
        (from === undefined || value >= from) &&
        (before === undefined || value < before),
    )
  }
  if ('monthsAgo' in leaf) {
    const bounds = leaf.monthsAgo
    return (facts, today) => {
      const value = facts[fact]
      if (typeof value !== 'string') return 'unknown'
      return elapsed(today.month - monthNumber(value), bounds)
    }
  }
  return leaf satisfies never
}

function known(fact: keyof Facts, holds: (value: unknown) => boolean): Test {
  return facts => {
    const value = facts[fact]
    if (value === undefined) return 'unknown'
    return holds(value) ? 'met' : 'failed'
  }
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const within = (value: number, { atLeast, below }: Bounds): boolean =>
  (atLeast === undefined || value >= atLeast) && (below === undefined || value < below)

/**
 * Full months since a month whose day is not known: between `difference - 1` and `difference`.
 * Where the two disagree the outcome is unknown, and no further fact can settle it.
 */
function elapsed(difference: number, bounds: Bounds): Outcome {
  const atMost = within(difference, bounds)
  const atLeast = within(difference - 1, bounds)
  if (atMost !== atLeast) return 'unknown'
  return atMost ? 'met' : 'failed'
}
