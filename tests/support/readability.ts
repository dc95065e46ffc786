/** How hard a German text is to read, by measures of its form. What it means, only people can judge. */

/** Vowels that make one syllable together. */
const together = /(?:ei|ai|au|eu|äu|ie|aa|ee|oo)/g

const syllablesOf = (word: string): number =>
  Math.max(
    1,
    word
      .toLowerCase()
      .replace(together, 'a')
      .match(/[aeiouyäöü]/g)?.length ?? 0,
  )

/** Words, where the parts of a compound that is written with hyphens or middle dots are read one by one. */
const readWords = (text: string): readonly string[] => text.match(/[\p{L}\p{M}]+/gu) ?? []

/** A point that ends no sentence: of an ordinal number ("1. Juli"), of a decimal or of an address. */
const innerPoint = /(?<![\p{L}\d])(\d{1,2})\.(?= \p{Lu})|([\p{L}\d])\.(?=[\p{L}\d])/gu

/** The sentences of a text; a colon ends one too, as in a list. */
export const sentencesOf = (text: string): readonly string[] =>
  text
    .replace(innerPoint, '$1$2')
    .split(/[.!?:;…]+(?=\s|$|[“)])|\n| – /u)
    .map(sentence => sentence.trim())
    .filter(sentence => /[\p{L}\p{N}]/u.test(sentence))

/** Reading ease after Flesch, for German after Amstad: 0 is hard, 100 is easy. */
export function fleschAmstad(text: string): number {
  const words = readWords(text)
  const sentences = sentencesOf(text)
  if (words.length === 0 || sentences.length === 0) return 100
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  return 180 - words.length / sentences.length - 58.5 * (syllables / words.length)
}

/** The first Vienna formula for non-fiction (Bamberger and Vanecek): about the years of school that a text asks for. */
export function viennaIndex(text: string): number {
  const words = readWords(text)
  const sentences = sentencesOf(text)
  if (words.length === 0 || sentences.length === 0) return 0
  const share = (is: (word: string) => boolean) => (100 * words.filter(is).length) / words.length
  return (
    0.1935 * share(word => syllablesOf(word) >= 3) +
    0.1672 * (words.length / sentences.length) +
    0.1297 * share(word => word.length > 6) -
    0.0327 * share(word => syllablesOf(word) === 1) -
    0.875
  )
}

/** Most words of a sentence and most letters of a part of a word in Leichte Sprache. */
const mostWords = 12
const mostLetters = 13
/** Longer words that no hyphen can part. */
const oneWord = new Set(['Schwangerschaft', 'Verständigung'])

/** Words cut short, which many can't read. */
const abbreviation = /(?<!\p{L})(?:z\. ?B|usw|ca|bzw|d\. ?h|Abs|Nr|inkl|ggf)\./gu

/** What Leichte Sprache forbids, with what shows it. */
const forbidden: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['genitive', /\bdes\b/u],
  ['genitive', /\b(?:eines|keines|meines|seines|ihres|Ihres|unseres|jenes) [A-ZÄÖÜ][\p{L}-]*s\b/u],
  ['genitive', /\b(?:wegen|trotz|dessen|deren|aufgrund)\b/u],
  ['subjunctive', /\b(?:würde|könnte|hätte|wäre|sollte|müsste|dürfte|bräuchte|käme|gäbe)\p{L}*/u],
  ['passive', /\b(?:wurde|wurden|worden)\b/u],
  [
    'passive',
    /\b(?:wird|werden)\b.*\b(?:\p{L}*ge\p{L}{2,}(?:t|en)|(?:ver|be|er|ent|zer|miss|über|unter)\p{L}{2,}(?:t|en)|\p{L}+iert)$/u,
  ],
]

/** Whatever of a text is against the rules of Leichte Sprache. Official German names in marks stand for one word. */
export function hardParts(text: string): readonly string[] {
  const plain = text
    .replace(/<de>.*?<\/de>/g, 'Wort')
    .replace(/\{\{\w+\}\}/g, '10')
    .replace(/[\w-]+(?:\.[\w-]+)*\.(?:de|org|com|eu|info|net|digital)(?:\/[\w/-]*)?/g, 'Seite')
  const ofSentences = sentencesOf(plain).flatMap(sentence => {
    const count = sentence.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length
    const found = forbidden.flatMap(([name, pattern]) => (pattern.test(sentence) ? [name] : []))
    return [...(count > mostWords ? [`${count} words`] : []), ...found].map(fault => `${fault}: ${sentence}`)
  })
  const cut = plain.match(abbreviation) ?? []
  const long = readWords(plain).filter(word => word.length > mostLetters && !oneWord.has(word))
  return [
    ...ofSentences,
    ...cut.map(word => `abbreviation: ${word}`),
    ...long.map(word => `long word: ${word}`),
  ]
}
