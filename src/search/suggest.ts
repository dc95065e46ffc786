import type { SearchText } from './search-text.ts'
import { words } from './tokens.ts'

/** What somebody may be typing: a text of the catalogue, and the offer that it belongs to. */
export interface Suggestion {
  readonly text: string
  readonly offer: string
}

/** Completes what somebody types; `lang` and German are suggested from. */
export type Suggest = (typed: string, lang: string, limit: number) => readonly Suggestion[]

/** Texts with more words are sentences: nobody picks them from a list. */
const mostWords = 6
/** Before so many letters everything would fit. */
const fewestLetters = 2

/** Makes suggestions out of the titles and the short words by which offers are found, each offer once. */
export function createSuggest(texts: readonly SearchText[]): Suggest {
  const byLang = new Map<string, Suggestible[]>()
  for (const { offer, lang, kind, text } of texts) {
    const parts = words(text)
    if (kind === 'summary' || parts.length > mostWords) continue
    const known = byLang.get(lang) ?? []
    byLang.set(lang, known)
    known.push({ text, offer, parts, isTitle: kind === 'title' })
  }
  return (typed, lang, limit) => {
    const wanted = words(typed.slice(0, 100))
    if (wanted.join('').length < fewestLetters) return []
    const fitting = [...new Set([lang, 'de'])].flatMap((each, turn) =>
      (byLang.get(each) ?? []).flatMap(suggestible => {
        const at = placesOf(wanted, suggestible.parts)
        return at === undefined ? [] : [{ ...suggestible, rank: rankOf(suggestible, at) + turn * 2 }]
      }),
    )
    const offers = new Set<string>()
    return fitting
      .sort((a, b) => a.rank - b.rank)
      .filter(({ offer }) => !offers.has(offer) && offers.add(offer))
      .slice(0, limit)
      .map(({ text, offer }) => ({ text, offer }))
  }
}

interface Suggestible extends Suggestion {
  readonly parts: readonly string[]
  readonly isTitle: boolean
}

/** Where the first typed word stands, if every one is a word of the text, and the last the beginning of one. */
function placesOf(wanted: readonly string[], parts: readonly string[]): number | undefined {
  const last = wanted.length - 1
  const fits = wanted.every((word, index) =>
    parts.some(part => (index === last ? part.startsWith(word) : part === word)),
  )
  return fits ? parts.findIndex(part => part.startsWith(wanted[0] ?? '')) : undefined
}

const rankOf = ({ isTitle, parts }: Suggestible, at: number): number =>
  at + (isTitle ? 0 : 1) + parts.length / 10
