import { describe, expect, expectTypeOf, it } from 'vitest'
import { type Flow, flow } from '../../src/dialogue/flow.ts'
import { day } from '../../src/facts/day.ts'
import type { FactName, Facts } from '../../src/facts/schema.ts'
import { firstOf } from '../support/interview.ts'

const today = day('2026-11-21')
const way = (walked: Flow, facts: Facts, on = today) => firstOf(walked.walk(() => facts, on))

const small = flow('small', {
  children: {
    ask: 'childrenAges',
    next: [{ if: { fact: 'childrenAges', some: {} }, to: 'alone' }, { to: 'age' }],
  },
  alone: {
    ask: 'singleParent',
    next: [
      { if: { fact: 'singleParent', is: true }, to: 'maintenance' },
      { if: { fact: 'childrenAges', some: { below: 3 } }, to: 'pregnant' },
      { to: 'age' },
    ],
  },
  maintenance: { ask: 'receivesMaintenance', next: 'age' },
  pregnant: { ask: 'pregnant', next: 'done' },
  age: { ask: 'age', next: 'done' },
})

describe('a flow', () => {
  it('begins with the step that is written first and ends where it is done', () => {
    const line = flow('line', {
      second: { ask: 'age', next: 'third' },
      first: { ask: 'pregnant', next: 'done' },
      third: { ask: 'gender', next: 'first' },
    })
    expect(way(line, {})).toEqual(['age', 'gender', 'pregnant'])
  })

  it('takes the first branch that is open', () => {
    expect(way(small, { childrenAges: [2], singleParent: true })).toEqual([
      'childrenAges',
      'singleParent',
      'receivesMaintenance',
      'age',
    ])
    expect(way(small, { childrenAges: [2], singleParent: false })).toEqual([
      'childrenAges',
      'singleParent',
      'pregnant',
    ])
    expect(way(small, { childrenAges: [9], singleParent: false })).toEqual([
      'childrenAges',
      'singleParent',
      'age',
    ])
    expect(way(small, { childrenAges: [] })).toEqual(['childrenAges', 'age'])
  })

  it('keeps a branch open while it is unknown whether it applies: unknown is not no', () => {
    expect(way(small, {})).toEqual(['childrenAges', 'singleParent', 'receivesMaintenance', 'age'])
    expect(way(small, { singleParent: false })).toEqual(['childrenAges', 'singleParent', 'pregnant'])
  })

  it('looks at a condition anew for everybody, whoever walked before', () => {
    const people: readonly Facts[] = [{ childrenAges: [] }, {}, { childrenAges: [4] }, { childrenAges: [] }]
    const walkedFirst = people.map(facts => way(small, facts))
    expect(people.toReversed().map(facts => way(small, facts))).toEqual(walkedFirst.toReversed())
    expect(walkedFirst.map(({ length }) => length)).toEqual([2, 4, 4, 2])
  })

  it('goes by the day on which somebody walks', () => {
    const dated = flow('dated', {
      age: {
        ask: 'age',
        next: [
          { if: { fact: 'age', number: { below: 18 }, until: '2026-11-21' }, to: 'school' },
          { to: 'done' },
        ],
      },
      school: { ask: 'schoolQualification', next: 'done' },
    })
    expect(way(dated, { age: 30 })).toEqual(['age'])
    expect(way(dated, { age: 30 }, day('2026-11-22'))).toEqual(['age', 'schoolQualification'])
  })

  it('asks what is known after each question, before it goes on', () => {
    const asked: FactName[] = []
    const know = (fact: FactName): Facts => {
      asked.push(fact)
      return fact === 'childrenAges' ? { childrenAges: [] } : { childrenAges: [1] }
    }
    const walk = small.walk(know, today)[Symbol.iterator]()
    expect([walk.next().value, [...asked]]).toEqual(['childrenAges', []])
    expect([walk.next().value, [...asked]]).toEqual(['age', ['childrenAges']])
    expect([walk.next().done, asked]).toEqual([true, ['childrenAges', 'age']])
  })

  it('lists what it asks in the order in which it is written, each fact once', () => {
    const twice = flow('twice', {
      pregnant: {
        ask: 'pregnant',
        next: [{ if: { fact: 'pregnant', is: true }, to: 'early' }, { to: 'late' }],
      },
      early: { ask: 'age', next: 'done' },
      late: { ask: 'age', next: 'gender' },
      gender: { ask: 'gender', next: 'done' },
    })
    expect(twice.asks).toEqual(['pregnant', 'age', 'gender'])
    expect(twice.name).toBe('twice')
  })

  it('does not compile where a step leads to one that there is not, or asks for no fact', () => {
    type Steps = Parameters<typeof flow<'here' | 'there'>>[1]
    interface Line<Ask, Next> {
      here: { ask: Ask; next: Next }
      there: { ask: 'age'; next: 'done' }
    }
    expectTypeOf<Line<'pregnant', 'there'>>().toExtend<Steps>()
    expectTypeOf<Line<'pregnant', [{ to: 'there' }]>>().toExtend<Steps>()
    expectTypeOf<Line<'pregnant', 'nowhere'>>().not.toExtend<Steps>()
    expectTypeOf<Line<'pregnant', [{ to: 'nowhere' }]>>().not.toExtend<Steps>()
    expectTypeOf<Line<'shoeSize', 'there'>>().not.toExtend<Steps>()
  })
})
