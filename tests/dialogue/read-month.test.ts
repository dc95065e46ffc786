import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MonthReading } from '../../src/dialogue/month-names.ts'
import { readMonth } from '../../src/dialogue/read-month.ts'
import { closestLabels } from '../../src/search/closest-label.ts'
import { words } from '../../src/search/tokens.ts'
import { spokenLanguages, understandingOf } from '../support/spoken-languages.ts'

/** What is known of a language that has no words of its own here: its names of months. */
const wordless: Omit<MonthReading, 'lang'> = {
  words,
  closest: closestLabels,
  isNegation: () => false,
  vocabulary: { monthNames: {}, beforeOrAfter: [], months: [], years: [], spans: {} },
}
const found = (text: string, lang: string) =>
  readMonth(text, spokenLanguages.includes(lang) ? understandingOf(lang) : { ...wordless, lang })
/** The month that is read; what is unclear is none. */
const read = (text: string, lang = 'de') => {
  const month = found(text, lang)
  return month === 'unclear' ? undefined : month
}
const languages = ['de', 'de-simple', 'en', 'uk', 'ru', 'ar', 'fa', 'tr', 'fr', 'pl', 'ro', 'bg']

const months = fc.record({
  year: fc.integer({ min: 1900, max: 2099 }),
  month: fc.integer({ min: 1, max: 12 }),
})
const iso = (year: number, month: number) => `${year}-${String(month).padStart(2, '0')}`

describe('a month in digits', () => {
  it('is read however it is written, in every language', () => {
    const writings: readonly ((year: number, month: number, two: string) => string)[] = [
      (year, _, two) => `${two}.${year}`,
      (year, month) => `${month}/${year}`,
      (year, _, two) => `${year}-${two}`,
      (year, month) => ` ${month}  ${year}! `,
      (year, _, two) => `(${two}-${year})`,
    ]
    fc.assert(
      fc.property(
        months,
        fc.constantFrom(...languages),
        fc.constantFrom(...writings),
        ({ year, month }, lang, write) => {
          expect(read(write(year, month, String(month).padStart(2, '0')), lang)).toBe(iso(year, month))
        },
      ),
    )
  })

  it('may be written in Arabic or Persian digits', () => {
    expect(read('٠٥/٢٠٢٣', 'ar')).toBe('2023-05')
    expect(read('۱۱/۲۰۲۲', 'fa')).toBe('2022-11')
  })

  it('is no month above twelve, and none below one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2099 }),
        fc.oneof(fc.constant(0), fc.integer({ min: 13, max: 99 })),
        (year, month) => {
          expect(read(`${month}.${year}`)).toBeUndefined()
          expect(read(`${year}-${month}`)).toBeUndefined()
        },
      ),
    )
  })

  it('is not clear without a year of four digits, or without a month', () => {
    for (const text of ['', '05', '2023', 'Mai', 'seit fünf Jahren', '5. 1823', '05.20233']) {
      expect([text, read(text)]).toEqual([text, undefined])
    }
  })

  it('is not guessed where two numbers could be it', () => {
    expect(read('5 oder 6 2023')).toBeUndefined()
    expect(read('05/06/2023')).toBeUndefined()
  })
})

/** How people write a month, in their language and some in German. */
const spoken: readonly (readonly [lang: string, text: string, month: string])[] = [
  ['de', 'Mai 2023', '2023-05'],
  ['de', 'seit März 2021', '2021-03'],
  ['de', 'MAERZ 2021', '2021-03'],
  ['de', 'im Dez. 2019', '2019-12'],
  ['de', 'Anfang Januar 2020', '2020-01'],
  ['de', '3. Oktober 2015', '2015-10'],
  ['de-simple', 'im August 2022', '2022-08'],
  ['en', 'since May 2023', '2023-05'],
  ['en', 'february 2020', '2020-02'],
  ['en', 'Sep 2021', '2021-09'],
  ['en', 'im Juli 2021', '2021-07'],
  ['uk', 'березень 2022', '2022-03'],
  ['uk', 'з березня 2022', '2022-03'],
  ['uk', 'Mai 2022', '2022-05'],
  ['ru', 'май 2023', '2023-05'],
  ['ru', 'с февраля 2022', '2022-02'],
  ['ar', 'مايو 2023', '2023-05'],
  ['ar', 'منذ يناير ٢٠٢٠', '2020-01'],
  ['ar', 'آذار 2023', '2023-03'],
  ['ar', 'غشت 2021', '2021-08'],
  ['fa', 'مه 2023', '2023-05'],
  ['fa', 'ژانویه ۲۰۲۰', '2020-01'],
  ['tr', 'Mayıs 2023', '2023-05'],
  ['tr', 'ŞUBAT 2022', '2022-02'],
  ['tr', '2023 yılının mayıs ayında', '2023-05'],
  ['tr', '2021 martında geldim', '2021-03'],
  ['tr', 'Ekim 2020', '2020-10'],
  ['tr', 'agustos 2019', '2019-08'],
  ['fr', 'août 2023', '2023-08'],
  ['fr', 'depuis février 2020', '2020-02'],
  ['pl', 'maj 2023', '2023-05'],
  ['pl', 'od października 2018', '2018-10'],
  ['ro', 'din mai 2023', '2023-05'],
  ['bg', 'юли 2023', '2023-07'],
]

