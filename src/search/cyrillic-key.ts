/** What a Cyrillic letter sounds like, in one letter for all that Latin letters write alike. */
const sounds: { readonly [letter: string]: string } = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'h',
  ґ: 'h',
  д: 'd',
  е: 'e',
  є: 'e',
  ж: 'j',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'i',
  й: 'i',
  ы: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'c',
  ч: 'C',
  ш: 'S',
  щ: 'S',
  ъ: 'a',
  ь: '',
  э: 'e',
  ю: 'u',
  я: 'a',
}

/** Latin spellings of Cyrillic letters, the longest first; `ё` and its like are heard as what they are written as. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh|š|6/g, 'S'],
  [/tsch|tch|ch|č|cz|4/g, 'C'],
  [/zh|ž/g, 'J'],
  [/ts|tz/g, 'c'],
  [/kh|x|g/g, 'h'],
  [/ph/g, 'f'],
  [/w/g, 'v'],
  [/q/g, 'a'],
]

/** How a folded Cyrillic word sounds; alike for a word that somebody typed in Latin letters. Letters it does not know stay. */
export function cyrillicKey(word: string): string {
  return smooth([...word].map(letter => sounds[letter] ?? letter).join(''))
}

/** The keys that a folded word in Latin letters may have, read as a Cyrillic one: "j" writes several letters. */
export function cyrillicKeysOfLatin(word: string): readonly string[] {
  const spelt = spellings.reduce((text, [written, sound]) => text.replace(written, sound), word)
  // Bulgarian writes "sht" for one letter, the others for two.
  const soft = spelt.includes('St') ? [spelt, spelt.replaceAll('St', 'S')] : [spelt]
  const readings = soft.flatMap(text =>
    text.includes('j') ? [text.replaceAll('j', 'i'), text.replaceAll('j', 'J')] : [text],
  )
  return [...new Set(readings.map(text => smooth(text.replaceAll('y', 'i').replaceAll('J', 'j'))))]
}

/** Soft vowels as hard ones, and no letter twice. */
const smooth = (sound: string): string => sound.replace(/i+(?=[aeou])/g, '').replace(/(.)\1+/g, '$1')
