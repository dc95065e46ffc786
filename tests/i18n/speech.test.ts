import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLocales } from '../../src/i18n/read.ts'
import { createSpeeches, MissingTextError } from '../../src/i18n/speech.ts'
import { smallArabic, smallGerman, smallUkrainian } from '../support/small-locales.ts'
import { textsOf } from '../support/texts.ts'

const speeches = createSpeeches([smallGerman, smallUkrainian, smallArabic])
const [de, uk, ar] = ['de', 'uk', 'ar'].map(speeches.of)
if (!de || !uk || !ar) throw new Error('the small languages are gone')

const real = createSpeeches(readLocales('locales'))

describe('the languages', () => {
  it('are there with their names, directions and states, the original first', () => {
    expect(speeches.languages.map(({ lang, name, dir, reviewed }) => [lang, name, dir, reviewed])).toEqual([
      ['de', 'Deutsch', 'ltr', 1],
      ['uk', 'Українська', 'ltr', 0],
      ['ar', 'العربية', 'rtl', 0],
    ])
  })

  it('are German for a code that nobody speaks', () => {
    for (const code of ['xx', '', 'DE', 'constructor']) expect(speeches.of(code).lang).toBe('de')
    for (const { lang } of speeches.languages) expect(speeches.of(lang).lang).toBe(lang)
  })

  it('must be one at least', () => {
    expect(() => createSpeeches([])).toThrow(MissingTextError)
  })

  it('say how much of German they have, where the forms of a plural are one text', () => {
    expect(de.coverage).toBe(1)
    // Greeting, echo and children of German's six texts of the interface, three of a question and three of an offer.
    expect(uk.coverage).toBeCloseTo(3 / 12)
    expect(ar.coverage).toBeCloseTo(2 / 12)
  })

  it('do not disturb each other when there are several sets of them', () => {
    const other = createSpeeches([{ ...smallGerman, ui: { greeting: 'Moin' } }])
    expect([other.of('de').text('greeting'), de.text('greeting')]).toEqual(['Moin', 'Guten Tag'])
  })
})

describe('a text', () => {
  it('is said in its own language, and in German where that language lacks it', () => {
    expect([de, uk, ar].map(speech => speech.text('greeting'))).toEqual([
      'Guten Tag',
      'Добрий день',
      'نهارك سعيد',
    ])
    expect([uk.text('farewell'), ar.text('echo', { text: 'x' })]).toEqual(['Auf Wiedersehen', 'Sie sagen: x'])
  })

  it('stays the same however often it is asked for, in whichever order', () => {
    for (const speech of [ar, de, uk, de, ar])
      expect(speech.text('greeting')).toBe(speech.section('ui').find(([key]) => key === 'greeting')?.[1])
  })

  it('is found in its namespace, at whatever depth', () => {
    expect([
      de.text('ui:nested.deep'),
      de.text('nested.deep'),
      de.text('questions:age.text'),
      de.text('offers:help.title'),
    ]).toEqual(['tief', 'tief', 'Wie alt?', 'Hilfe'])
  })

  it('that not even German has is an error that names language and key', () => {
    for (const key of ['nowhere', 'questions:nowhere.text', 'nosuchnamespace:greeting', '']) {
      expect(() => uk.text(key)).toThrow(MissingTextError)
      expect(() => uk.text(key, { count: 1 })).toThrow(MissingTextError)
    }
    expect(() => uk.text('nowhere')).toThrow(/uk.*nowhere/)
  })

  it('is not what only holds texts', () => {
    expect(() => uk.text('ui:nested')).toThrow(MissingTextError)
  })

  it('takes whatever it is filled with as it is, and reads no instruction out of it', () => {
    const filling = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('{{first}}', '{{text}}', '$t(greeting)', '$&', "$'", '$1', '<b>&amp;"', '{{', '\\'),
    )
    fc.assert(
      fc.property(filling, filling, (first, second) => {
        expect(de.text('echo', { text: first })).toBe(`Sie sagen: ${first}`)
        expect(de.text('pair', { first, second })).toBe(`${first} und ${second}`)
      }),
    )
  })

  it('is not remembered with what it was filled with', () => {
    expect([de.text('echo', { text: 'eins' }), de.text('echo', { text: 'zwei' })]).toEqual([
      'Sie sagen: eins',
      'Sie sagen: zwei',
    ])
  })
})

