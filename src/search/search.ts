import { wordsApart } from './apart.ts'
import { createCandidates } from './candidates.ts'
import { createQueryReader, type QueryWord, type WordKnowledge } from './query-words.ts'
import { rerank } from './rerank.ts'
import type { SearchText } from './search-text.ts'
import { createWordIndex } from './word-index.ts'

/** An offer that a query found; `score` is 0 to 1. */
export interface Hit {
  readonly offer: string
  readonly score: number
}

/** What a query found. */
export interface Findings {
  /** Best first. */
  readonly hits: readonly Hit[]
  /** Whether the first hits plainly are what was looked for; else they are what may have been meant. */
  readonly isSure: boolean
  /** The query with its mistyped words put right, where there were any. */
  readonly meant?: string
}

/** Finds offers by what somebody typed, in any language there is; the languages named are preferred. */
export type Search = (query: string, langs: readonly string[], limit: number) => Findings

/**
 * What makes a hit sure, and what makes it worth showing: how much of the query it holds, how like it is to it, and how sure
 * its surest word is. Long stories hold much that no offer knows: there it is enough that one text holds enough of it.
 */
const sure = { coverage: 0.6, surest: 0.85 } as const
const perhaps = { coverage: 0.37, matched: 2.5, likeness: 0.25, surest: 0.75 } as const
/** Hits worse than this share of the best are not shown. */
const besideBest = 0.5

const nothing: Findings = { hits: [], isSure: false }

/** What a search may know beside the texts. */
export interface SearchKnowledge extends Partial<WordKnowledge> {
  /** Words that stand in every sentence, by language: alone they find nothing. */
  readonly common?: ReadonlyMap<string, readonly string[]>
}

/** Makes a search over the offers' titles, words and summaries. */
export function createSearch(
  texts: readonly SearchText[],
  { common = new Map(), isKnown = () => false, isElsewhere = () => false }: SearchKnowledge = {},
): Search {
  const index = createWordIndex(texts, common)
  const read = createQueryReader(index, { isKnown, isElsewhere })
  const candidates = createCandidates(index)
  const titles = new Map<string, Set<string>>()
  for (const { kind, offer, text } of texts) {
    if (kind !== 'title') continue
    const key = wordsApart(text).join(' ')
    titles.set(key, (titles.get(key) ?? new Set()).add(offer))
  }
  return (query, langs, limit) => {
    const preferred = [...new Set([...langs, 'de'])]
    const words = read(query, preferred)
    const found = candidates(words, preferred).filter(
      ({ coverage, matched, telling, likeness, surest }) =>
        surest >= perhaps.surest &&
        likeness >= perhaps.likeness &&
        (coverage >= sure.coverage ||
          (surest >= sure.surest &&
            (coverage >= perhaps.coverage || (telling > 1 && matched >= perhaps.matched)))),
    )
    const whole = words.map(({ word }) => word).join(' ')
    const named = titles.get(whole)
    const ranked = rerank(whole, found)
      .map(({ candidate, score }) => {
        const offer = index.offers[candidate.offer] ?? ''
        // Who writes the very title means it.
        return { candidate, offer, score: named?.has(offer) ? 1 : Math.min(score, 0.999) }
      })
      .sort((a, b) => b.score - a.score)
    const [best] = ranked
    if (!best) return nothing
    const isSure = best.candidate.coverage >= sure.coverage && best.candidate.surest >= sure.surest
    const meant = putRight(query, words, index.spellings)
    return {
      hits: ranked
        .filter(({ score }) => score >= best.score * besideBest)
        .slice(0, limit)
        .map(({ offer, score }) => ({ offer, score })),
      isSure,
      ...(meant === undefined ? {} : { meant }),
    }
  }
}

/** A query with its mistyped words put right, as they are written; nothing where none was mistyped. */
function putRight(
  query: string,
  words: readonly QueryWord[],
  spellings: ReadonlyMap<string, string>,
): string | undefined {
  const right = new Map(
    words.flatMap(({ word, meant }) => (meant === undefined ? [] : [[word, meant] as const])),
  )
  if (right.size === 0) return undefined
  return query.slice(0, 200).replace(/[\p{L}\p{M}\p{N}]+/gu, written => {
    const [word = ''] = wordsApart(written)
    const meant = right.get(word)
    return meant === undefined ? written : (spellings.get(meant) ?? meant)
  })
}
