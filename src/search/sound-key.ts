/**
 * What a German word sounds like to somebody who writes it by ear: spellings of one sound become one. A word in other letters
 * is put into Latin ones first (`latin.ts`). A key means nothing by itself.
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

/** The key of a folded word in Latin letters. */
export const soundKey = (word: string): string =>
  spellings.reduce((text, [written, sound]) => text.replace(written, sound), word).replace(/(.)\1+/g, '$1')

/** A key without its vowels, for words in Arabic letters, which leave these out. */
export const bones = (key: string): string => key.replace(/[aeiouAO]/g, '').replace(/(.)\1+/g, '$1')
