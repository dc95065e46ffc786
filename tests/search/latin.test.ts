import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toLatin } from '../../src/search/latin.ts'

const alphabets = {
  ukrainian: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
  russian: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  bulgarian: 'абвгдежзийклмнопрстуфхцчшщъьюя',
  arabic: 'ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآؤئء',
  persian: 'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئآ',
}

describe('a name in Latin letters', () => {
  it.each(Object.entries(alphabets))('leaves no letter of the alphabet over: %s', (_, alphabet) => {
    for (const letter of alphabet)
      expect([letter, toLatin(letter)]).toEqual([letter, expect.stringMatching(/^[a-z]*$/)])
    for (const letter of alphabet) expect(toLatin(letter.toUpperCase())).toBe(toLatin(letter))
  })

  it('stays as it is where it was in Latin letters already', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abczäöüßéłşğ -.()12') }), name => {
        expect(toLatin(name)).toBe(name)
      }),
    )
  })

  it('is written letter by letter', () => {
    const name = fc.string({ unit: fc.constantFrom(...Object.values(alphabets).join(''), ' ', 'a') })
    fc.assert(
      fc.property(name, name, (first, second) => {
        expect(toLatin(first + second)).toBe(toLatin(first) + toLatin(second))
      }),
    )
  })

  it('is what a German would write who hears it', () => {
    expect(['Марбург', 'Шварцвальд', 'Кетцин', 'هاناو'].map(toLatin)).toEqual([
      'marburg',
      'schwarzwald',
      'ketzin',
      'hanau',
    ])
  })
})
