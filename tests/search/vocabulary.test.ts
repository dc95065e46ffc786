import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createVocabulary, type Match } from '../../src/search/vocabulary.ts'
import { oneTypingError } from '../support/typing-errors.ts'

const known = ['kindergeld', 'kinder', 'wohngeld', 'schule', 'arbeit', 'alg', 'пенсія', 'مدرسه']
const vocabulary = createVocabulary(known)
const likenesses = (matches: readonly Match[]) =>
  Object.fromEntries(matches.map(({ word, likeness: value }) => [word, value]))
const likeness = (typed: string) => likenesses(vocabulary.matches(typed))
const corrected = (typed: string) => likenesses(vocabulary.corrections(typed))

describe('the words that a typed word can stand for', () => {
  it('hold the word itself, surest of all', () => {
    for (const word of known) {
      expect(likeness(word)[word]).toBe(1)
      for (const [other, value] of Object.entries(likeness(word)))
        expect(other === word || value < 1).toBe(true)
    }
  })

  it('hold words that begin like it and words that it begins with', () => {
    expect(Object.keys(likeness('kind')).sort()).toEqual(['kinder', 'kindergeld'])
    expect(Object.keys(likeness('schulen'))).toEqual(['schule'])
  })

  it('hold the parts of a compound, and the compounds of a part', () => {
    expect(Object.keys(likeness('grundschule'))).toEqual(['schule'])
    expect(Object.keys(createVocabulary(['grundschule']).matches('schule')[0] ?? {})).toEqual([
      'word',
      'likeness',
    ])
  })

  it('hold the one meant where there is a typing error', () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom('wohngeld', 'schule', 'arbeit', 'пенсія', 'مدرسه')
          .chain(word => oneTypingError(word).map(typed => ({ word, typed }))),
        ({ word, typed }) => {
          expect(corrected(typed)[word]).toBeGreaterThan(0)
          expect(corrected(typed)[word]).toBeLessThan(1)
        },
      ),
    )
  })

  it('are found without corrections, which are asked for apart', () => {
    const close = createVocabulary(['miete', 'mitte', 'motte'])
    expect(close.matches('miete').map(({ word }) => word)).toEqual(['miete'])
    expect(close.matches('mlete')).toEqual([])
    expect(close.corrections('mlete').map(({ word }) => word)).toEqual(['miete'])
  })

  it('are none for a short word that is not there, and for one that is like nothing', () => {
    for (const typed of ['al', 'alx', 'xyzw', 'fahrrad', '']) {
      expect([vocabulary.matches(typed), vocabulary.corrections(typed)]).toEqual([[], []])
    }
  })

  it('are the same when they are asked for again, however much was asked in between', () => {
    const small = createVocabulary(['kindergeld'])
    const first = small.corrections('kindergelt')
    for (let other = 0; other < 3000; other++) small.corrections(`kindergel${other}`)
    expect(small.corrections('kindergelt')).toEqual(first)
    expect(small.corrections('2999')).toEqual([])
  })
})
