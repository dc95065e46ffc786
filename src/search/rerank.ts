import Fuse from 'fuse.js'
import { type Candidate, rough } from './candidates.ts'

/** So many candidates are compared with the query letter by letter. */
const most = 40
/** Longer queries are stories: no title or phrase is like them. */
const longest = 60
/** How much the wording counts. */
const share = 0.15

/** A candidate with its place among the others, 0 to 1. */
export interface Ranked {
  readonly candidate: Candidate
  readonly score: number
}

/** Ranks the best candidates anew by how like their most like text is to the whole query, letter by letter. */
export function rerank(query: string, candidates: readonly Candidate[]): readonly Ranked[] {
  const near = candidates.slice(0, most)
  const alike = new Map<number, number>()
  if (query.length >= 3 && query.length <= longest) {
    const fuse = new Fuse(
      near.map(({ entry }) => entry.text.slice(0, longest)),
      { includeScore: true, threshold: 0.5, ignoreLocation: true },
    )
    for (const { refIndex, score = 1 } of fuse.search(query)) alike.set(refIndex, 1 - score)
  }
  return near
    .map((candidate, at) => ({
      candidate,
      score: (1 - share) * rough(candidate) + share * (alike.get(at) ?? 0),
    }))
    .sort((a, b) => b.score - a.score)
}
