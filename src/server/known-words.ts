import { languagesProper } from '../i18n/forms.ts'
import type { Locale, Locales } from '../i18n/locale.ts'
import { unmarked } from '../i18n/marks.ts'
import { textsOf } from '../i18n/texts.ts'
import type { Tongue } from '../search/danger.ts'
import { words } from '../search/tokens.ts'

/** Tells the folded words that our own texts and lexica hold in any language: people know them, so they are no typing errors. */
export function knownWords(locales: Locales): (word: string) => boolean {
  const known = new Set(locales.flatMap(locale => [...wordsKnownIn(locale)]))
  return word => known.has(word)
}

const knownIn = new WeakMap<Locale, ReadonlySet<string>>()

/**
 * The folded words that our texts and the lexicon of a language hold, read once.
 * What people say for an option is left out: it is written with the errors that people make.
 */
export function wordsKnownIn(locale: Locale): ReadonlySet<string> {
  const before = knownIn.get(locale)
  if (before) return before
  const known = new Set<string>()
  knownIn.set(locale, known)
  const isLatin = isInLatinLetters(locale)
  // What Ukrainian or Arabic lists hold in Latin letters is no word that anybody knows by sight.
  const learn = (text: string) => {
    for (const word of words(text)) if (isLatin || !/[a-z]/.test(word)) known.add(word)
  }
  for (const [, text] of textsOf(locale)) learn(unmarked(text))
  for (const phrases of Object.values(locale.lexicon)) for (const phrase of phrases) learn(phrase)
  for (const list of Object.values(locale.words))
    for (const word of Array.isArray(list) ? list : Object.keys(list)) learn(word)
  return known
}

/** The languages in which danger is heard: a form of a language (`de-simple`) is heard with the language's lists. */
export function tonguesOf(locales: Locales): readonly Tongue[] {
  return languagesProper(locales).map(locale => {
    const known = wordsKnownIn(locale)
    return { danger: locale.danger, knows: word => known.has(word) }
  })
}

const isInLatinLetters = ({ language: { name } }: Locale): boolean => /\p{Script=Latin}/u.test(name)
