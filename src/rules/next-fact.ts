import type { FactName } from '../facts/schema.ts'

/** The facts worth asking for one after the other, the best first: with each, what it settles is taken as settled. */
export function nextBestFacts(
  open: Iterable<{ readonly missing: readonly FactName[] }>,
  most: number,
): readonly FactName[] {
  let left = [...open]
  const chosen: FactName[] = []
  while (chosen.length < most) {
    const best = nextBestFact(left)
    if (best === undefined) return chosen
    chosen.push(best)
    left = left
      .map(({ missing }) => ({ missing: missing.filter(fact => fact !== best) }))
      .filter(({ missing }) => missing.length > 0)
  }
  return chosen
}

/**
 * The fact that can decide most of what is still open: an offer that lacks one fact counts fully,
 * one that lacks several counts less for each. Ties go to the fact named first.
 * `undefined` where no fact can change anything.
 */
export function nextBestFact(
  open: Iterable<{ readonly missing: readonly FactName[] }>,
): FactName | undefined {
  const weight = new Map<FactName, number>()
  for (const { missing } of open) {
    for (const fact of missing) weight.set(fact, (weight.get(fact) ?? 0) + 1 / missing.length ** 2)
  }
  let best: FactName | undefined
  for (const [fact, value] of weight) {
    if (best === undefined || value > (weight.get(best) ?? 0)) best = fact
  }
  return best
}
