import { editDistance } from './edit-distance.ts'
import { createNearLengths } from './near-lengths.ts'

/** A known word that a typed word can stand for, and how surely: 1 is the word itself. */
export interface Match {
  readonly word: string
  readonly likeness: number
}

/** The distinct words of the catalogue: small, so that Fuse.js may look for typing errors in it. */
export interface Vocabulary {
  /** Known words that contain, begin or are the typed word. */
  readonly matches: (typed: string) => readonly Match[]
  /** Known words that the typed word is a misspelling of: costs milliseconds, so it is for few words of a query. */
  readonly corrections: (typed: string) => readonly Match[]
}

/** Corrections remembered. What stands for no known word may be a name: it is forgotten. */
const remembered = 2000
/** Longest word that is looked for, in letters; no German compound of the catalogue is longer. */
const longest = 60
/** Typing errors allowed, as a share of the letters typed; one at least. */
const tolerated = 0.25
const fuseOptions = { includeScore: true, threshold: 0.6, distance: 30, minMatchCharLength: 2 }

export function createVocabulary(list: Iterable<string>): Vocabulary {
  const known = [...new Set(list)]
  const isKnown = new Set(known)
  const near = createNearLengths(known, tolerated, fuseOptions)
  const cache = new Map<string, readonly Match[]>()

  return {
    matches(typed) {
      if (typed.length > longest) return []
      const found = new Map<string, number>()
      const add = (word: string, likeness: number) =>
        found.set(word, Math.max(found.get(word) ?? 0, likeness))
      if (isKnown.has(typed)) add(typed, 1)
      if (typed.length < 4) return toMatches(found)
      for (const word of known) {
        if (word.startsWith(typed)) add(word, word.length - typed.length <= 3 ? 0.95 : 0.85)
        else if (word.length >= 4 && typed.startsWith(word))
          add(word, typed.length - word.length <= 3 ? 0.9 : 0.75)
        // The parts of a compound: Kurs in Deutschkurs, Deutschkurs in Deutschkursangebot.
        else if (typed.length >= 5 && word.includes(typed)) add(word, 0.75)
        else if (word.length >= 5 && typed.includes(word)) add(word, 0.75)
      }
      return toMatches(found)
    },
    corrections(typed) {
      const kept = cache.get(typed)
      if (kept) return kept
      if (typed.length < 4 || typed.length > longest) return []
      const allowed = Math.max(1, Math.floor(typed.length * tolerated))
      const found = near(typed)
        .map(({ item }) => ({ word: item, distance: editDistance(typed, item) }))
        .filter(({ distance }) => distance <= allowed)
        .map(({ word, distance }) => ({ word, likeness: 0.9 - distance / typed.length }))
      if (found.length === 0) return found
      const [oldest] = cache.keys()
      if (cache.size >= remembered && oldest !== undefined) cache.delete(oldest)
      cache.set(typed, found)
      return found
    },
  }
}

const toMatches = (found: ReadonlyMap<string, number>): readonly Match[] =>
  [...found].map(([word, likeness]) => ({ word, likeness }))
