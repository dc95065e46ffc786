import { describe, expect, it } from 'vitest'
import { isQuestionId, type QuestionId, questionForm } from '../../src/dialogue/question.ts'
import { understand, understandInAny } from '../../src/dialogue/understand.ts'
import { words } from '../../src/search/tokens.ts'
import {
  languagesFor,
  spokenLanguages,
  synonymsOf,
  understandingOf,
  vocabularyOf,
} from '../support/spoken-languages.ts'

const hear = (text: string, question: QuestionId, lang: string) =>
  understand(text, question, questionForm(question), understandingOf(lang))
const hearInAny = (text: string, question: QuestionId, lang: string) =>
  understandInAny(text, question, questionForm(question), languagesFor(lang))

/** What the name of an option stands for as an answer. */
function meantBy(question: QuestionId, name: string): unknown {
  const { kind, options } = questionForm(question)
  if (kind === 'number') return Number(name)
  if (kind === 'choice') return options.find(option => String(option) === name)
  return name === 'none' ? [] : [name]
}

/** What is heard in a phrase for an option: the option, or nothing that is sure. */
const meaningOf = (question: QuestionId, option: string) =>
  option === 'unclear'
    ? { kind: 'unsure', options: [] }
    : { kind: 'answer', value: meantBy(question, option) }

/** Every synonym of a language with its question and what it means. */
const saidIn = (lang: string) =>
  Object.entries(synonymsOf(lang)).flatMap(([question, options]) =>
    Object.entries(options).flatMap(([option, phrases]) =>
      phrases.flatMap(phrase => (isQuestionId(question) ? [{ question, option, phrase }] : [])),
    ),
  )

/** A form of a language (`de-simple`) hears what the language hears. */
const heard = spokenLanguages.filter(lang => !lang.includes('-'))

describe.each(heard)('what people say for an option in %s', lang => {
  it('is understood as that option, alone and with words around it', () => {
    const { around } = vocabularyOf(lang)
    const misheard = saidIn(lang).flatMap(({ question, option, phrase }) => {
      const wanted = meaningOf(question, option)
      return [phrase, phrase.toUpperCase(), `${phrase}.`, `${around[0]} ${phrase}`].flatMap(text => {
        const heard = hear(text, question, lang)
        return JSON.stringify(heard) === JSON.stringify(wanted) ? [] : [{ question, option, text, heard }]
      })
    })
    expect(misheard).toEqual([])
  })

  it('is understood as that option where all languages are listened to, or asked about where they disagree', () => {
    const all = saidIn(lang)
    const other = all
      .map(({ question, option, phrase }) => {
        const heard = hearInAny(phrase, question, lang)
        const isMeant = JSON.stringify(heard) === JSON.stringify(meaningOf(question, option))
        return { question, option, phrase, heard, isMeant }
      })
      .filter(({ isMeant }) => !isMeant)
    // "Studio" is a flat to some and a school to others: then both buttons are shown.
    expect(other.filter(({ heard }) => heard.kind !== 'unsure')).toEqual([])
    expect(other.length).toBeLessThan(all.length / 50)
  })

  it('is never the same with a "not" before it, or a "perhaps", or as a question', () => {
    const { negations, maybe } = vocabularyOf(lang)
    const before = [...negations.filter(word => !word.endsWith('*')), ...maybe]
    // Two negations can say the same as one: "нічого не заробляю".
    const isSaid = (text: string, question: QuestionId, option: string) =>
      synonymsOf(lang)[question]?.[option]?.includes(text) ?? false
    const same = saidIn(lang).flatMap(({ question, option, phrase }, at) => {
      const value = meantBy(question, option)
      // Each phrase meets some of these words, and each word some of the phrases.
      const some = [0, 1].flatMap(turn => before[(at * 4 + turn) % before.length] ?? [])
      const button = questionForm(question).options.find(one => String(one) === option)
      const label = button === undefined ? '' : understandingOf(lang).label(question, button)
      const texts = [...some.map(word => `${word} ${phrase}`), `${phrase}?`]
      // "No, it is enough" is what the button says.
      return texts
        .filter(text => words(text).join(' ') !== words(label).join(' ') && !isSaid(text, question, option))
        .filter(text => {
          const heard = hearInAny(text, question, lang)
          return heard.kind === 'answer' && JSON.stringify(heard.value) === JSON.stringify(value)
        })
    })
    expect(same).toEqual([])
  })

  it('is understood on a page of another language, in its own script', () => {
    const opposite = saidIn(lang).flatMap(({ question, option, phrase }, at) => {
      // Each phrase is tried on one page, and each page with some of the phrases.
      const page = spokenLanguages[at % spokenLanguages.length] ?? lang
      const heard = hearInAny(phrase, question, page)
      const isRight =
        heard.kind !== 'answer' || JSON.stringify(heard.value) === JSON.stringify(meantBy(question, option))
      return isRight ? [] : [{ page, question, option, phrase, heard }]
    })
    expect(opposite).toEqual([])
  })
})
