import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../src/search/fold.ts'
import { words } from '../../src/search/tokens.ts'
import { hostileTexts } from '../support/hostile-texts.ts'

const anyText = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'aoueäß'), maxLength: 8 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom(
      ...'aeouäöüßQéïйиїіґєАأإآٱىئيیؤةهکك٣۳’ʼ´ıİſＡ',
      '\u0306',
      '\u0308',
      '\u064e',
      'ـ',
      ' ',
    ),
    maxLength: 30,
  }),
)
const german = fc.string({ unit: fc.constantFrom(...'abehkmnorstuwzäöüß -'), maxLength: 20 })

describe('a folded text', () => {
  it('does not change when it is folded again', () => {
    fc.assert(
      fc.property(anyText, text => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
    expect(fold(fold('queen'))).toBe(fold('queen'))
  })

  it('is the same however its characters were put together', () => {
    fc.assert(
      fc.property(anyText, text => {
        for (const form of ['NFC', 'NFD'])
          expect(fold(text.normalize(form))).toBe(fold(text.normalize('NFC')))
      }),
    )
  })

  it('is put together itself', () => {
    fc.assert(
      fc.property(anyText, text => {
        expect(fold(text)).toBe(fold(text).normalize('NFC'))
      }),
    )
    expect(fold('한국')).toBe('한국')
  })

  it('is the same in capitals, in each of the alphabets', () => {
    const letters = fc.string({
      unit: fc.constantFrom(
        ...'abcdefghijklmnopqrstuvwxyzäöüßçéèêàâîôûñąćęłńóśźżăâîșțşğабвгдежзийклмнопрстуфхцчшщъыьэюяєіїґё',
      ),
      maxLength: 20,
    })
    fc.assert(
      fc.property(letters, text => {
        expect(fold(text.toUpperCase())).toBe(fold(text))
      }),
    )
    expect([fold('İstanbul'), fold('ISTANBUL'), fold('ıstanbul')]).toEqual(Array(3).fill(fold('istanbul')))
  })
})

describe('a German word', () => {
  const spelled = (text: string) =>
    text.replace(/[äöüß]/g, letter => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[letter] ?? letter)

  it('meets its spelling without umlauts', () => {
    fc.assert(
      fc.property(german, text => {
        expect(fold(spelled(text))).toBe(fold(text))
      }),
    )
    expect(fold(spelled('Böe'))).toBe(fold('Böe'))
  })

  it('meets its spelling by people who leave the dots away', () => {
    for (const [written, meant] of [
      ['Munster', 'Münster'],
      ['Gross-Gerau', 'Groß-Gerau'],
      ['Worth', 'Wörth'],
      ['Kase', 'Käse'],
    ] as const) {
      expect(fold(written)).toBe(fold(meant))
    }
  })

  it('does not meet a word with other consonants', () => {
    fc.assert(
      fc.property(german, fc.constantFrom(...'bkmnt'), (text, letter) => {
        expect(fold(text + letter)).not.toBe(fold(text))
      }),
    )
  })
})

describe('a word in Cyrillic letters', () => {
  it('keeps й and ї, which are letters of their own', () => {
    for (const [one, other] of [
      ['йод', 'иод'],
      ['мій', 'міи'],
      ['їжа', 'іжа'],
      ['Їжак', 'іжак'],
      ['єдність', 'едність'],
    ] as const) {
      expect(fold(one)).not.toBe(fold(other))
    }
    expect(fold('МІЙ ЇЖАК'.normalize('NFD'))).toBe('мій їжак')
  })

  it('meets spellings that differ in ё and ґ', () => {
    expect(fold('ребёнок')).toBe(fold('ребенок'))
    expect(fold('Ґанок')).toBe(fold('ганок'))
  })

  it('is written with whichever apostrophe there is', () => {
    for (const apostrophe of ["'", '’', 'ʼ', '`', '´'])
      expect(words(`сім${apostrophe}я`)).toEqual(words('сімʼя'))
    for (const apostrophe of ["'", '’', 'ʼ', '`', '´'])
      expect(words(`geht${apostrophe}s`)).toEqual(words('gehts'))
  })
})

describe('a word in Arabic letters', () => {
  it('meets its Persian and its careless spellings', () => {
    for (const [one, other] of [
      ['کتاب', 'كتاب'],
      ['یک', 'يك'],
      ['أحمد', 'احمد'],
      ['إقامة', 'اقامه'],
      ['آمن', 'امن'],
      ['مستشفى', 'مستشفي'],
      ['مسؤول', 'مسوول'],
      ['عائلة', 'عايله'],
    ] as const) {
      expect(fold(one)).toBe(fold(other))
    }
  })

  it('does not depend on vowel signs or on letters drawn out', () => {
    const marked = fc.array(
      fc.tuple(
        fc.constantFrom(...'ابتسعملنوه'),
        fc.constantFrom('', '\u064e', '\u064f', '\u0650', '\u0651', '\u0652', '\u064b', 'ـ', 'ــ'),
      ),
      { maxLength: 10 },
    )
    fc.assert(
      fc.property(marked, letters => {
        expect(fold(letters.flat().join(''))).toBe(fold(letters.map(([letter]) => letter).join('')))
      }),
    )
  })
})

describe('digits', () => {
  it('are the same in Arabic, Persian, wide and Western writing', () => {
    const writing = (zero: number) => (text: string) =>
      text.replace(/\d/g, digit => String.fromCharCode(zero + Number(digit)))
    fc.assert(
      fc.property(fc.nat().map(String), number => {
        for (const zero of [0x0660, 0x06f0, 0xff10]) expect(fold(writing(zero)(number))).toBe(number)
      }),
    )
  })
})

describe('the words of a text', () => {
  it('are folded, and hold letters and digits alone', () => {
    fc.assert(
      fc.property(anyText, text => {
        for (const word of words(text)) expect(word).toMatch(/^[\p{L}\p{N}]+$/u)
        expect(words(text).join('')).toBe(fold(text).replace(/[^\p{L}\p{N}]/gu, ''))
      }),
    )
  })

  it('stay the same whatever stands between them', () => {
    const between = fc.constantFrom(' ', '\n', ', ', ' – ', '/', '(', '...', '-', '،', '؟ ')
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('kind', 'ja', 'дім', 'بيت', '12'), between), { maxLength: 6 }),
        parts => {
          expect(words(parts.flat().join(''))).toEqual(parts.map(([word]) => words(word)[0]))
        },
      ),
    )
  })

  it.each(hostileTexts)('can be read off %s', (_, text) => {
    expect(words(text).every(word => word.length > 0)).toBe(true)
  })
})
