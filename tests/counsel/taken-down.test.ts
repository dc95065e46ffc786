import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answersOf, entriesOf, readTakenDown } from '../../src/counsel/taken-down.ts'
import { factsOf } from '../../src/dialogue/conversation.ts'
import { factsOfPlace } from '../../src/facts/places.ts'
import { type FactName, factNames } from '../../src/facts/schema.ts'
import { arbitraryFacts } from '../support/arbitrary-facts.ts'
import { hostileTexts } from '../support/hostile-texts.ts'
import { realContent } from '../support/service.ts'

const { gazetteer } = realContent().world
/** Facts whose Kreis is that of the municipality, as places give them. */
const facts = arbitraryFacts().map(({ kreis, gemeinde, ...others }) => {
  const ags = gemeinde ?? kreis
  return ags === undefined ? others : { ...others, ...factsOfPlace(ags) }
})
const written = (entries: Partial<Record<FactName, readonly string[]>>) =>
  new Map(factNames.flatMap(fact => (entries[fact] ? [[fact, entries[fact]] as const] : [])))

describe('what was taken down', () => {
  it('comes out of the fields as it was put in', () => {
    fc.assert(
      fc.property(facts, known => {
        const taken = readTakenDown(entriesOf(known, gazetteer), gazetteer)
        expect(taken.faults.size).toBe(0)
        expect(taken.facts).toEqual(
          Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
        )
      }),
    )
  })

  it('makes a conversation of the same facts', () => {
    fc.assert(
      fc.property(facts, known => {
        expect(factsOf(answersOf(known, factNames))).toEqual(
          Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
        )
      }),
    )
  })

  it.each([
    [{ childrenAges: ['1 ,4; 12'] }, { childrenAges: [1, 4, 12] }],
    [{ childrenAges: ['', 'none'] }, { childrenAges: [] }],
    [{ childrenAges: ['٤'] }, { childrenAges: [4] }],
    [{ arrivalDate: ['5.2023'] }, { arrivalDate: '2023-05' }],
    [{ arrivalDate: ['۰۵/۲۰۲۳'] }, { arrivalDate: '2023-05' }],
    [{ arrivalDate: ['2023-05'] }, { arrivalDate: '2023-05' }],
    [{ singleParent: ['false'] }, { singleParent: false }],
    [{ age: [' 31 '] }, { age: 31 }],
    [{ benefitsReceived: ['none'] }, { benefitsReceived: [] }],
    [{ kreis: ['34117'] }, { kreis: '06611', gemeinde: '06611000' }],
    [{ kreis: ['Kassel', '06611000'] }, { kreis: '06611', gemeinde: '06611000' }],
    [{ age: ['  '] }, {}],
  ])('reads %j as %j', (entries, expected) => {
    const taken = readTakenDown(written(entries), gazetteer)
    expect(taken.facts).toEqual(expected)
    expect(taken.faults.size).toBe(0)
  })

  it('asks which place is meant where it can be several', () => {
    const { places, facts, faults } = readTakenDown(written({ kreis: ['Kassel'] }), gazetteer)
    expect(places.map(({ ags }) => ags).sort()).toEqual(['06611000', '06633'])
    expect(facts).toEqual({})
    expect(faults.size).toBe(0)
  })

  it('leaves unknown what can’t be read, says where, and keeps what was written', () => {
    for (const [, text] of hostileTexts) {
      if (text.trim() === '') continue
      for (const fact of factNames) {
        if (fact === 'gemeinde') continue
        const taken = readTakenDown(written({ [fact]: [text] }), gazetteer)
        expect([fact, taken.facts]).toEqual([fact, {}])
        expect(taken.faults.get(fact)).toBe(fact === 'kreis' ? 'place' : 'value')
        expect(taken.entries.get(fact)).toEqual([text])
      }
    }
  })
})