describe('a month by its name', () => {
  it.each(spoken)('is read in %s from "%s"', (lang, text, month) => {
    expect(read(text, lang)).toBe(month)
  })

  it('is understood in German and English, whatever the language is', () => {
    for (const lang of languages) {
      expect([lang, read('Oktober 2015', lang), read('in october 2015', lang)]).toEqual([
        lang,
        '2015-10',
        '2015-10',
      ])
    }
  })

  it.each([
    ['de', 'in Mainz seit 2023'],
    ['de', 'mein Junge kam 2020'],
    ['de', 'mit Julian 2021'],
    ['de', 'aus Novi Sad 2020'],
    ['en', 'maybe 2023'],
    ['en', 'with Janet in 2020'],
  ])('is not heard in %s in "%s", where a word only begins like one', (lang, text) => {
    expect(read(text, lang)).toBeUndefined()
  })

  it('is not heard in a number of years', () => {
    expect(read('seit 3 Jahren, 2023')).toBeUndefined()
  })

  it.each([
    ['two months', 'Mai oder Juni 2023'],
    ['two years', 'Mai 2022 oder 2023'],
    ['a name and a number that differ', 'I may have come in 03.2023'],
  ])('is not guessed where somebody says %s', (_, text) => {
    expect(read(text, 'en')).toBeUndefined()
  })
})

