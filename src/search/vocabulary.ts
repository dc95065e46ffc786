import Fuse from 'fuse.js'
import { editDistance } from './edit-distance.ts'

/** A known word that a typed word can stand for, and how surely: 1 is the word itself. */
export interface Match {
  readonly word: string
  readonly likeness: number
}

/** The distinct words of the catalogue: small, so that Fuse.js may look for typing errors in it. */
export interface Vocabulary {
  readonly matches: (typed: string) => readonly Match[]
}

/** Typed words remembered with the known words they stand for. What stands for none may be a name: it is forgotten. */
const remembered = 2000

/** Longest word that is looked for, in letters; no German compound of the catalogue is longer. */
const longest = 60

export function createVocabulary(list: Iterable<string>): Vocabulary {
  const known = [...new Set(list)]
  const isKnown = new Set(known)
  const fuse = new Fuse(known, { includeScore: true, threshold: 0.6, distance: 30, minMatchCharLength: 2 })
  const cache = new Map<string, readonly Match[]>()

  const look = (typed: string): readonly Match[] => {
    if (typed.length > longest) return []
    const found = new Map<string, number>()
    const add = (word: string, likeness: number) => found.set(word, Math.max(found.get(word) ?? 0, likeness))
    if (isKnown.has(typed)) add(typed, 1)
    if (typed.length >= 4) {
      for (const word of known) {
        if (word.startsWith(typed)) add(word, word.length - typed.length <= 3 ? 0.95 : 0.85)
        else if (word.length >= 4 && typed.startsWith(word))
          add(word, typed.length - word.length <= 3 ? 0.9 : 0.75)
        // The parts of a compound: Kurs in Deutschkurs, Deutschkurs in Deutschkursangebot.
        else if (typed.length >= 5 && word.includes(typed)) add(word, 0.75)
        else if (word.length >= 5 && typed.includes(word)) add(word, 0.75)
      }
    }
    // A real word is never "corrected" into another.
    if (found.size === 0 && typed.length >= 4) {
      for (const { item } of fuse.search(typed, { limit: 40 })) {
        const distance = editDistance(typed, item)
        if (distance <= Math.max(1, Math.floor(typed.length / 4))) add(item, 0.9 - distance / typed.length)
      }
    }
    return [...found].map(([word, likeness]) => ({ word, likeness }))
  }

  return {
    matches(typed) {
      const kept = cache.get(typed)
      if (kept) return kept
      const found = look(typed)
      if (found.length === 0) return found
      const [oldest] = cache.keys()
      if (cache.size >= remembered && oldest !== undefined) cache.delete(oldest)
      cache.set(typed, found)
      return found
    },
  }
}
