import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Day, day } from '../../src/facts/day.ts'
import type { Facts } from '../../src/facts/schema.ts'
import type { Bounds, Leaf } from '../../src/rules/condition.ts'
import { compileLeaf } from '../../src/rules/leaf.ts'
import type { Outcome } from '../../src/rules/verdict.ts'
import { arbitraryComparison, arbitraryDay, ruleFacts } from '../support/arbitrary-conditions.ts'
import { arbitraryFacts, arbitraryMonth, arbitraryValue } from '../support/arbitrary-facts.ts'

const today = day('2026-11-21')
const outcome = (leaf: Leaf, facts: Facts, on: Day = today): Outcome => compileLeaf(leaf)(facts, on)

const comparisons = fc.constantFrom(...ruleFacts).chain(fact => arbitraryComparison(fact))

describe('any test of a fact', () => {
  it('is unknown where the fact is, whatever else is known', () => {
    fc.assert(
      fc.property(comparisons, arbitraryFacts(), arbitraryDay, (leaf, facts, on) => {
        const { [leaf.fact]: _, ...others } = facts
        expect(outcome(leaf, others, on)).toBe('unknown')
        expect(outcome(leaf, { ...others, [leaf.fact]: undefined }, on)).toBe('unknown')
      }),
    )
  })

  it('looks at no other fact', () => {
    const known = fc.constantFrom(...ruleFacts).chain(fact =>
      fc.tuple(
        arbitraryComparison(fact),
        arbitraryValue(fact).map(value => ({ [fact]: value })),
      ),
    )
    fc.assert(
      fc.property(known, arbitraryFacts(), arbitraryDay, ([leaf, own], others, on) => {
        expect(outcome(leaf, { ...others, ...own }, on)).toBe(outcome(leaf, own, on))
      }),
    )
  })

  it('decides as soon as its fact is known, but for months whose day is not', () => {
    const known = fc
      .constantFrom(...ruleFacts)
      .chain(fact =>
        fc.tuple(
          arbitraryComparison(fact),
          arbitraryValue(fact).map(value => ({ [fact]: value })),
        ),
      )
      .filter(([leaf]) => !('monthsAgo' in leaf))
    fc.assert(
      fc.property(known, ([leaf, own]) => {
        expect(outcome(leaf, own)).not.toBe('unknown')
      }),
    )
  })
})

describe('is and in', () => {
  const levels = ['none', 'A1', 'A2', 'B1', 'B2', 'C1'] as const

  it('hold for the named value alone', () => {
    for (const level of levels) {
      for (const wanted of levels) {
        const expected = level === wanted ? 'met' : 'failed'
        expect(outcome({ fact: 'germanLevel', is: wanted }, { germanLevel: level })).toBe(expected)
        expect(outcome({ fact: 'germanLevel', in: [wanted] }, { germanLevel: level })).toBe(expected)
      }
    }
  })

  it('takes a no for an answer of its own', () => {
    expect(outcome({ fact: 'pregnant', is: false }, { pregnant: false })).toBe('met')
    expect(outcome({ fact: 'pregnant', is: false }, { pregnant: true })).toBe('failed')
    expect(outcome({ fact: 'pregnant', is: true }, { pregnant: false })).toBe('failed')
  })

  it('in holds for each value that is listed, in any order', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...levels], { minLength: 1 }),
        fc.constantFrom(...levels),
        (listed, level) => {
          expect(outcome({ fact: 'germanLevel', in: listed }, { germanLevel: level })).toBe(
            listed.includes(level) ? 'met' : 'failed',
          )
        },
      ),
    )
  })
})

describe('number', () => {
  const age = (number: Bounds, value: number) => outcome({ fact: 'age', number }, { age: value })

  it('includes its lower bound and excludes its upper one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 20 }), (atLeast, width) => {
        const bounds = { atLeast, below: atLeast + width }
        expect(age(bounds, bounds.atLeast - 1)).toBe('failed')
        expect(age(bounds, bounds.atLeast)).toBe('met')
        expect(age(bounds, bounds.below - 1)).toBe('met')
        expect(age(bounds, bounds.below)).toBe('failed')
      }),
    )
  })

  it('is open on the side where it has no bound', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), value => {
        expect(age({}, value)).toBe('met')
        expect(age({ atLeast: 0 }, value)).toBe('met')
        expect(age({ below: 121 }, value)).toBe('met')
        expect(age({ atLeast: 121 }, value)).toBe('failed')
        expect(age({ below: 0 }, value)).toBe('failed')
      }),
    )
  })
})

describe('some', () => {
  it('holds where one of the numbers lies within the bounds', () => {
    const bounds = fc.record(
      { atLeast: fc.integer({ min: 0, max: 20 }), below: fc.integer({ min: 0, max: 30 }) },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(
        bounds,
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 5 }),
        (some, ages) => {
          const each = ages.map(age => outcome({ fact: 'age', number: some }, { age }))
          expect(outcome({ fact: 'childrenAges', some }, { childrenAges: ages })).toBe(
            each.includes('met') ? 'met' : 'failed',
          )
        },
      ),
    )
  })

  it('fails for no children, even without bounds', () => {
    expect(outcome({ fact: 'childrenAges', some: {} }, { childrenAges: [] })).toBe('failed')
    expect(outcome({ fact: 'childrenAges', some: {} }, { childrenAges: [0] })).toBe('met')
  })
})

