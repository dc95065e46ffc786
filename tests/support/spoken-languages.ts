import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { QuestionId } from '../../src/dialogue/question.ts'
import type { Understanding, Vocabulary } from '../../src/dialogue/understanding.ts'
import { closestLabels, oneOfWords } from '../../src/search/closest-label.ts'
import { words } from '../../src/search/fold.ts'

interface QuestionTexts {
  readonly [question: string]: { readonly options?: { readonly [option: string]: string } }
}

const read = (lang: string, file: string): unknown =>
  JSON.parse(readFileSync(`locales/${lang}/${file}.json`, 'utf8'))

/** The languages whose words for answers are there, German first. */
export const spokenLanguages: readonly string[] = readdirSync('locales')
  .filter(lang => existsSync(`locales/${lang}/words.json`) && existsSync(`locales/${lang}/questions.json`))
  .sort((a, b) => Number(b === 'de') - Number(a === 'de') || a.localeCompare(b))

const understandings = new Map(spokenLanguages.map(lang => [lang, readUnderstanding(lang)]))

/** What is needed to understand a language, made of its real content and the real comparison of words. */
export function understandingOf(lang: string): Understanding {
  const found = understandings.get(lang)
  if (!found) throw new Error(`nobody speaks ${lang} here`)
  return found
}

function readUnderstanding(lang: string): Understanding {
  const vocabulary = read(lang, 'words') as Vocabulary
  const questions = read(lang, 'questions') as QuestionTexts
  return {
    lang,
    vocabulary,
    words,
    closest: (labels, text) => closestLabels(labels, text, oneOfWords(vocabulary.negations)),
    label: (question: QuestionId, option) => questions[question]?.options?.[String(option)] ?? '',
  }
}
