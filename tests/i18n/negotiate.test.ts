import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { negotiate, serve } from '../../src/i18n/negotiate.ts'

const spoken = ['de', 'de-simple', 'en', 'uk', 'ar']
const codes = fc.constantFrom(...spoken)
const subtags = fc.stringMatching(/^[A-Za-z0-9]{1,8}$/).filter(tag => tag.toLowerCase() !== 'simple')
const unspoken = fc.constantFrom('fr', 'zh-Hant-TW', 'd', 'dee', 'x-de', '*', '__proto__', '', '-')

describe('the language that serves a tag', () => {
  it('is the language itself, however it is written', () => {
    fc.assert(
      fc.property(
        codes,
        fc.boolean(),
        fc.constantFrom('-', '_'),
        fc.constantFrom('', ' ', '\t'),
        (code, up, dash, space) => {
          const written = `${space}${(up ? code.toUpperCase() : code).replace('-', dash)}${space}`
          expect(serve(written, spoken)).toBe(code)
        },
      ),
    )
  })

  it('is the base where the variety is not spoken', () => {
    fc.assert(
      fc.property(codes, fc.array(subtags, { minLength: 1, maxLength: 3 }), (code, more) => {
        expect(serve([code, ...more].join('-'), spoken)).toBe(code)
      }),
    )
  })

  it('is a variety only where the variety is asked for', () => {
    expect(serve('de-simple-AT', spoken)).toBe('de-simple')
    expect(serve('de-AT-simple', spoken)).toBe('de')
    expect(serve('de', ['de-simple'])).toBeUndefined()
  })

  it('is none where nobody speaks it', () => {
    fc.assert(
      fc.property(unspoken, tag => {
        expect(serve(tag, spoken)).toBeUndefined()
      }),
    )
  })

  it('is none or a spoken one for whatever somebody writes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), tag => {
        expect([undefined, ...spoken]).toContain(serve(tag, spoken))
      }),
    )
  })
})

describe('the language of a browser', () => {
  it('is the spoken one with the greatest weight, wherever it stands', () => {
    const wishes = fc.uniqueArray(codes, { minLength: 1 }).chain(chosen =>
      fc.tuple(
        fc.constant(chosen[0] ?? ''),
        fc
          .tuple(...chosen.map((code, index) => fc.constant(`${code};q=${(0.9 - index / 10).toFixed(1)}`)))
          .chain(list => fc.shuffledSubarray(list, { minLength: list.length })),
        fc.array(unspoken.map(tag => `${tag};q=0.95`)),
      ),
    )
    fc.assert(
      fc.property(wishes, fc.constantFrom(',', ', ', ' , '), ([first, list, others], comma) => {
        expect(negotiate([...others, ...list].join(comma), spoken)).toBe(first)
      }),
    )
  })

  it('is the first named of equal weight, and a tag without weight weighs most', () => {
    expect(negotiate('uk, ar', spoken)).toBe('uk')
    expect(negotiate('en;q=0.7, ar;q=0.7', spoken)).toBe('en')
    expect(negotiate('en;q=0.9, ar', spoken)).toBe('ar')
  })

  it('is its base where the browser names a country', () => {
    expect(negotiate('fr-CH, ar-EG;q=0.9, de;q=0.8', spoken)).toBe('ar')
  })

  it('is never one that the browser refuses', () => {
    expect(negotiate('uk;q=0, en;q=0.1', spoken)).toBe('en')
    expect(negotiate('uk;q=0.0', spoken)).toBe('de')
  })

  it('is the first spoken one where no wish can be met', () => {
    expect(negotiate(undefined, spoken)).toBe('de')
    expect(negotiate('fr, *;q=0.5', spoken)).toBe('de')
    expect(negotiate('fr', ['uk', 'de'])).toBe('uk')
  })

  it('is a spoken one, whatever the header says', () => {
    const headers = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.tuple(fc.oneof(codes, unspoken), fc.string()).map(([tag, rest]) => `${tag};q=${rest}`))
        .map(parts => parts.join(',')),
    )
    fc.assert(
      fc.property(headers, header => {
        expect(spoken).toContain(negotiate(header, spoken))
      }),
    )
  })
})
