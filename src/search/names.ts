import type { NameIndex } from '../facts/places.ts'
import { editDistance } from './edit-distance.ts'
import { fold } from './fold.ts'
import { toLatin } from './latin.ts'
import { createNearLengths } from './near-lengths.ts'

/** Typing errors allowed, as a share of the letters typed. */
const tolerated = 0.25
const fuseOptions = { includeScore: true, threshold: 0.34, distance: 40, minMatchCharLength: 2 }

/** Names by what somebody typed: exact, then by beginning, then with typing errors, in Latin, Cyrillic or Arabic letters. */
export function createNameIndex(names: readonly string[]): NameIndex {
  const keys = names.map(name => key(name))
  const skeletons = names.map(skeleton)
  const near = createNearLengths(keys, tolerated, fuseOptions)
  return (typed, limit) => {
    const wanted = key(typed)
    if (wanted.length < 2 || wanted.length > 60) return []
    const exact = positions(keys, name => name === wanted).map(index => ({ index, distance: 0 }))
    if (exact.length > 0) return exact.slice(0, limit)
    const starting = wanted.length >= 3 ? positions(keys, name => name.startsWith(wanted)) : []
    if (starting.length > 0) return starting.slice(0, limit).map(index => ({ index, distance: 0.1 }))
    // Arabic script leaves short vowels out: there the consonants must do.
    if (/\p{Script=Arabic}/u.test(typed)) {
      const bones = skeleton(typed)
      const alike = bones.length >= 3 ? positions(skeletons, name => name === bones) : []
      if (alike.length > 0) return alike.slice(0, limit).map(index => ({ index, distance: 0.1 }))
    }
    // Fuse brings candidates; only real typing errors count, or Berlin would be taken for Erlensee.
    const close = near(wanted)
      .map(({ position, item }) => ({
        index: position,
        distance: editDistance(wanted, item) / wanted.length,
      }))
      .filter(({ distance }) => distance <= tolerated)
      .sort((a, b) => a.distance - b.distance)
    return close.filter(({ distance }) => distance === close[0]?.distance).slice(0, limit)
  }
}

const key = (name: string): string =>
  fold(toLatin(name))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** The consonants of a name, alike ones as one: what is left of it when Arabic letters write a German name. */
const skeleton = (name: string): string =>
  // At the start of a word و is a consonant.
  key(name.trim().replace(/^و/, 'w'))
    .replace(/ch/g, 'g')
    .replace(/[aeiouyjh ]/g, '')
    .replace(/[ptk]/g, letter => ({ p: 'b', t: 'd', k: 'g' })[letter] ?? letter)
    .replace(/[vw]/g, 'f')
    .replace(/[cq]/g, 'g')
    .replace(/[zx]/g, 's')
    .replace(/sg/g, 's')
    .replace(/(.)\1+/g, '$1')

const positions = (list: readonly string[], fits: (item: string) => boolean): readonly number[] =>
  list.flatMap((item, index) => (fits(item) ? [index] : []))
