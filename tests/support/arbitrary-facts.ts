import fc from 'fast-check'
import { factKind } from '../../src/facts/kinds.ts'
import {
  type FactName,
  type Facts,
  type FactValue,
  factNames,
  factSchemas,
  factsSchema,
} from '../../src/facts/schema.ts'

/** A month in the years in which the tests play, `2015-01` to `2029-12`. */
export const arbitraryMonth: fc.Arbitrary<string> = fc
  .integer({ min: 2015 * 12, max: 2030 * 12 - 1 })
  .map(month => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`)

/** Any value that a fact can have; numbers stay small, so that rules and people meet at the same bounds. */
export const arbitraryValue = (fact: FactName): fc.Arbitrary<FactValue> =>
  written(fact).map(value => factSchemas[fact].parse(value))

function written(fact: FactName): fc.Arbitrary<unknown> {
  const kind = factKind(fact)
  switch (kind.kind) {
    case 'yesNo':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(...kind.values)
    case 'choices':
      return fc.uniqueArray(fc.constantFrom(...kind.values), { maxLength: 3 })
    case 'number':
      return fc.integer({ min: kind.min, max: Math.min(kind.max, 30) })
    case 'numbers':
      return fc.array(fc.integer({ min: kind.min, max: Math.min(kind.max, 30) }), { maxLength: 4 })
    case 'month':
      return arbitraryMonth
    case 'place':
      return fc.constantFrom(
        ...(fact === 'kreis' ? ['06411', '06412', '06531'] : ['06411000', '06412000', '06531005']),
      )
    default:
      return kind satisfies never
  }
}

const valuesOf = (names: readonly FactName[]) =>
  Object.fromEntries(names.map(name => [name, arbitraryValue(name)]))

const asFacts = (values: object): Facts => factsSchema.parse(values)

/** What is known of a person: each of the facts may be unknown. */
export const arbitraryFacts = (names: readonly FactName[] = factNames): fc.Arbitrary<Facts> =>
  fc.record(valuesOf(names), { requiredKeys: [] }).map(asFacts)

/** A person of whom all of the facts are known. */
export const arbitraryFullFacts = (names: readonly FactName[] = factNames): fc.Arbitrary<Facts> =>
  fc.record(valuesOf(names)).map(asFacts)

/** A person first known a little and then better: `after` holds everything that `before` holds. */
export const arbitraryLearning = (
  names: readonly FactName[] = factNames,
): fc.Arbitrary<{ readonly before: Facts; readonly after: Facts }> =>
  fc
    .tuple(arbitraryFacts(names), arbitraryFacts(names))
    .map(([before, more]) => ({ before, after: { ...more, ...before } }))
