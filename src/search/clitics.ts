/** What Arabic writes onto the beginning of a word: and, so, with, for, like, the, and the present of the Levant. */
const prefixes = ['وال', 'بال', 'فال', 'كال', 'ولل', 'ال', 'لل', 'و', 'ف', 'ب', 'ل', 'ك', 'ع']

/** So much of a word must be left. */
const shortest = 3

/** What a folded word can be: itself, and itself without what Arabic writes onto its beginning ("and", "the", "with"). */
export function clitics(word: string): readonly string[] {
  if (!/^\p{Script=Arabic}/u.test(word)) return [word]
  return [
    word,
    ...prefixes
      .filter(prefix => word.startsWith(prefix) && word.length - prefix.length >= shortest)
      .map(prefix => word.slice(prefix.length)),
    // Short words lose "and" alone.
    ...(word.length === 3 && word.startsWith('و') ? [word.slice(1)] : []),
  ]
}
