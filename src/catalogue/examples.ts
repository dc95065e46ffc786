import { type Day, day } from '../facts/day.ts'
import { evaluate } from '../rules/evaluate.ts'
import type { Example, RuledOffer } from './offer.ts'

/** An example that the rule contradicts. */
export interface Contradiction {
  /** Number of the example, from 0. */
  readonly index: number
  readonly reason: string
}

/** Where the rule says something else than an example beside it: what was expected and what came. */
export function contradictions(offer: RuledOffer, today: Day): readonly Contradiction[] {
  return offer.examples.flatMap((example, index) => {
    const fault = contradiction(offer, example, today)
    if (fault === undefined) return []
    return [{ index, reason: `example ${index + 1}${example.name ? ` (${example.name})` : ''}: ${fault}` }]
  })
}

function contradiction(offer: RuledOffer, example: Example, today: Day): string | undefined {
  const found = evaluate(offer.rule, example.facts, example.today === undefined ? today : day(example.today))
  if (found.verdict !== example.verdict) return `expected ${example.verdict}, the rule says ${found.verdict}`
  if (example.claim !== undefined && found.claim !== example.claim) {
    return `expected the claim ${example.claim}, the rule says ${found.claim}`
  }
  if (found.verdict !== 'undetermined') return undefined
  return (
    differs('missing', example.missing, found.missing) ??
    differs('openBecause', example.openBecause, found.openBecause)
  )
}

function differs(
  what: string,
  expected: readonly string[] | undefined,
  found: readonly string[],
): string | undefined {
  if (expected === undefined || [...expected].sort().join() === [...found].sort().join()) return undefined
  return `expected ${what} [${expected.join(', ')}], the rule says [${found.join(', ')}]`
}
