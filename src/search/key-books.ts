import { arabicKey, arabicKeyOfLatin } from './arabic-key.ts'
import { cyrillicKey, cyrillicKeysOfLatin } from './cyrillic-key.ts'
import { toLatin } from './latin.ts'
import { addTo, type Multimap } from './multimap.ts'
import { createNeighbours, type Neighbours } from './neighbours.ts'
import { type Script, scriptOf } from './script.ts'
import { bones, soundKey } from './sound-key.ts'
import type { WordIndex } from './word-index.ts'

/** A known word that another one sounds like, and how surely it is meant, 0 to 1. */
export interface SoundsLike {
  readonly known: string
  readonly likeness: number
}

/**
 * Known words by what a folded word sounds like: German written by ear in any script, and, where a text may be in another
 * script than its letters, words of that one. `scripts` are those of the preferred languages.
 */
export type KeyBooks = (
  word: string,
  mayBeOtherScript: boolean,
  scripts: ReadonlySet<Script>,
) => readonly SoundsLike[]

/** How surely words of one key are meant, and words that share the consonants alone. */
const sameKey = 0.84
const sameBones = 0.8
/** How surely another script than those of the preferred languages is meant. */
const strangeScript = 0.85
/** Shorter keys stand for too much; among longer ones, one letter may be wrong in the longest. */
const shortestKey = 4
const shortestNearKey = 6
const shortestBones = 3

/** Makes the books of an index. */
export function createKeyBooks({ vocabulary, german }: Pick<WordIndex, 'vocabulary' | 'german'>): KeyBooks {
  const cyrillic: Multimap<string, string> = new Map()
  const arabic: Multimap<string, string> = new Map()
  const sounds: Multimap<string, string> = new Map()
  const skeletons: Multimap<string, string> = new Map()
  const put = (book: Multimap<string, string>, key: string, word: string, least: number) => {
    if (key.length >= least) addTo(book, key, word)
  }
  for (const word of vocabulary.keys()) {
    const script = scriptOf(word)
    if (script === 'Cyrillic') put(cyrillic, cyrillicKey(word), word, shortestKey)
    else if (script === 'Arabic') put(arabic, arabicKey(word), word, shortestBones)
    else if (german.has(word)) {
      put(sounds, soundKey(word), word, shortestKey)
      put(skeletons, bones(soundKey(word)), word, shortestBones)
    }
  }
  const ofSound = nearBook(sounds)
  const ofCyrillic = nearBook(cyrillic)
  const inScript = (script: Script, scripts: ReadonlySet<Script>, found: readonly SoundsLike[]) =>
    scripts.has(script)
      ? found
      : found.map(({ known, likeness }) => ({ known, likeness: likeness * strangeScript }))

  return (word, mayBeOtherScript, scripts) => {
    if (/^\p{Script=Cyrillic}+$/u.test(word)) return ofSound(soundKey(toLatin(word)))
    if (/^\p{Script=Arabic}+$/u.test(word)) {
      const key = bones(soundKey(toLatin(word)))
      return key.length > shortestBones ? look(skeletons, key, sameBones) : []
    }
    if (!/^[a-z0-9]+$/.test(word)) return []
    const german = ofSound(soundKey(word))
    if (!mayBeOtherScript) return german
    return [
      ...german,
      ...inScript('Cyrillic', scripts, cyrillicKeysOfLatin(word).flatMap(ofCyrillic)),
      ...inScript('Arabic', scripts, look(arabic, arabicKeyOfLatin(word), sameBones)),
    ]
  }
}

const look = (
  book: ReadonlyMap<string, readonly string[]>,
  key: string,
  likeness: number,
): readonly SoundsLike[] => (book.get(key) ?? []).map(known => ({ known, likeness }))

/** Looks words up by their key; where no word has a long key, by those that one letter is wrong in. */
function nearBook(book: ReadonlyMap<string, readonly string[]>): (key: string) => readonly SoundsLike[] {
  const near: Neighbours = createNeighbours(book.keys())
  return key => {
    const exact = look(book, key, sameKey)
    if (exact.length > 0 || key.length < shortestNearKey) return exact
    return near(key)
      .filter(({ distance }) => distance <= 1)
      .flatMap(({ word }) => look(book, word, sameKey - 1 / (key.length + 4)))
  }
}
