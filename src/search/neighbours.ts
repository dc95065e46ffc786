import { editDistance } from './edit-distance.ts'
import { addTo } from './multimap.ts'

/** Finds the known words that a typed one may be a misspelling of, with their distance in letters. */
export type Neighbours = (typed: string) => readonly { readonly word: string; readonly distance: number }[]

/** Longer words are no words that people type. */
const longest = 40

/** Typing errors allowed in a word of so many letters: none in the shortest, one, two, and three in long ones. */
export const toleratedErrors = (length: number): number =>
  length < 4 ? 0 : length < 8 ? 1 : length < 13 ? 2 : 3
/** From this length on words are also looked up by their pieces. */
const long = 9
/** Letters in a piece. */
const span = 3

/**
 * Looks words up by what is left of them when a letter falls out, and long ones by the pieces that they share: that finds
 * every word one error away and most that are more, without walking through the vocabulary.
 */
export function createNeighbours(known: Iterable<string>): Neighbours {
  const words = new Set(known)
  const byRest = new Map<string, string[]>()
  for (const word of words) {
    if (toleratedErrors(word.length + 1) === 0 || word.length > longest) continue
    for (const rest of rests(word)) {
      addTo(byRest, rest, word)
    }
  }
  const byPiece = new Map<string, string[]>()
  for (const word of words) {
    if (word.length < long - 1 || word.length > longest) continue
    for (const piece of pieces(word)) {
      addTo(byPiece, piece, word)
    }
  }
  /** Words that share nearly all pieces with the typed one: an error spoils three of them. */
  const alike = (typed: string, allowed: number): readonly string[] => {
    const own = pieces(typed)
    const shared = new Map<string, number>()
    for (const piece of own)
      for (const word of byPiece.get(piece) ?? []) shared.set(word, (shared.get(word) ?? 0) + 1)
    const enough = Math.max(3, own.size - span * allowed - 1)
    return [...shared].flatMap(([word, count]) => (count >= enough ? word : []))
  }
  return typed => {
    const allowed = toleratedErrors(typed.length)
    if (allowed === 0 || typed.length > longest) return []
    const near = new Set([
      ...[...rests(typed)].flatMap(rest => byRest.get(rest) ?? []),
      ...(typed.length >= long ? alike(typed, allowed) : []),
    ])
    return [...near]
      .filter(word => Math.abs(word.length - typed.length) <= allowed)
      .map(word => ({ word, distance: editDistance(typed, word) }))
      .filter(({ distance }) => distance <= allowed)
      .sort((a, b) => a.distance - b.distance)
  }
}

const pieces = (word: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(0, word.length - span + 1) }, (_, at) => word.slice(at, at + span)))

/** The word, and the word without each of its letters. */
function rests(word: string): ReadonlySet<string> {
  const all = new Set([word])
  for (let at = 0; at < word.length; at++) all.add(word.slice(0, at) + word.slice(at + 1))
  return all
}
