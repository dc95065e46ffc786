import { describe, expect, it } from 'vitest'
import { unmarked } from '../../src/i18n/marks.ts'
import { readLocales } from '../../src/i18n/read.ts'
import { fleschAmstad, hardParts, viennaIndex } from '../support/readability.ts'
import { textsOf } from '../support/texts.ts'

const locales = readLocales('locales')
const localeOf = (code: string) => {
  const found = locales.find(({ language }) => language.code === code)
  if (!found) throw new Error(`there is no ${code}`)
  return found
}
const german = localeOf('de')
const simple = localeOf('de-simple')

/** Texts as they are measured: each offer by itself, questions and risks together, for they are too short to be measured one by one. */
const partsOf = ({ offers, questions, risks }: typeof german): readonly (readonly [string, string])[] => [
  ...Object.entries(offers).map(
    ([id, { summary, nextStep, notes = {} }]) =>
      [`offer ${id}`, [summary, nextStep, ...Object.values(notes)].join('\n')] as const,
  ),
  [
    'questions',
    Object.values(questions)
      .flatMap(({ text, why, hint = '' }) => [text, why, hint])
      .join('\n'),
  ],
  ['risks', Object.values(risks).join('\n')],
]

const read = (text: string) => unmarked(text).replace(/\{\{\w+\}\}/g, '10')
const belowEase = (least: number, locale: typeof german) =>
  partsOf(locale)
    .map(([name, text]) => ({ name, ease: Math.round(fleschAmstad(read(text))) }))
    .filter(({ ease }) => ease < least)

describe('German', () => {
  it('is as easy as everyday speech: Flesch-Amstad 50 and more in every offer, the questions and the risks', () => {
    expect(belowEase(50, german)).toEqual([])
  })
})

describe('Leichte Sprache', () => {
  it('keeps its rules in every text: short sentences and words, no genitive, no subjunctive, no passive', () => {
    const hard = [...textsOf(simple)].flatMap(([key, text]) =>
      // What is filled in are documents and values, not sentences.
      hardParts(text).map(fault => `${key}: ${fault}`),
    )
    expect(hard).toEqual([])
  })

  it('is easier than German: Flesch-Amstad 65 and more in every offer, the questions and the risks', () => {
    expect(belowEase(65, simple)).toEqual([])
  })

  it('asks for no more than six years of school by the Vienna formula', () => {
    const hard = partsOf(simple)
      .map(([name, text]) => ({ name, years: Math.round(10 * viennaIndex(read(text))) / 10 }))
      .filter(({ years }) => years > 6)
    expect(hard).toEqual([])
  })
})
