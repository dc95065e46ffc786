import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factNames, factSchemas, factsSchema, isFactName } from '../../src/facts/schema.ts'
import { arbitraryFacts } from '../support/arbitrary-facts.ts'
import { type ContractFact, contractFacts } from '../support/contract-facts.ts'

/** Whether a fact of the service takes a value. */
const takes = (name: string, value: unknown): boolean =>
  isFactName(name) && factSchemas[name].safeParse(value).success

type FactOf<T extends ContractFact['type']> = Extract<ContractFact, { readonly type: T }>

/** The facts of the public interface that are of one of the types. */
const named = <T extends ContractFact['type']>(
  ...types: readonly T[]
): readonly (readonly [string, FactOf<T>])[] => {
  const isOne = (fact: ContractFact): fact is FactOf<T> => types.some(type => type === fact.type)
  return Object.entries(contractFacts).flatMap(([name, fact]) => (isOne(fact) ? [[name, fact] as const] : []))
}

const notA = (kind: 'boolean' | 'string' | 'number') => fc.anything().filter(value => typeof value !== kind)

describe('the facts', () => {
  it('hold every name of the public interface', () => {
    expect(factNames).toEqual(expect.arrayContaining(Object.keys(contractFacts)))
  })

  it('take every value that the public interface names', () => {
    for (const [name, { values }] of named('enum')) {
      expect(values.filter(value => !takes(name, value)).map(value => `${name}: ${value}`)).toEqual([])
    }
    for (const [name, { values }] of named('enum[]')) {
      expect(values.filter(value => !takes(name, [value])).map(value => `${name}: ${value}`)).toEqual([])
      expect([name, takes(name, []), takes(name, [...values])]).toEqual([name, true, true])
    }
  })

  it('take no word that is not a value', () => {
    const listed = named('enum', 'enum[]')
    fc.assert(
      fc.property(
        fc.constantFrom(...listed),
        fc.oneof(fc.string(), fc.constantFrom('None', 'a1', 'GERMAN', 'sgb')),
        ([name, { values }], word) => {
          fc.pre(!values.includes(word))
          expect(takes(name, word)).toBe(false)
          expect(takes(name, [word])).toBe(false)
        },
      ),
    )
  })

  it('take yes and no as true and false, and as nothing else', () => {
    for (const [name] of named('boolean'))
      expect([name, takes(name, true), takes(name, false)]).toEqual([name, true, true])
    fc.assert(
      fc.property(fc.constantFrom(...named('boolean')), notA('boolean'), ([name], value) => {
        expect(takes(name, value)).toBe(false)
      }),
    )
  })

  it('take whole numbers within their range', () => {
    for (const [name, { min, max }] of named('integer')) {
      expect([name, takes(name, min), takes(name, min - 1)]).toEqual([name, true, false])
      if (max !== undefined)
        expect([name, takes(name, max), takes(name, max + 1)]).toEqual([name, true, false])
    }
    fc.assert(
      fc.property(
        fc.constantFrom(...named('integer')),
        fc.oneof(
          notA('number'),
          fc.double({ noInteger: true }),
          fc.constantFrom('3', Number.NaN, Number.POSITIVE_INFINITY),
        ),
        ([name], value) => {
          expect(takes(name, value)).toBe(false)
        },
      ),
    )
  })

  it('take the ages of children as a list: empty for none, and never a negative or broken age', () => {
    expect(takes('childrenAges', [])).toBe(true)
    expect(takes('childrenAges', [0, 17, 25])).toBe(true)
    for (const value of [[-1], [1.5], ['4'], [null], 4, '4', [[4]]])
      expect(takes('childrenAges', value)).toBe(false)
  })

  it('take months as YYYY-MM', () => {
    const month = fc.tuple(fc.integer({ min: 1900, max: 2099 }), fc.integer({ min: 0, max: 99 }))
    fc.assert(
      fc.property(fc.constantFrom(...named('month')), month, ([name], [year, month]) => {
        expect(takes(name, `${year}-${String(month).padStart(2, '0')}`)).toBe(month >= 1 && month <= 12)
      }),
    )
    for (const [name] of named('month')) {
      const refused = [
        '2023',
        '2023-5',
        '23-05',
        '2023-05-01',
        '05.2023',
        ' 2023-05',
        '2023-05\n',
        '',
        202305,
        null,
      ]
      expect(refused.filter(value => takes(name, value))).toEqual([])
    }
  })

  it('take Kreise with five digits and municipalities with eight, all in Hesse', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), number => {
        const gemeinde = String(number).padStart(8, '0')
        const kreis = gemeinde.slice(0, 5)
        const isHesse = gemeinde.startsWith('06')
        expect([takes('kreis', kreis), takes('gemeinde', gemeinde)]).toEqual([isHesse, isHesse])
        expect([takes('kreis', gemeinde), takes('gemeinde', kreis)]).toEqual([false, false])
      }),
    )
    expect([takes('kreis', '06412'), takes('gemeinde', '06412000')]).toEqual([true, true])
    expect([takes('kreis', '6412'), takes('kreis', 6412), takes('gemeinde', '06412000x')]).toEqual([
      false,
      false,
      false,
    ])
  })

  it('take null for no fact: what is unknown is left away', () => {
    expect(factNames.filter(name => takes(name, null))).toEqual([])
  })
})

describe('all facts together', () => {
  it('are each optional, and come through as they were', () => {
    fc.assert(
      fc.property(arbitraryFacts(), facts => {
        const sent: unknown = JSON.parse(JSON.stringify(facts))
        expect(factsSchema.parse(sent)).toEqual(sent)
      }),
    )
    expect(factsSchema.parse({})).toEqual({})
  })

  it('let no unknown name in, whatever stands beside it', () => {
    const foreign = fc.string({ minLength: 1 }).filter(name => name !== '__proto__' && !isFactName(name))
    fc.assert(
      fc.property(arbitraryFacts(), foreign, fc.jsonValue(), (facts, name, value) => {
        expect(factsSchema.safeParse({ ...facts, [name]: value }).success).toBe(false)
      }),
    )
  })

  it('name the fact whose value is wrong', () => {
    const fault = factsSchema.safeParse({ age: 30, residence: 'martian', pregnant: true })
    expect(fault.error?.issues.map(({ path }) => path)).toEqual([['residence']])
  })
})

describe('isFactName', () => {
  it('knows the facts, and nothing that every object has', () => {
    expect(factNames.filter(name => !isFactName(name))).toEqual([])
    expect(
      ['topics', 'constructor', 'toString', 'hasOwnProperty', '__proto__', 'Age', ''].filter(isFactName),
    ).toEqual([])
  })
})
