import type { Understanding } from '../../src/dialogue/understanding.ts'
import type { Locale } from '../../src/i18n/locale.ts'
import { readLocales } from '../../src/i18n/read.ts'
import { createSpeeches } from '../../src/i18n/speech.ts'
import { createUnderstandings } from '../../src/server/understandings.ts'

const locales = readLocales('locales')
const understandings = createUnderstandings(locales, createSpeeches(locales))

/** The languages whose words for answers are there, German first. */
export const spokenLanguages: readonly string[] = locales.map(({ language }) => language.code)

/** The words in which people of a language answer. */
export function vocabularyOf(lang: string): Locale['words'] {
  const found = locales.find(({ language }) => language.code === lang)
  if (!found) throw new Error(`nobody speaks ${lang} here`)
  return found.words
}

/** What people say for the options of questions, by language. */
export const synonymsOf = (lang: string) =>
  locales.find(({ language }) => language.code === lang)?.synonyms ?? {}

/** The languages in which an answer on a page is understood, the page's own first. */
export const languagesFor = (lang: string): readonly Understanding[] => understandings(lang)

/** What is needed to understand a language, made of its real content and the real comparison of words. */
export function understandingOf(lang: string): Understanding {
  const [own] = understandings(lang)
  if (own?.lang !== lang) throw new Error(`nobody speaks ${lang} here`)
  return own
}
