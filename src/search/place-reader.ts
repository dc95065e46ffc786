import { clitics } from './clitics.ts'
import { toLatin } from './latin.ts'
import { bones, soundKey } from './sound-key.ts'
import { words } from './tokens.ts'

/** A place by one of its names; `isLarge` where people know it without being told what it is: a city, a Kreis. */
export interface NamedPlace {
  readonly name: string
  readonly ags: string
  readonly isLarge: boolean
}

/** What a text says about where: the place, and the text without it. */
export interface ReadPlace {
  readonly ags: string
  readonly rest: string
}

/** Finds the one place that a text names; none where it names several or none. */
export type PlaceReader = (text: string) => ReadPlace | undefined

/** A name has no more words than this. */
const mostWords = 4
/** Letters that a language writes behind the name of a large place, and how long the name must be for that. */
const mostEnding = 3
const shortestWithEnding = 5
/** Fewer consonants name nothing. */
const shortestBones = 3
/** Longer texts are not looked through. */
const mostText = 60

/**
 * Reads places out of queries: names as they are written, postal codes, names of large places with an ending ("Kasselu",
 * "у Франкфурті") and in other scripts. Small places whose name is a word (`isWord`) are left out.
 */
export function createPlaceReader(
  places: readonly NamedPlace[],
  postalCodes: ReadonlyMap<string, string>,
  isWord: (word: string) => boolean,
): PlaceReader {
  const byName = new Map<string, Set<string>>()
  const large = new Map<string, string>()
  /** Arabic letters leave short vowels out. */
  const largeBones = new Map<string, string>()
  for (const { name, ags, isLarge } of places) {
    const key = keyOf(words(toLatin(name)))
    if (key.length < 3 || (!isLarge && isWord(words(name).join(' ')))) continue
    byName.set(key, (byName.get(key) ?? new Set()).add(ags))
    if (isLarge) {
      large.set(key, ags)
      largeBones.set(bones(soundKey(key)), ags)
    }
  }
  const withEnding = (key: string): string | undefined => {
    for (let length = Math.max(shortestWithEnding, key.length - mostEnding); length < key.length; length++) {
      const ags = large.get(key.slice(0, length))
      if (ags) return ags
    }
    return undefined
  }
  const byBones = (key: string): string | undefined => {
    const bare = bones(soundKey(key))
    return bare.length < shortestBones ? undefined : largeBones.get(bare)
  }
  const one = (spoken: readonly string[]): string | undefined => {
    const [only = ''] = spoken
    if (spoken.length === 1 && /^\d{5}$/.test(only)) return postalCodes.get(only)
    const named = byName.get(keyOf(spoken.map(toLatin)))
    if (named?.size === 1) return [...named][0]
    if (spoken.length > 1) return undefined
    const readings = clitics(only).map(reading => keyOf([toLatin(reading)]))
    const isArabic = /^\p{Script=Arabic}/u.test(only)
    return readings
      .map(key => large.get(key) ?? (isArabic ? byBones(key) : withEnding(key)))
      .find(ags => ags !== undefined)
  }
  return text => {
    const spoken = words(text)
    if (spoken.length > mostText) return undefined
    for (let length = Math.min(mostWords, spoken.length); length > 0; length--) {
      const found = new Map<string, number>()
      for (let at = 0; at + length <= spoken.length; at++) {
        const ags = one(spoken.slice(at, at + length))
        if (ags !== undefined && !found.has(ags)) found.set(ags, at)
      }
      const [only, ...others] = found
      if (!only) continue
      if (others.length > 0) return undefined
      const [ags, at] = only
      return { ags, rest: [...spoken.slice(0, at), ...spoken.slice(at + length)].join(' ') }
    }
    return undefined
  }
}

const keyOf = (parts: readonly string[]): string =>
  parts
    .join(' ')
    .replace(/w/g, 'v')
    .replace(/(.)\1+/g, '$1')
