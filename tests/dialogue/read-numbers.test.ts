import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type QuestionId, questionForm } from '../../src/dialogue/question.ts'
import { readNumbers } from '../../src/dialogue/read-numbers.ts'
import { words } from '../../src/search/fold.ts'
import { spokenLanguages, understandingOf } from '../support/spoken-languages.ts'

const read = (text: string, question: QuestionId, lang = 'de') =>
  readNumbers(text, question, questionForm(question), understandingOf(lang))
const answer = (value: unknown) => ({ kind: 'answer', value })
const unsure = { kind: 'unsure', options: [] }
const nothing = { kind: 'nothing' }

const each = spokenLanguages.map(lang => [lang, understandingOf(lang).vocabulary] as const)
/** What stands for a list of words: the first that is a single word, and so surely heard as one. */
const oneWord = (phrases: readonly string[]) => phrases.find(phrase => words(phrase).length === 1) ?? ''
const ages = fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 1, maxLength: 6 })

describe.each(each)('in %s', (lang, vocabulary) => {
  const and = oneWord(vocabulary.and)
  const years = oneWord(vocabulary.years)

  it('every word for a number is read as that number', () => {
    const misread = Object.entries(vocabulary.numbers).flatMap(([word, number]) => {
      const isChild = vocabulary.children.some(phrase => words(phrase).join(' ') === words(word).join(' '))
      const found = read(word, 'age', lang)
      return isChild || (found.kind === 'answer' && found.value === number)
        ? []
        : [[word, number, found.kind]]
    })
    expect(misread).toEqual([])
  })

  it('a number is read in digits, alone and among words that say nothing', () => {
    const filler = oneWord(vocabulary.filler)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), age => {
        for (const text of [
          `${age}`,
          `${age}!`,
          `${filler} ${age}`,
          `${age} ${years}`,
          `${filler} ${filler} ${age} ${years}.`,
        ]) {
          expect([text, read(text, 'age', lang)]).toEqual([text, answer(age)])
        }
      }),
    )
  })

  it('a number is not chosen out of several, and not taken out of its range', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 999 }), (a, b) => {
        expect(read(`${a} ${b}`, 'age', lang)).toEqual(unsure)
        expect(read(`${a} ${and} ${b}`, 'age', lang)).toEqual(unsure)
        if (a > 120) expect(read(`${a}`, 'age', lang)).toEqual(unsure)
      }),
    )
  })

  it('the ages of children are read in the order in which they are said', () => {
    fc.assert(
      fc.property(ages, list => {
        for (const text of [list.join(', '), list.join(` ${and} `), `${list.join(' ')} ${years}`]) {
          expect([text, read(text, 'childrenAges', lang)]).toEqual([text, answer(list)])
        }
      }),
    )
  })

  it('a count of children before their ages is no age', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...vocabulary.children.filter(word => words(word).length === 1)),
        ages,
        (children, list) => {
          const text = `${list.length} ${children}, ${list.join(` ${and} `)}`
          expect([text, read(text, 'childrenAges', lang)]).toEqual([text, answer(list)])
        },
      ),
    )
  })

  it('a count that does not match the ages is not explained away', () => {
    const children = oneWord(vocabulary.children)
    fc.assert(
      fc.property(ages, fc.integer({ min: 0, max: 12 }), (list, count) => {
        fc.pre(count !== list.length)
        expect(read(`${count} ${children}, ${list.join(', ')}`, 'childrenAges', lang)).toEqual(unsure)
      }),
    )
  })

  it('a count alone tells no age', () => {
    for (const children of vocabulary.children.filter(word => words(word).length === 1)) {
      expect([children, read(`2 ${children}`, 'childrenAges', lang)]).toEqual([children, unsure])
    }
  })

  it('no children is an answer', () => {
    for (const phrase of [...vocabulary.none, ...vocabulary.no]) {
      expect([phrase, read(phrase, 'childrenAges', lang)]).toEqual([phrase, answer([])])
      expect([phrase, read(phrase, 'age', lang).kind]).not.toEqual([phrase, 'answer'])
    }
  })

  it('an age in months is not taken for one in years', () => {
    for (const months of vocabulary.months.filter(word => words(word).length === 1)) {
      expect([months, read(`6 ${months}`, 'childrenAges', lang)]).toEqual([months, unsure])
    }
  })

  it('a time in years is not taken for one in months', () => {
    for (const question of ['unemployedMonths', 'insuredMonths', 'sgb2Months'] as const) {
      expect([question, read(`2 ${years}`, question, lang).kind]).toEqual([question, 'unsure'])
    }
  })

  it('a number beside words that mean something else is not guessed', () => {
    for (const text of ['7 xyzzy', 'xyzzy 7 xyzzy']) {
      expect(read(text, 'age', lang)).toEqual(unsure)
      expect(read(text, 'childrenAges', lang)).toEqual(unsure)
    }
  })

  it('a text without a number is none', () => {
    for (const text of ['xyzzy', and, years, '2019', ''])
      expect([text, read(text, 'age', lang)]).toEqual([text, nothing])
  })
})

describe('what parents say', () => {
  it.each([
    ['de', '2 Kinder, 1 und 4', [1, 4]],
    ['de', 'Zwei Kinder: eins und vier', [1, 4]],
    ['de', 'Ich habe zwei Söhne, 3 und 5 Jahre alt', [3, 5]],
    ['de', 'meine Tochter ist 5, mein Sohn ist 3', [5, 3]],
    ['de', 'ein Kind, 3 Jahre', [3]],
    ['de', '1 Sohn 4 Jahre und 2 Töchter 2 und 3', [4, 2, 3]],
    ['de', 'zwölf, fuenf und ACHT', [12, 5, 8]],
    ['de', 'Tochter 4 Jahre', [4]],
    ['en', 'I have two kids, 1 and 4', [1, 4]],
    ['en', 'two children: seven and nine years old', [7, 9]],
    ['en', "my son is 3 and my daughter's age is 6", [3, 6]],
  ])('in %s, "%s", is heard as it is meant', (lang, text, expected) => {
    expect(read(text, 'childrenAges', lang)).toEqual(answer(expected))
  })

  it.each([
    ['de', '1 Sohn und 2 Töchter'],
    ['de', 'ein Junge und ein Mädchen'],
    ['de', 'Ich habe Kinder, 2 Söhne und 1 Tochter'],
    ['en', '1 son and 2 daughters'],
    ['de', 'Kinder: 2'],
    ['de', '1 Sohn 4 Jahre und 2 Töchter'],
    ['en', 'kids 3'],
  ])('in %s, "%s", counts children and names no age', (lang, text) => {
    expect(read(text, 'childrenAges', lang)).toEqual(unsure)
  })

  it.each([
    ['en', 'twenty-one', 21],
    ['en', 'twenty one years old', 21],
    ['ar', 'ثلاثة عشر', 13],
    ['ar', 'خمسة عشر سنة', 15],
    ['uk', 'двадцять один', 21],
  ])('in %s, "%s", is one child and not two, as a number of two words', (lang, text, age) => {
    const understood = spokenLanguages.includes(lang) ? read(text, 'childrenAges', lang) : unsure
    expect([unsure, answer([age])]).toContainEqual(understood)
  })

  it.each([
    ['de', '2,5 Jahre alt'],
    ['en', '2.5 years'],
  ])('in %s, "%s", is one child and not two', (lang, text) => {
    expect(read(text, 'childrenAges', lang)).not.toEqual(answer([2, 5]))
  })
})
