import type { RuledOffer } from '../catalogue/offer.ts'
import { languagesProper } from '../i18n/forms.ts'
import type { Locale, Locales } from '../i18n/locale.ts'
import { unmarked } from '../i18n/marks.ts'
import type { SearchText } from '../search/search-text.ts'

/** All texts by which offers are found; a form of a language has titles of its own, and all else from the language. */
export function searchTextsOf(locales: Locales, offers: readonly RuledOffer[]): readonly SearchText[] {
  const proper = languagesProper(locales)
  const german = offers.map(
    ({ id, titleDe }): SearchText => ({ offer: id, lang: 'de', kind: 'title', text: titleDe }),
  )
  return locales
    .flatMap(locale => [...titlesOf(locale), ...(proper.includes(locale) ? wordsOf(locale) : [])])
    .concat(german)
}

const titlesOf = ({ language: { code: lang }, offers }: Locale): readonly SearchText[] =>
  Object.entries(offers).map(([offer, { title }]) => ({ offer, lang, kind: 'title', text: unmarked(title) }))

const wordsOf = ({ language: { code: lang }, offers, lexicon }: Locale): readonly SearchText[] =>
  Object.entries(offers).flatMap(([offer, { summary }]) => [
    { offer, lang, kind: 'summary', text: unmarked(summary) } as const,
    ...(lexicon[offer] ?? []).map((text): SearchText => ({ offer, lang, kind: 'words', text })),
  ])
