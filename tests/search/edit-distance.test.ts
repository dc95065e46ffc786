import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance } from '../../src/search/edit-distance.ts'
import { oneTypingError } from '../support/typing-errors.ts'

/** Short words over few letters, so that they are like each other often. */
const word = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 6 })
const longer = fc.string({ unit: fc.constantFrom(...'abcdeäйب'), minLength: 1, maxLength: 15 })

/** The distance as its definition says it, without the table. */
function defined(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const [shortA, shortB] = [a.slice(1), b.slice(1)]
  const ways = [
    defined(shortA, b) + 1,
    defined(a, shortB) + 1,
    defined(shortA, shortB) + (a[0] === b[0] ? 0 : 1),
  ]
  if (a.length > 1 && a[0] === b[1] && a[1] === b[0]) ways.push(defined(a.slice(2), b.slice(2)) + 1)
  return Math.min(...ways)
}

/** The distance where a swap counts as two typing errors. */
function withoutSwaps(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const [shortA, shortB] = [a.slice(1), b.slice(1)]
  return Math.min(
    withoutSwaps(shortA, b) + 1,
    withoutSwaps(a, shortB) + 1,
    withoutSwaps(shortA, shortB) + (a[0] === b[0] ? 0 : 1),
  )
}

describe('the distance of two words', () => {
  it('is what its definition says', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(defined(a, b))
      }),
    )
  })

  it('is none for the same word, and for no other', () => {
    fc.assert(
      fc.property(longer, a => {
        expect(editDistance(a, a)).toBe(0)
      }),
    )
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b) === 0).toBe(a === b)
      }),
    )
  })

  it('is the same there and back', () => {
    fc.assert(
      fc.property(longer, longer, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a))
      }),
    )
  })

  it('is the same read from the end', () => {
    const turned = (text: string) => [...text].reverse().join('')
    fc.assert(
      fc.property(longer, longer, (a, b) => {
        expect(editDistance(turned(a), turned(b))).toBe(editDistance(a, b))
      }),
    )
  })

  it('lies between the difference of the lengths and the longer length', () => {
    fc.assert(
      fc.property(longer, longer, (a, b) => {
        expect(editDistance(a, b)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length))
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
      }),
    )
  })

  it('is one for one typing error, a swap among them', () => {
    fc.assert(
      fc.property(
        longer.chain(a => oneTypingError(a).map(b => [a, b] as const)),
        ([a, b]) => {
          expect(editDistance(a, b)).toBe(1)
        },
      ),
    )
    expect(editDistance('fulda', 'fudla')).toBe(1)
  })

  it('is no longer than any way over a third word on which no letters are swapped', () => {
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(editDistance(a, c)).toBeLessThanOrEqual(withoutSwaps(a, b) + withoutSwaps(b, c))
      }),
    )
  })

  it('does not depend on a common beginning', () => {
    fc.assert(
      fc.property(word, word, word, (start, a, b) => {
        expect(editDistance(start + a, start + b)).toBe(editDistance(a, b))
      }),
    )
  })
})
