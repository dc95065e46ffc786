import { describe, expect, it } from 'vitest'
import { factKind } from '../../src/facts/kinds.ts'
import { factNames, factSchemas, isFactName } from '../../src/facts/schema.ts'
import { contractFacts } from '../support/contract-facts.ts'

const kindOf = (name: string) => (isFactName(name) ? factKind(name) : undefined)

describe('the kind of a fact', () => {
  it('follows from its type in the public interface', () => {
    const kinds = {
      boolean: 'yesNo',
      enum: 'choice',
      'enum[]': 'choices',
      integer: 'number',
      'integer[]': 'numbers',
      month: 'month',
      kreis: 'place',
      gemeinde: 'place',
    }
    const found = Object.keys(contractFacts).map(name => [name, kindOf(name)?.kind])
    expect(found).toEqual(Object.entries(contractFacts).map(([name, { type }]) => [name, kinds[type]]))
  })

  it('names every value that can be chosen', () => {
    for (const [name, fact] of Object.entries(contractFacts)) {
      if ('values' in fact)
        expect(kindOf(name)).toMatchObject({ values: expect.arrayContaining([...fact.values]) })
    }
  })

  it('names only values that the fact takes', () => {
    for (const name of factNames) {
      const kind = factKind(name)
      if (!('values' in kind)) continue
      const refused = kind.values.filter(
        value => !factSchemas[name].safeParse(kind.kind === 'choices' ? [value] : value).success,
      )
      expect([name, refused]).toEqual([name, []])
    }
  })

  it('names the smallest and the largest number that the fact takes', () => {
    for (const name of factNames) {
      const kind = factKind(name)
      if (!('min' in kind)) continue
      const isTaken = (value: number) =>
        factSchemas[name].safeParse(kind.kind === 'numbers' ? [value] : value).success
      expect([
        name,
        isTaken(kind.min - 1),
        isTaken(kind.min),
        isTaken(kind.max),
        isTaken(kind.max + 1),
      ]).toEqual([name, false, true, true, false])
    }
  })

  it('gives the ranges that the public interface promises', () => {
    expect(factKind('age')).toEqual({ kind: 'number', min: 0, max: 120 })
    expect(factKind('disabilityDegree')).toEqual({ kind: 'number', min: 0, max: 100 })
    expect(factKind('sgb2Months')).toEqual({ kind: 'number', min: 0, max: 84 })
    expect(factKind('insuredMonths')).toEqual({ kind: 'number', min: 0, max: 30 })
  })
})
