import { describe, expect, it } from 'vitest'
import { flows } from '../../flows/index.ts'
import { isQuestionId, type QuestionId, questionForm } from '../../src/dialogue/question.ts'
import { readLocales } from '../../src/i18n/read.ts'
import { words } from '../../src/search/tokens.ts'

const each = readLocales('locales').map(locale => [locale.language.code, locale.synonyms] as const)
const asked: readonly QuestionId[] = [
  ...new Set<QuestionId>([
    'topics',
    ...[...Object.values(flows.byTopic), flows.last].flatMap(({ asks }) => asks),
  ]),
]

describe.each(each)('what people say for an option in %s', (_, synonyms) => {
  it('is there at least twice for every option of every question', () => {
    const poor = asked.flatMap(question =>
      questionForm(question)
        .options.filter(option => (synonyms[question]?.[String(option)] ?? []).length < 2)
        .map(option => `${question}.${option}`),
    )
    expect(poor).toEqual([])
  })

  it('belongs to an option that the question has, to none of a list, to a number, or is unclear', () => {
    const strange = Object.entries(synonyms).flatMap(([question, options]) => {
      if (!isQuestionId(question)) return [question]
      const form = questionForm(question)
      const isKnown = (name: string) => {
        if (form.kind === 'number') return /^\d+$/.test(name)
        if (name === 'unclear') return form.kind === 'choice'
        const isList = form.kind === 'choices' || form.kind === 'numbers'
        return (isList && name === 'none') || form.options.some(option => String(option) === name)
      }
      return Object.keys(options)
        .filter(name => !isKnown(name))
        .map(name => `${question}.${name}`)
    })
    expect(strange).toEqual([])
  })

  it('never stands at two options of one question, nor twice at one', () => {
    const twice = Object.entries(synonyms).flatMap(([question, options]) => {
      const all = Object.values(options).flatMap(phrases => phrases.map(phrase => words(phrase).join(' ')))
      return all.filter((phrase, at) => all.indexOf(phrase) !== at).map(phrase => `${question}: ${phrase}`)
    })
    expect(twice).toEqual([])
  })

  it('has words', () => {
    const empty = Object.values(synonyms).flatMap(options =>
      Object.values(options).flatMap(phrases => phrases.filter(phrase => words(phrase).length === 0)),
    )
    expect(empty).toEqual([])
  })
})

it('people speak of the same questions and options in every language', () => {
  const names = each.map(([, synonyms]) =>
    Object.entries(synonyms)
      .flatMap(([question, options]) => Object.keys(options).map(option => `${question}.${option}`))
      .sort(),
  )
  for (const list of names) expect(list).toEqual(names[0])
})
