import Fuse from 'fuse.js'
import { createCandidates, type SearchText } from './candidates.ts'
import { fold } from './fold.ts'

/** An offer that a query found; `score` is 0 to 1. */
export interface Hit {
  readonly offer: string
  readonly score: number
}

/** Finds offers by what somebody typed, in any language there is; `lang` is preferred. */
export type Search = (query: string, lang: string, limit: number) => readonly Hit[]

/** How much of a query's weight an offer must cover, so that nonsense finds nothing. */
const enough = 0.45
/** How many candidates are looked at, and how many of these Fuse.js ranks anew: its comparison takes time. */
const most = 40
const reranked = 8
/** Longer queries are stories: no title or phrase is like them. */
const longestPhrase = 60

/** Makes a search over the offers' titles, words and summaries; `common` words find nothing alone. */
export function createSearch(texts: readonly SearchText[], common: readonly string[] = []): Search {
  const candidates = createCandidates(texts, common)
  const phrases = phrasesByOffer(texts)
  const titles = new Set(
    texts.flatMap(({ kind, offer, text }) => (kind === 'title' ? `${offer} ${fold(text)}` : [])),
  )
  return (query, lang, limit) => {
    const found = candidates(query, lang)
      .filter(({ coverage }) => coverage >= enough)
      .slice(0, most)
    const top = found[0]?.score ?? 1
    const whole = fold(query.trim().slice(0, 4 * longestPhrase))
    const wanted = whole.length > longestPhrase ? '' : whole
    return found
      .map(({ offer, score, coverage }, index) => ({
        offer,
        // Who writes the very title means it.
        score: titles.has(`${offer} ${whole}`)
          ? 1
          : 0.6 * (score / top) +
            0.2 * coverage +
            0.2 * (index < reranked ? likeness(wanted, phrases.get(offer)) : 0),
      }))
      .sort((a, b) => b.score - a.score)
      .filter(({ score }, _, [best]) => score >= (best?.score ?? 0) * 0.45)
      .slice(0, limit)
  }
}

/** The titles and phrases of each offer, ready for Fuse.js. */
function phrasesByOffer(texts: readonly SearchText[]): ReadonlyMap<string, Fuse<string>> {
  const lists = new Map<string, string[]>()
  for (const { offer, kind, text } of texts) {
    if (kind === 'summary') continue
    const list = lists.get(offer) ?? []
    list.push(fold(text).slice(0, 80))
    lists.set(offer, list)
  }
  const options = { includeScore: true, threshold: 0.5, ignoreLocation: true }
  return new Map([...lists].map(([offer, list]) => [offer, new Fuse(list, options)]))
}

/** How like the whole query is to the offer's most like title or phrase: 0 to 1. */
function likeness(wanted: string, phrases: Fuse<string> | undefined): number {
  if (wanted.length < 3) return 0
  const [best] = phrases?.search(wanted, { limit: 1 }) ?? []
  return best?.score === undefined ? 0 : 1 - best.score
}
