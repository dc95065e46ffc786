import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { best, type Prospect, prospects, settles, worst } from '../../src/rules/prospect.ts'

const bits: readonly Prospect[] = Object.values(prospects)
const arbitrarySet = fc.integer({ min: 1, max: 15 })
const arbitrarySets = fc.array(arbitrarySet, { minLength: 1, maxLength: 4 })

/** Every way in which the parts can come out. */
const ways = (sets: readonly Prospect[]): readonly (readonly Prospect[])[] =>
  sets.reduce<readonly (readonly Prospect[])[]>(
    (found, set) => found.flatMap(way => bits.filter(bit => set & bit).map(bit => [...way, bit])),
    [[]],
  )

describe('what a group can come to', () => {
  it('is the worst of its parts where all must hold, over all ways in which they can come out', () => {
    fc.assert(
      fc.property(arbitrarySets, sets => {
        const expected = ways(sets).reduce((found, way) => found | Math.min(...way), 0)
        expect(sets.reduce(worst, prospects.met)).toBe(expected)
      }),
    )
  })

  it('is the best of its parts where one must hold', () => {
    fc.assert(
      fc.property(arbitrarySets, sets => {
        const expected = ways(sets).reduce((found, way) => found | Math.max(...way), 0)
        expect(sets.reduce(best, prospects.failed)).toBe(expected)
      }),
    )
  })
})

describe('a part', () => {
  it('makes a difference exactly where another outcome of it gives another outcome of the group', () => {
    fc.assert(
      fc.property(fc.boolean(), arbitrarySet, arbitrarySet, (mustAllHold, part, rest) => {
        const counts = mustAllHold ? Math.min : Math.max
        const differs = ways([rest]).some(
          ([other = 0]) => new Set(ways([part]).map(([own = 0]) => counts(own, other))).size > 1,
        )
        expect(settles(mustAllHold ? worst : best, part, rest)).toBe(differs)
      }),
    )
  })

  it('that can only be failed or wait for the office makes none beside one that waits in any case', () => {
    expect(settles(best, prospects.failed | prospects.office, prospects.office)).toBe(false)
    expect(settles(best, prospects.failed | prospects.met, prospects.office)).toBe(true)
    // To wait for the office is better than to wait for the law.
    expect(settles(best, prospects.failed | prospects.office, prospects.law)).toBe(true)
    expect(settles(worst, prospects.met | prospects.office, prospects.office)).toBe(false)
  })
})
