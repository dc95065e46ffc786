import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { covering, type Row } from './pairwise.ts'

const arbitrarySizes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 8 })

/** Every combination of choices of `count` factors that stands in some row. */
function combinations(rows: readonly Row[], count: number): ReadonlySet<string> {
  const parts = (row: Row, from: number, left: number): readonly string[] =>
    left === 0
      ? ['']
      : row.flatMap((choice, at) =>
          at < from ? [] : parts(row, at + 1, left - 1).map(rest => `${at}=${choice} ${rest}`),
        )
  return new Set(rows.flatMap(row => parts(row, 0, count)))
}

/** Every row that there can be. */
const product = (sizes: readonly number[]): readonly Row[] =>
  sizes.reduce<readonly Row[]>(
    (rows, size) => rows.flatMap(row => Array.from({ length: size }, (_, choice) => [...row, choice])),
    [[]],
  )

describe('a covering array', () => {
  it('holds every pair of choices of two factors, and nothing that is no choice', () => {
    fc.assert(
      fc.property(
        arbitrarySizes.filter(sizes => sizes.length >= 2 && sizes.length <= 5),
        sizes => {
          const rows = [...covering(sizes)]
          expect(combinations(rows, 2)).toEqual(combinations(product(sizes), 2))
          expect(combinations(rows, sizes.length).size).toBe(rows.length)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('holds every three choices where three are taken together', () => {
    for (const sizes of [
      [2, 3, 4],
      [3, 3, 3, 3],
      [5, 1, 2, 2],
    ]) {
      expect(combinations([...covering(sizes, 3)], 3)).toEqual(combinations(product(sizes), 3))
    }
  })

  it('is the product where there are no more factors than are taken together', () => {
    expect([...covering([3])]).toEqual([[0], [1], [2]])
    expect(new Set([...covering([4, 3])].map(String))).toEqual(new Set(product([4, 3]).map(String)))
  })

  it('comes out the same every time', () => {
    fc.assert(
      fc.property(arbitrarySizes, sizes => {
        expect([...covering(sizes)]).toEqual([...covering(sizes)])
      }),
    )
  })

  it('needs far fewer rows than the product: little more than the two largest factors alone', () => {
    const sizes = [10, 8, ...Array.from({ length: 20 }, () => 3)]
    const rows = [...covering(sizes)].length
    expect(rows).toBeGreaterThanOrEqual(80)
    expect(rows).toBeLessThanOrEqual(120)
  })
})
