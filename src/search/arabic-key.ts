/** Consonants of Arabic and Persian, in one letter for all that Latin letters write alike; vowels and ʿain are none. */
const sounds: { readonly [letter: string]: string } = {
  ب: 'b',
  پ: 'b',
  ت: 't',
  ط: 't',
  ث: 't',
  ج: 'j',
  چ: 'S',
  ح: 'h',
  خ: 'x',
  د: 'd',
  ض: 'd',
  ذ: 'z',
  ز: 'z',
  ظ: 'z',
  ژ: 'j',
  ر: 'r',
  س: 's',
  ص: 's',
  ش: 'S',
  غ: 'g',
  ف: 'f',
  ق: 'k',
  ك: 'k',
  گ: 'g',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
}

const spellings: readonly (readonly [RegExp, string])[] = [
  [/kh|5|7'/g, 'x'],
  [/tch|sh|sch|ch|ş|ç|\$/g, 'S'],
  [/gh|8/g, 'g'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/zh/g, 'j'],
  [/7/g, 'h'],
  [/[9]/g, 's'],
  [/6/g, 't'],
  [/[qc]/g, 'k'],
  [/p/g, 'b'],
  [/v/g, 'f'],
  [/[^a-zS0-9]/g, ''],
  [/[aeiouyw23]/g, ''],
]

/** The consonants of a folded word in Arabic letters: what is left of it when it is typed in Latin ones. */
export function arabicKey(word: string): string {
  return smooth([...word].map(letter => sounds[letter] ?? '').join(''))
}

/** The consonants of a folded word in Latin letters and digits, read as an Arabic or Persian one. */
export function arabicKeyOfLatin(word: string): string {
  return smooth(spellings.reduce((text, [written, sound]) => text.replace(written, sound), word))
}

/** At the end of a word "h" writes a vowel, and no consonant is told twice. */
const smooth = (key: string): string => key.replace(/(.)\1+/g, '$1').replace(/(?<=.)h$/, '')
