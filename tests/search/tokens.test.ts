import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordsApart } from '../../src/search/apart.ts'
import { fold } from '../../src/search/fold.ts'
import { words } from '../../src/search/tokens.ts'

describe('the words of a text', () => {
  it('are folded, and letters and digits alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), text => {
        for (const word of words(text)) {
          expect(word).toMatch(/^[\p{L}\p{N}]+$/u)
          expect(fold(word)).toBe(word)
        }
      }),
    )
  })

  it('do not depend on what stands between them', () => {
    expect(words('Kita–Platz, (bitte)!')).toEqual(['kita', 'platz', 'bitte'])
  })
})

describe('the words of a text, what is written onto them apart', () => {
  it.each([
    ['j’ai besoin d’aide pour l’école', 'j ai besoin d aide pour l ecole'],
    ["Kassel'de BAMF’a 2023'te Jobcenter'den", 'kassel de bamf a 2023 te jobcenter den'],
    ['б’є м’яч', 'бє мяч'],
    ["I don't know, they're here", 'i dont know theyre here'],
    ["aujourd'hui", 'aujourdhui'],
    ['نمی‌خواهم', 'نميخواهم'],
    ['او می زند', 'او ميزند'],
    // In Arabic it is the word for water.
    ['ما في مي بالبيت', 'ما في مي بالبيت'],
  ])('%s', (text, apart) => {
    expect(wordsApart(text).join(' ')).toBe(apart)
  })

  it('are the words themselves where no sign stands within them', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcäßжщبت ,.'), maxLength: 30 }), text => {
        expect(wordsApart(text)).toEqual(words(text))
      }),
    )
  })
})