describe('a number', () => {
  it('takes the form of the plural that the language has for it', () => {
    expect([1, 0, 2, 21].map(count => de.text('children', { count }))).toEqual([
      '1 Kind',
      '0 Kinder',
      '2 Kinder',
      '21 Kinder',
    ])
    expect([1, 2, 5, 11, 21, 22].map(count => uk.text('children', { count }))).toEqual([
      '1 дитина',
      '2 дитини',
      '5 дітей',
      '11 дітей',
      '21 дитина',
      '22 дитини',
    ])
    expect([0, 1, 2, 3, 11, 100].map(count => ar.text('children', { count }))).toEqual([
      'لا أطفال',
      'طفل واحد',
      'طفلان',
      '3 أطفال',
      '11 طفلا',
      '100 طفل',
    ])
  })

  it('has a form for every count in every real language, with no place left to fill in', () => {
    fc.assert(
      fc.property(fc.constantFrom(...real.languages), fc.nat(2000), (speech, count) => {
        for (const key of ['progress.answered', 'progress.remaining', 'say.search', 'answer.years']) {
          expect(speech.text(key, { count })).not.toMatch(/[{}]/)
        }
      }),
    )
  })
})

describe('whether a language has a key', () => {
  it('is asked of the language itself, and not of German', () => {
    expect([de.has('farewell'), uk.has('farewell'), uk.has('greeting')]).toEqual([true, false, true])
    expect([de.has('questions:age.text'), ar.has('questions:age.text'), de.has('nowhere')]).toEqual([
      true,
      false,
      false,
    ])
    expect(uk.has('farewell')).toBe(false)
  })

  it('is yes for every text of a real language', () => {
    for (const locale of readLocales('locales')) {
      const speech = real.of(locale.language.code)
      expect([...textsOf(locale).keys()].filter(key => !speech.has(key))).toEqual([])
    }
  })
})

describe('a section', () => {
  it('holds every text of a namespace of the language by its key', () => {
    expect(Object.fromEntries(uk.section('ui'))).toEqual(smallUkrainian.ui)
    expect(de.section('ui')).toContainEqual(['nested.deep', 'tief'])
    expect(uk.section('questions')).toEqual([])
  })
})

describe('lists, days, months and numbers', () => {
  it('are written as the language writes them', () => {
    expect(de.anyOf(['a', 'b', 'c'])).toBe('a, b oder c')
    expect(uk.anyOf(['а', 'б'])).toBe('а або б')
    expect([de.anyOf(['a']), de.anyOf([])]).toEqual(['a', ''])
    expect([de.month('2023-05'), uk.month('2023-05')]).toEqual([
      'Mai 2023',
      expect.stringContaining('травень 2023'),
    ])
    expect([de.date('2026-11-21'), de.number(1234.5)]).toEqual(['21.11.2026', '1.234,5'])
  })

  it('name the day and the month that they are given, in whichever time zone the server runs', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1950, max: 2049 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        (year, month, dayOfMonth) => {
          const two = (part: number) => String(part).padStart(2, '0')
          expect(de.date(`${year}-${two(month)}-${two(dayOfMonth)}`)).toBe(
            `${two(dayOfMonth)}.${two(month)}.${year}`,
          )
          expect(de.month(`${year}-${two(month)}`)).toMatch(new RegExp(` ${year}$`))
        },
      ),
    )
    expect(
      new Set(
        Array.from({ length: 12 }, (_, index) => de.month(`2024-${String(index + 1).padStart(2, '0')}`)),
      ).size,
    ).toBe(12)
  })

  it('are in the calendar and the digits of Hesse where the language has its own', () => {
    const fa = createSpeeches([
      smallGerman,
      { ...smallArabic, language: { ...smallArabic.language, code: 'fa' } },
    ]).of('fa')
    expect([fa.month('2023-05'), fa.date('2026-11-21'), fa.number(34)]).toEqual([
      expect.stringMatching(/2023/),
      expect.stringMatching(/2026/),
      '34',
    ])
  })

  it('are in the digits that the language wants: Western ones, which stand on letters and phones, but for Persian', () => {
    for (const { lang, date, month, number, text } of real.languages) {
      const others = lang === 'fa' ? /(?![۰-۹])\p{Nd}/u : /(?![0-9])\p{Nd}/u
      const said = [
        date('2026-11-21'),
        month('2023-05'),
        number(1234),
        text('ui:answer.years', { count: 5 }),
        text('ui:invalid.number', { min: 0, max: 120 }),
      ]
      for (const one of said) expect(one).not.toMatch(others)
      const years = lang === 'fa' ? ['۲۰۲۶', '۲۰۲۳'] : ['2026', '2023']
      expect([date('2026-11-21'), month('2023-05')].map((one, at) => one.includes(years[at] ?? '?'))).toEqual(
        [true, true],
      )
    }
  })
})
