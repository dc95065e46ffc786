import { describe, expect, it } from 'vitest'
import { flow } from '../../src/dialogue/flow.ts'
import { day } from '../../src/facts/day.ts'
import type { FactName } from '../../src/facts/schema.ts'
import { topics } from '../../src/facts/topics.ts'
import type { Condition } from '../../src/rules/condition.ts'
import { classesOf, marksOf, type Subject, subjectOf, type Value, valuesAround } from './equivalence.ts'
import { placesOfHesse } from './places-of-hesse.ts'
import { realContent } from './service.ts'

const today = day('2026-11-25')
const setting = { today, places: placesOfHesse() }

const about = (question: FactName, ...conditions: Condition[]): Subject => ({
  topics: [],
  flows: [flow('small', { only: { ask: question, next: 'done' } })],
  questions: [question],
  offers: [],
  conditions,
})
const around = (question: FactName, ...conditions: Condition[]) =>
  valuesAround(about(question, ...conditions), setting).get(question)
const classes = (question: FactName, ...conditions: Condition[]) =>
  classesOf(about(question, ...conditions), setting).get(question)

describe('the answers worth giving', () => {
  it('are yes, no and "I don’t know"', () => {
    expect(around('pregnant', { fact: 'pregnant', is: true })).toEqual([true, false, null])
  })

  it('are one choice for all that no condition tells apart', () => {
    const groups = around('residence', {
      any: [
        { fact: 'residence', is: 'german' },
        { not: { fact: 'residence', in: ['eu', 'settlementPermit'] } },
      ],
    })
    expect(groups).toEqual(['german', 'eu', 'residencePermit', null])
  })

  it('are none, each choice alone, and those together that one rule names', () => {
    const rules: readonly Condition[] = [
      { fact: 'benefitsReceived', hasAny: ['sgb2', 'sgb12'] },
      {
        all: [
          { fact: 'benefitsReceived', hasAny: ['bafoeg'] },
          { fact: 'benefitsReceived', hasAny: ['sgb2'] },
        ],
      },
    ]
    expect(around('benefitsReceived', ...rules)).toEqual([
      [],
      ['sgb2'],
      ['sgb12'],
      ['bafoeg'],
      ['bafoeg', 'sgb2'],
      null,
    ])
  })

  it('are both sides of each bound and both ends of what a number can be', () => {
    expect(around('age', { fact: 'age', number: { atLeast: 18, below: 27 } })).toEqual([
      0,
      17,
      18,
      26,
      27,
      120,
      null,
    ])
    expect(around('disabilityDegree', { fact: 'disabilityDegree', number: { atLeast: 0 } })).toEqual([
      0,
      100,
      null,
    ])
  })

  it('are no child, one on each side of a bound, and children of all ages', () => {
    expect(around('childrenAges', { fact: 'childrenAges', some: { below: 18 } })).toEqual([
      [],
      [0],
      [17],
      [18],
      [120],
      [0, 18, 120],
      null,
    ])
  })

  it('are the months around the bound, of which the middle one may be either, and those around a named month', () => {
    const rule: Condition = {
      all: [
        { fact: 'arrivalDate', monthsAgo: { below: 3 } },
        { fact: 'arrivalDate', month: { from: '2022-03' } },
      ],
    }
    const months = ['2026-11', '2026-09', '2026-08', '2026-07', '2022-03', '2022-02', '1976-11', null]
    expect(around('arrivalDate', rule)).toEqual(months)
    expect(classes('arrivalDate', rule)).toEqual(['2026-11', '2026-08', '2026-07', '2022-02', null])
  })

  it('are each place that a rule names and one that none names', () => {
    const rule: Condition = {
      any: [
        { fact: 'kreis', is: '06412' },
        { fact: 'gemeinde', is: '06531005' },
      ],
    }
    // A Kreis alone leaves the municipality open, so it is another answer than a municipality in it.
    expect(around('kreis', rule)).toEqual(['06411', '06412', '06411000', '06412000', '06531005', null])
  })
})

describe('the classes of the real questions', () => {
  const { world } = realContent()
  /** Everything that can be answered, one value each; of lists only those of one. */
  const everything: { readonly [question in 'age' | 'kreis' | 'childrenAges' | 'months']: readonly Value[] } =
    {
      age: Array.from({ length: 101 }, (_, number) => number),
      kreis: setting.places,
      childrenAges: Array.from({ length: 121 }, (_, age) => [age]),
      months: Array.from({ length: 50 * 12 }, (_, back) => {
        const month = today.month - back
        return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
      }),
    }
  const asked = (question: FactName): readonly Value[] => {
    if (question === 'kreis' || question === 'childrenAges' || question === 'age') return everything[question]
    return question === 'arrivalDate' || question === 'titleSince' ? everything.months : []
  }

  it.each(topics)('leave no answer about %s out: whatever is said is marked as one of them', topic => {
    const subject = subjectOf(world, [topic])
    const strange = [...classesOf(subject, setting)].flatMap(([question, values]) => {
      const marks = (value: Value) => marksOf(question, value, subject.conditions, today)
      const there = new Set(values.map(marks))
      return asked(question)
        .filter(value => !there.has(marks(value)))
        .map(value => `${question}: ${JSON.stringify(value)}`)
    })
    expect(strange).toEqual([])
  })
})