describe('hasAny', () => {
  it('holds where one of the values named is among the answers', () => {
    const all = ['sgb2', 'alg1', 'wohngeld', 'bafoeg'] as const
    fc.assert(
      fc.property(fc.subarray([...all]), fc.subarray([...all], { minLength: 1 }), (received, hasAny) => {
        const shared = hasAny.filter(benefit => received.includes(benefit))
        expect(outcome({ fact: 'benefitsReceived', hasAny }, { benefitsReceived: received })).toBe(
          shared.length > 0 ? 'met' : 'failed',
        )
      }),
    )
  })
})

describe('month', () => {
  it('includes the month from which it counts and excludes the month before which it ends', () => {
    const inSummer: Leaf = { fact: 'titleSince', month: { from: '2022-06', before: '2022-09' } }
    const outcomes = ['2021-12', '2022-05', '2022-06', '2022-08', '2022-09', '2023-07'].map(titleSince =>
      outcome(inSummer, { titleSince }),
    )
    expect(outcomes).toEqual(['failed', 'failed', 'met', 'met', 'failed', 'failed'])
  })

  it('splits all months in two where one bound is given: before it and from it on', () => {
    fc.assert(
      fc.property(arbitraryMonth, arbitraryMonth, (bound, titleSince) => {
        const from = outcome({ fact: 'titleSince', month: { from: bound } }, { titleSince })
        const before = outcome({ fact: 'titleSince', month: { before: bound } }, { titleSince })
        expect([from, before].sort()).toEqual(['failed', 'met'])
        expect(from === 'met').toBe(Date.parse(`${titleSince}-01`) >= Date.parse(`${bound}-01`))
      }),
    )
  })
})

describe('monthsAgo', () => {
  const arrived = (arrivalDate: string, monthsAgo: Bounds, on: string) =>
    outcome({ fact: 'arrivalDate', monthsAgo }, { arrivalDate }, day(on))

  it('counts full months: sure once the whole month lies far enough back', () => {
    expect(arrived('2025-07', { atLeast: 15 }, '2026-11-21')).toBe('met')
    expect(arrived('2025-09', { atLeast: 15 }, '2026-11-21')).toBe('failed')
    expect(arrived('2025-07', { below: 15 }, '2026-11-21')).toBe('failed')
    expect(arrived('2025-09', { below: 15 }, '2026-11-21')).toBe('met')
  })

  it('stays unknown in the month in which the day of arrival decides', () => {
    for (const on of ['2026-11-01', '2026-11-21', '2026-11-30']) {
      expect(arrived('2025-08', { atLeast: 15 }, on)).toBe('unknown')
      expect(arrived('2025-08', { below: 15 }, on)).toBe('unknown')
    }
  })

  it('goes on counting over the turn of the year', () => {
    expect(arrived('2025-12', { below: 3 }, '2026-02-01')).toBe('met')
    expect(arrived('2025-10', { below: 3 }, '2026-02-01')).toBe('failed')
    expect(arrived('2025-11', { below: 3 }, '2026-02-01')).toBe('unknown')
  })

  it('says what every day of the month would say, and unknown where they disagree', () => {
    const bounds = fc.record(
      { atLeast: fc.integer({ min: 1, max: 70 }), below: fc.integer({ min: 1, max: 70 }) },
      { requiredKeys: [] },
    )
    const days = fc
      .tuple(arbitraryMonth, fc.integer({ min: 1, max: 27 }))
      .map(([month, date]) => `${month}-${String(date).padStart(2, '0')}`)
    fc.assert(
      fc.property(arbitraryMonth, bounds, days, (month, monthsAgo, on) => {
        fc.pre(month < on.slice(0, 7))
        const verdicts = new Set(daysOf(month).map(from => holds(fullMonths(from, on), monthsAgo)))
        const expected = verdicts.size > 1 ? 'unknown' : verdicts.has(true) ? 'met' : 'failed'
        expect(arrived(month, monthsAgo, on)).toBe(expected)
      }),
      { numRuns: 1000 },
    )
  })
})

const daysOf = (month: string): readonly string[] =>
  Array.from({ length: 31 }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`).filter(iso =>
    new Date(`${iso}T00:00:00Z`).toISOString().startsWith(iso),
  )

/** Full months between two days, by the calendar. */
function fullMonths(from: string, to: string): number {
  const [a, b] = [new Date(from), new Date(to)]
  const months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth()
  return b.getUTCDate() < a.getUTCDate() ? months - 1 : months
}

const holds = (months: number, { atLeast, below }: Bounds): boolean =>
  !(atLeast !== undefined && months < atLeast) && !(below !== undefined && months >= below)

describe('an open point', () => {
  it('is settled by no fact at all', () => {
    fc.assert(
      fc.property(fc.constantFrom('law', 'office'), arbitraryFacts(), arbitraryDay, (open, facts, on) => {
        expect(outcome({ open }, facts, on)).toBe('unknown')
      }),
    )
  })
})

describe('the random comparisons', () => {
  it('are of every kind, so that none goes untested', () => {
    const sample = fc.sample(comparisons, { numRuns: 500, seed: 1 })
    const kinds = new Set(sample.flatMap(leaf => Object.keys(leaf).filter(key => key !== 'fact')))
    expect([...kinds].sort()).toEqual(['hasAny', 'in', 'is', 'month', 'monthsAgo', 'number', 'some'])
  })
})
