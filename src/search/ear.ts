import { arabicKey, arabicKeyOfLatin } from './arabic-key.ts'
import { clitics } from './clitics.ts'
import { cyrillicKey, cyrillicKeysOfLatin } from './cyrillic-key.ts'
import { addTo } from './multimap.ts'
import { createNeighbours } from './neighbours.ts'
import type { Lexeme } from './pattern.ts'

/** What a word may stand for among the words that are listened for. */
export interface Heard {
  readonly lexemes: ReadonlySet<Lexeme>
  /** Those of them that it is as it stands. */
  readonly plain: ReadonlySet<Lexeme>
  /** Whether it is one of them as it stands, a misspelling of one, or perhaps a word of another script. */
  readonly how: 'plain' | 'mistyped' | 'otherScript'
}

/** Listens to the words of a text. */
export type Ear = (spoken: readonly string[]) => readonly Heard[]

/** A stem, and a word that begins with it, must be so long that the word mistyped is taken for one of its forms. */
const shortestStem = 4
const shortestForm = 6
/** Two typing errors are forgiven in words of so many letters, one in others: where help is called a chance must be rare. */
const long = 12
const errorsIn = ({ length }: string): number => (length < long ? 1 : 2)
/** In a text in Latin letters of which fewer words are known, another script may be meant. */
const readable = 0.5
/** Keys must be so long to stand for a word, and so long to stand for all words that begin so. */
const shortestKey = 2
const shortestOpenKey = 3

/**
 * Makes an ear for words and stems (`schlag*`). A word is heard as it stands, without what is written onto it, with
 * typing errors where nobody knows it (`isKnown`), and in Latin letters where the text is no other language in these.
 */
export function createEar(lexemes: Iterable<Lexeme>, isKnown: (word: string) => boolean): Ear {
  const all = [...new Set(lexemes)]
  const closed = new Set(all.filter(lexeme => !lexeme.endsWith('*')))
  const open = new Set(all.flatMap(lexeme => (lexeme.endsWith('*') ? [lexeme.slice(0, -1)] : [])))
  const nearWords = createNeighbours([...closed].filter(word => word.length >= 4))
  const nearStems = createNeighbours([...open].filter(stem => stem.length >= shortestStem))
  const cyrillic = keyBook(all, /\p{Script=Cyrillic}/u, cyrillicKey)
  const arabic = keyBook(all, /\p{Script=Arabic}/u, arabicKey)

  const plainly = (word: string): Lexeme[] =>
    clitics(word).flatMap(reading => [
      ...(closed.has(reading) ? [reading] : []),
      ...beginnings(reading).flatMap(start => (open.has(start) ? [`${start}*`] : [])),
    ])
  /** A stem has many neighbours, and hardly anybody mistypes a first letter: that one must be right. */
  const mistyped = (word: string): Lexeme[] => [
    ...nearWords(word).flatMap(near => (near.distance <= errorsIn(word) ? near.word : [])),
    ...(word.length < shortestForm ? [] : beginnings(word))
      .filter(start => start.length >= shortestStem)
      .flatMap(start =>
        nearStems(start).flatMap(near =>
          near.distance <= errorsIn(start) && near.word[0] === start[0] ? `${near.word}*` : [],
        ),
      ),
  ]
  const inOtherScript = (word: string): Lexeme[] => [
    ...cyrillicKeysOfLatin(word).flatMap(key => cyrillic(key)),
    ...arabic(arabicKeyOfLatin(word)),
  ]

  return spoken => {
    const known = new Map<string, Heard>()
    // Short words are words of every language.
    const latin = [...new Set(spoken)].filter(word => word.length > 2 && /\p{Script=Latin}/u.test(word))
    const familiar = latin.filter(isKnown)
    const isTransliterated = latin.length > 0 && familiar.length < latin.length * readable
    const isPlainlyOther = familiar.length * 3 <= latin.length
    return spoken.map(word => {
      const before = known.get(word)
      if (before) return before
      const plain = plainly(word)
      const found = new Set(plain)
      let how: Heard['how'] = 'plain'
      // Many a misspelling begins like another word that is listened for: only a whole word is beyond doubt.
      const isWord = isKnown(word) || clitics(word).some(reading => closed.has(reading))
      if (!isWord) {
        for (const lexeme of mistyped(word)) found.add(lexeme)
        how = 'mistyped'
      }
      // A word of another language in Latin letters is no word of another script.
      if (isTransliterated && /[a-z]/.test(word) && (isPlainlyOther || !isKnown(word))) {
        const other = inOtherScript(word)
        for (const lexeme of other) found.add(lexeme)
        if (other.length > 0) how = 'otherScript'
      }
      const heard = { lexemes: found, plain: new Set(plain), how }
      known.set(word, heard)
      return heard
    })
  }
}

/** The beginnings of a word, the shortest first, itself among them. */
const beginnings = (word: string): readonly string[] =>
  Array.from({ length: Math.min(word.length, 24) }, (_, index) => word.slice(0, index + 1))

/** Finds the words and stems of a script by their key. */
function keyBook(
  lexemes: readonly Lexeme[],
  script: RegExp,
  keyOf: (word: string) => string,
): (key: string) => readonly Lexeme[] {
  const closed = new Map<string, Lexeme[]>()
  const open = new Map<string, Lexeme[]>()
  for (const lexeme of lexemes.filter(each => script.test(each))) {
    const isOpen = lexeme.endsWith('*')
    const key = keyOf(isOpen ? lexeme.slice(0, -1) : lexeme)
    const book = isOpen ? open : closed
    if (key.length < (isOpen ? shortestOpenKey : shortestKey)) continue
    addTo(book, key, lexeme)
  }
  return key =>
    key.length < shortestKey
      ? []
      : [...(closed.get(key) ?? []), ...beginnings(key).flatMap(start => open.get(start) ?? [])]
}