describe('a month as people write it', () => {
  it.each([
    ['de', '05/23', '2023-05'],
    ['de', '5.23', '2023-05'],
    ['de', '05/98', '1998-05'],
    ['de', 'Mai 23', '2023-05'],
    ['de', '3.5.2023', '2023-05'],
    ['de', '3.5.23', '2023-05'],
    ['de', '23/05/2023', '2023-05'],
    ['en', '05/23/2023', '2023-05'],
    ['de', '2023-05-03', '2023-05'],
    ['de', 'am 3. Mai 2023', '2023-05'],
    ['de', 'Jänner 2020', '2020-01'],
    ['de', 'Febraur 2022', '2022-02'],
    ['de', 'Setpember 2021', '2021-09'],
    ['de', 'Monat 5 2023', '2023-05'],
    ['uk', 'у травні 2023', '2023-05'],
    ['uk', 'з лютого 2022 року', '2022-02'],
    ['uk', 'в мае 2023', '2023-05'],
    ['uk', 'с марта 2022', '2022-03'],
    ['uk', 'в феврале 2022', '2022-02'],
    ['uk', 'травень 23', '2023-05'],
    ['bg', 'през май 2023', '2023-05'],
    ['bg', 'от февруари 2022 година', '2022-02'],
    ['bg', 'юни 2021', '2021-06'],
    ['bg', 'септември 23', '2023-09'],
    ['bg', 'uli 2020', '2020-07'],
    ['bg', 'qnuari 2024', '2024-01'],
    ['ru', 'в мае 2023', '2023-05'],
    ['ru', 'с марта 2022 года', '2022-03'],
    ['ru', 'в феврале 22', '2022-02'],
    ['ru', 'окт. 2021', '2021-10'],
    ['ru', 'v avguste 2022', '2022-08'],
    ['pl', 'w maju 2023', '2023-05'],
    ['pl', 'od lutego 2022 roku', '2022-02'],
    ['pl', 'w sierpniu 2021', '2021-08'],
    ['pl', 'pazdziernik 2020', '2020-10'],
    ['pl', 'maj 23', '2023-05'],
    ['ar', 'كانون الثاني 2023', '2023-01'],
    ['ar', 'كانون الأول 2022', '2022-12'],
    ['ar', 'تشرين الثاني ٢٠٢١', '2021-11'],
    ['ar', 'تشرين الأول 2021', '2021-10'],
    ['ar', 'جوان 2020', '2020-06'],
    ['ar', 'أوت 2020', '2020-08'],
    ['ar', 'شهر 5 سنة 2023', '2023-05'],
    ['ar', 'شهر ٥ ٢٠٢٣', '2023-05'],
    ['ar', 'في أيار 2023', '2023-05'],
    ['ro', 'din martie 2022', '2022-03'],
    ['ro', 'in luna mai 2023', '2023-05'],
    ['ro', 'sept 2021', '2021-09'],
    ['ro', 'luna 5 2023', '2023-05'],
    ['ro', 'noembrie 2020', '2020-11'],
    ['fa', 'ماه می ۲۰۲۳', '2023-05'],
    ['fa', 'می 2023', '2023-05'],
    ['fa', 'جنوری ۲۰۲۴', '2024-01'],
    ['fa', 'از اگست ۲۰۲۱', '2021-08'],
    ['fa', 'دسامبر 2022', '2022-12'],
    ['fa', 'ماه ۵ سال ۲۰۲۳', '2023-05'],
    ['fr', 'en août 2022', '2022-08'],
    ['fr', 'aout 2022', '2022-08'],
    ['fr', 'depuis fevrier 2021', '2021-02'],
    ['fr', 'sept 2023', '2023-09'],
    ['fr', 'décembre 22', '2022-12'],
  ])('is read in %s from "%s"', (lang, text, month) => {
    expect(found(text, lang)).toBe(month)
  })

  it.each([
    ['de', '2022'],
    ['de', 'im Frühjahr 2023'],
    ['de', 'Mai'],
    ['de', 'Mai letztes Jahr'],
    ['de', 'vor zwei Jahren'],
    ['de', 'vor Mai 2023'],
    ['de', 'nach dem Mai 2023'],
    ['de', 'nicht Mai 2023'],
    ['de', 'Mai oder Juni 2023'],
    ['de', '05/06/2023'],
    ['en', 'May 23'],
    ['de', 'May 23'],
    ['en', 'before May 2023'],
    ['en', 'last year in May'],
    ['uk', 'до травня 2023'],
    ['uk', 'два роки тому'],
    ['bg', 'преди май 2023'],
    ['bg', 'преди две години'],
    ['ru', 'до мая 2023'],
    ['ru', 'после марта 2022'],
    ['ru', 'два года назад'],
    ['tr', 'iki yıl önce'],
    ['tr', 'Mayıs 2023 öncesi'],
    ['tr', 'mayıs 2023 sonrası'],
    ['ro', 'mai târziu, 2022'],
    ['ro', 'am venit mai demult, 2019'],
    ['tr', 'mayıs'],
    ['pl', 'przed majem 2023'],
    ['pl', 'do maja 2023'],
    ['pl', 'dwa lata temu'],
    ['ar', 'بعد مايو 2023'],
    ['ar', 'كانون 2023'],
    ['ar', 'قبل سنتين'],
    ['ro', 'înainte de mai 2023'],
    ['ro', 'acum doi ani'],
    ['ro', 'dupa martie 2022'],
    ['fa', 'مه از ۲۰۲۳ اینجا هستم'],
    ['fa', 'قبل از مارس ۲۰۲۳'],
    ['fa', 'دو سال پیش'],
    ['fr', 'avant mai 2023'],
    ['fr', 'il y a deux ans'],
  ])('is unclear in %s in "%s"', (lang, text) => {
    expect(found(text, lang)).toBe('unclear')
  })

  it.each([
    ['de', '23.05.'],
    ['de', '05/10'],
    ['de', 'Ich brauche einen Kitaplatz'],
    ['de', 'Ich suche seit 2022 zusammen mit meiner Familie eine Wohnung'],
  ])('is none in %s in "%s"', (lang, text) => {
    expect(found(text, lang)).toBeUndefined()
  })
})
