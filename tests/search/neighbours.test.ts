import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance } from '../../src/search/edit-distance.ts'
import { createNeighbours, toleratedErrors } from '../../src/search/neighbours.ts'
import { oneTypingError } from '../support/typing-errors.ts'

const word = fc.stringMatching(/^[a-f]{3,12}$/)

describe('the words that a typed one may be a misspelling of', () => {
  it('hold every word that is one typing error away', () => {
    fc.assert(
      fc.property(
        fc
          .stringMatching(/^[a-z]{5,12}$/)
          .chain(known => oneTypingError(known).map(typed => ({ known, typed }))),
        fc.array(word),
        ({ known, typed }, others) => {
          const near = createNeighbours([...others, known])
          expect(near(typed).map(each => each.word)).toContain(known)
        },
      ),
    )
  })

  it('are no further away than their length allows, the nearest first', () => {
    fc.assert(
      fc.property(fc.array(word), word, (known, typed) => {
        const found = createNeighbours(known)(typed)
        for (const { word: near, distance } of found) {
          expect(distance).toBe(editDistance(typed, near))
          expect(distance).toBeLessThanOrEqual(toleratedErrors(typed.length))
        }
        const distances = found.map(({ distance }) => distance)
        expect(distances).toEqual([...distances].sort((a, b) => a - b))
      }),
    )
  })

  it('are none for a short word, and for one without an end', () => {
    const near = createNeighbours(['job', 'jobs', 'x'.repeat(100)])
    expect([near('jab'), near('x'.repeat(99))]).toEqual([[], []])
  })
})
