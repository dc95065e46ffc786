import { arabicKey } from './arabic-key.ts'
import { cyrillicKey } from './cyrillic-key.ts'

/**
 * What a German word sounds like to somebody who writes it by ear, in Latin or Cyrillic letters: spellings of one sound
 * become one. Folded words in, keys out; a key means nothing by itself.
 */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/tsch|tch/g, 'C'],
  [/sch|sh|sz/g, 'S'],
  [/s(?=[tp])/g, 'S'],
  [/chs|x/g, 'ks'],
  [/ch|kh/g, 'h'],
  [/tz|ts|z|c(?=[eiy])/g, 's'],
  [/ck|c|q/g, 'k'],
  [/ph|v|w/g, 'f'],
  [/th|dt/g, 't'],
  [/(?:ei|ai|ay|ey|aj|ej)/g, 'A'],
  [/(?:eu|oi|oy|oj)/g, 'O'],
  [/ie|ee|ea/g, 'i'],
  [/ou|oo/g, 'u'],
  [/[yj]/g, 'i'],
  [/b/g, 'p'],
  [/d/g, 't'],
  [/g/g, 'k'],
  [/(?<=.)h(?=[^aeiouAO]|$)/g, ''],
  [/h/g, 'k'],
  [/i+(?=[aeouAO])/g, ''],
]

/** The key of a word in Latin letters. */
export const soundKey = (word: string): string =>
  spellings.reduce((text, [written, sound]) => text.replace(written, sound), word).replace(/(.)\1+/g, '$1')

/** The key of a Cyrillic word that may be a German one. */
export const soundKeyOfCyrillic = (word: string): string =>
  soundKey(cyrillicKey(word.replaceAll('г', 'g')).replaceAll('j', 'S').replaceAll('C', 'tsch').toLowerCase())

/** The key of a Latin word without its vowels, for words in Arabic letters, which leave these out. */
export const bones = (key: string): string => key.replace(/[aeiouAO]/g, '').replace(/(.)\1+/g, '$1')

/** The key, without vowels, of an Arabic or Persian word that may be a German one; "jim" is heard as a German "g". */
export const bonesOfArabic = (word: string): string => bones(soundKey(arabicKey(word).replaceAll('j', 'g')))
