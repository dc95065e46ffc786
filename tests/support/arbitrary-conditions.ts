import fc from 'fast-check'
import { type Day, day } from '../../src/facts/day.ts'
import { factKind } from '../../src/facts/kinds.ts'
import type { FactName } from '../../src/facts/schema.ts'
import type { Bounds, Claim, Comparison, Condition, Leaf } from '../../src/rules/condition.ts'
import { arbitraryMonth } from './arbitrary-facts.ts'

/** The few facts that random rules read, at least one of each kind: so that rules and people meet often. */
export const ruleFacts: readonly FactName[] = [
  'pregnant',
  'singleParent',
  'residence',
  'germanLevel',
  'age',
  'childrenAges',
  'benefitsReceived',
  'arrivalDate',
  'titleSince',
  'kreis',
]

const isoDates = fc
  .integer({ min: Date.UTC(2020, 0, 1) / 86_400_000, max: Date.UTC(2027, 11, 31) / 86_400_000 })
  .map(days => new Date(days * 86_400_000).toISOString().slice(0, 10))

/** A day of the years 2020 to 2027, in which the random rules begin and end too. */
export const arbitraryDay: fc.Arbitrary<Day> = isoDates.map(day)

export const arbitraryClaim: fc.Arbitrary<Claim> = fc.constantFrom('entitlement', 'discretion', 'open')

const bounds = (max: number): fc.Arbitrary<Bounds> =>
  fc.oneof(
    fc.constant({}),
    fc.integer({ min: 0, max }).map(atLeast => ({ atLeast })),
    fc.integer({ min: 0, max }).map(below => ({ below })),
    fc
      .tuple(fc.integer({ min: 0, max }), fc.integer({ min: 1, max }))
      .map(([atLeast, width]) => ({ atLeast, below: atLeast + width })),
  )

const someOf = (values: readonly string[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 })

/** A test that fits a fact's kind. */
export function arbitraryComparison(fact: FactName): fc.Arbitrary<Comparison> {
  const kind = factKind(fact)
  switch (kind.kind) {
    case 'yesNo':
      return fc.boolean().map(is => ({ fact, is }))
    case 'choice':
      return fc.oneof(
        fc.constantFrom(...kind.values).map(is => ({ fact, is })),
        someOf(kind.values).map(values => ({ fact, in: values })),
      )
    case 'choices':
      return someOf(kind.values).map(hasAny => ({ fact, hasAny }))
    case 'number':
      return bounds(30).map(number => ({ fact, number }))
    case 'numbers':
      return bounds(30).map(some => ({ fact, some }))
    case 'month':
      return fc.oneof(
        bounds(90).map(monthsAgo => ({ fact, monthsAgo })),
        fc
          .record({ from: arbitraryMonth, before: arbitraryMonth }, { requiredKeys: [] })
          .map(month => ({ fact, month })),
      )
    case 'place':
      return someOf(['06411', '06412', '06531']).map(values => ({ fact, in: values }))
    default:
      return kind satisfies never
  }
}

/** Where a part of a condition may carry dates, a claim, a source or a sentence of its own. */
const annotations = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.record(
      { from: isoDates, until: isoDates, claim: arbitraryClaim, source: fc.constantFrom('law', 'office') },
      { requiredKeys: [] },
    ),
  },
)

const comparisons = fc.constantFrom(...ruleFacts).chain(arbitraryComparison)
const openPoints: fc.Arbitrary<Leaf> = fc.constantFrom('law', 'office').map(open => ({ open }))

/** A test on one fact of `ruleFacts`, or an open point, perhaps dated. */
export const arbitraryLeaf: fc.Arbitrary<Leaf> = fc
  .tuple(fc.oneof({ weight: 6, arbitrary: comparisons }, { weight: 1, arbitrary: openPoints }), annotations)
  .map(([leaf, annotation]) => ({ ...annotation, ...leaf }))

/** Any condition over `ruleFacts`, as deep as people write them and a little deeper. */
export const arbitraryCondition: fc.Arbitrary<Condition> = fc.letrec<{
  condition: Condition
  parts: Condition[]
}>(tie => ({
  parts: fc.array(tie('condition'), { minLength: 1, maxLength: 4 }),
  condition: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    arbitraryLeaf,
    tie('condition').map(not => ({ not })),
    fc.tuple(annotations, tie('parts')).map(([annotation, all]) => ({ ...annotation, all })),
    fc.tuple(annotations, tie('parts')).map(([annotation, any]) => ({ ...annotation, any })),
  ),
})).condition

/** Any condition that no date ends. */
export const withoutDates = (condition: Condition): Condition => {
  if ('not' in condition) return { not: withoutDates(condition.not) }
  const { from: _, until: __, ...undated } = condition
  if ('all' in undated) return { ...undated, all: undated.all.map(withoutDates) }
  if ('any' in undated) return { ...undated, any: undated.any.map(withoutDates) }
  return undated
}
