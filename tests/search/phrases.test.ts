import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPhraseFinder } from '../../src/search/phrases.ts'
import { words } from '../../src/search/tokens.ts'

const found = (phrases: readonly string[], text: string, between = 0) =>
  [
    ...createPhraseFinder(
      phrases.map(phrase => [phrase, phrase] as const),
      () => between,
    )(words(text)),
  ].map(({ meaning, at }) => [meaning, ...at])

/** Words of letters that no fold changes. */
const word = fc.stringMatching(/^[bcdfg]{2,6}$/)

describe('a phrase', () => {
  it('is found wherever its words stand together, at their places', () => {
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 5 }),
        fc.array(word, { minLength: 1, maxLength: 4 }),
        fc.array(word, { maxLength: 5 }),
        (before, phrase, after) => {
          const places = phrase.map((_, index) => before.length + index)
          expect(found([phrase.join(' ')], [...before, ...phrase, ...after].join(' '))).toContainEqual([
            phrase.join(' '),
            ...places,
          ])
        },
      ),
    )
  })

  it('is found with as many other words in it as are allowed, and with no more', () => {
    fc.assert(
      fc.property(fc.nat(4), fc.nat(4), (allowed, others) => {
        const text = `left ${'xqz '.repeat(others)}me`
        expect(found(['left me'], text, allowed).length).toBe(others <= allowed ? 1 : 0)
      }),
    )
  })

  it('may allow others after some words alone', () => {
    const find = createPhraseFinder([['no pets', null]], said => (said === 'no' ? 0 : 2))
    expect([...find(words('no big pets'))]).toEqual([])
    expect([...find(words('no pets'))].length).toBe(1)
  })

  it('takes a star for any ending', () => {
    expect(found(['schwang*'], 'bin schwanger')).toEqual([['schwang*', 1]])
    expect(found(['bin schwang'], 'bin schwanger')).toEqual([])
  })

  it('is found behind the Arabic "and", which is written onto the next word', () => {
    expect(found(['عندي ديون'], 'وعندي ديون')).toEqual([['عندي ديون', 0, 1]])
    expect(found(['ولدي'], 'ولدي')).toEqual([['ولدي', 0]])
  })

  it('without letters is none', () => {
    expect(found(['', '*', '!'], 'anything * !')).toEqual([])
  })
})
