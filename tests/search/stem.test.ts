import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stemOf } from '../../src/search/stem.ts'
import { words } from '../../src/search/tokens.ts'

const stem = (lang: string, word: string) => stemOf(lang)(words(word).join(''))

describe('the forms of a word', () => {
  it.each([
    ['de', 'Kurs Kurse Kursen'],
    ['de', 'Amt Ämter Ämtern'],
    ['de', 'Wohnung Wohnungen'],
    ['de', 'Kind Kinder Kindern Kindes'],
    ['en', 'course courses'],
    ['en', 'loan loans'],
    ['fr', 'enfant enfants'],
    ['fr', 'formation formations'],
    ['ru', 'работа работу работы работой'],
    ['ru', 'пособие пособия пособию'],
    ['uk', 'дитина дитини дитину дитиною'],
    ['uk', 'курси курсів курсах'],
    ['bg', 'курс курса курсът курсове'],
    ['bg', 'кредит кредити кредитите'],
    ['pl', 'kurs kursu kursy kursów'],
    ['pl', 'praca pracy pracę'],
    ['ro', 'curs cursul cursuri cursurilor'],
    ['ro', 'datorie datorii'],
    ['tr', 'kurs kursu kurslar kursları kurslara'],
    ['tr', 'borç borcum borcumuz borçlar'],
    ['ar', 'مدرسة المدرسة بالمدرسة مدرستي'],
    ['ar', 'شغل الشغل شغلي للشغل'],
    ['fa', 'بچه بچه‌ها بچه‌هایم'.replaceAll('\u200c', '')],
  ])('%s: %s have one stem', (lang, forms) => {
    expect([...new Set(forms.split(' ').map(form => stem(lang, form)))]).toHaveLength(1)
  })

  it.each([
    ['de', 'Kurs Kur'],
    ['de', 'Miete Mitte'],
    ['en', 'house hour'],
    ['ru', 'банк баня'],
    ['tr', 'iş işaret'],
    ['ar', 'سكن سكر'],
  ])('%s: %s are words of their own', (lang, pair) => {
    const [a = '', b = ''] = pair.split(' ')
    expect(stem(lang, a)).not.toBe(stem(lang, b))
  })
})

describe('a stem', () => {
  it('is the beginning or the middle of its word, no shorter than three letters unless the word is', () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/)
    fc.assert(
      fc.property(word, fc.constantFrom('de', 'en', 'fr', 'pl', 'ro'), (any, lang) => {
        const cut = stemOf(lang)(any)
        expect(any.startsWith(cut)).toBe(true)
        expect(cut.length).toBeGreaterThanOrEqual(Math.min(3, any.length))
      }),
    )
  })

  it('is the word itself in a language without rules, and a form of a language has the rules of the language', () => {
    expect([stemOf('xx')('kurses'), stemOf('de-simple')('kurses')]).toEqual([
      'kurses',
      stemOf('de')('kurses'),
    ])
  })
})
