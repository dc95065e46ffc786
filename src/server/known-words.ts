import type { Locale, Locales } from '../i18n/locale.ts'
import { unmarked } from '../i18n/marks.ts'
import { textsOf } from '../i18n/texts.ts'
import { words } from '../search/tokens.ts'

/**
 * Tells the folded words that our own texts and lexica hold in any language: people know them, so they are no typing errors.
 * What people say for an option is left out: it is written with the errors that people make.
 */
export function knownWords(locales: Locales): (word: string) => boolean {
  const known = new Set<string>()
  for (const locale of locales) {
    const isLatin = isInLatinLetters(locale)
    // What Ukrainian or Arabic lists hold in Latin letters is no word that anybody knows by sight.
    const learn = (text: string) => {
      for (const word of words(text)) if (isLatin || !/[a-z]/.test(word)) known.add(word)
    }
    for (const [, text] of textsOf(locale)) learn(unmarked(text))
    for (const phrases of Object.values(locale.lexicon)) for (const phrase of phrases) learn(phrase)
    for (const list of Object.values(locale.words))
      if (Array.isArray(list)) for (const word of list) learn(word)
    for (const word of Object.keys(locale.words.numbers)) learn(word)
  }
  return word => known.has(word)
}

const isInLatinLetters = ({ language: { name } }: Locale): boolean => /\p{Script=Latin}/u.test(name)
