import { oneOfWords } from './closest-label.ts'
import { editDistance } from './edit-distance.ts'
import { words } from './tokens.ts'

/** The words that may stand beside what is said. */
export interface Particles {
  /** Words that change nothing: "I have a", "at the moment". */
  readonly around: readonly string[]
  readonly and: readonly string[]
  /** Words that leave it open: "or", "perhaps". */
  readonly doubt: readonly string[]
  /** Words that turn a sentence round; `*` at the end stands for any ending. */
  readonly negations: readonly string[]
}

/** What a text says of some options: which ones, and how. */
export interface Heard {
  /** The options named, each once, in the order of the text. */
  readonly options: readonly string[]
  /** Named and nothing else; named in doubt or with a "not"; or among words that nobody knows here. */
  readonly how: 'plain' | 'doubtful' | 'beside'
}

/** Shorter words have too many neighbours: they must be typed as they are. */
const shortest = 5

/** Typing errors allowed in a word, as a share of its letters; one at least. */
const tolerated = 0.12

/**
 * Listens for the phrases of a few options in a text. Phrases are found whole, the longest first, with typing errors
 * in their longer words. A "not" that is no part of a phrase leaves everything in doubt.
 */
export function createHearing(
  options: ReadonlyMap<string, readonly string[]>,
  { around, and, doubt, negations }: Particles,
): (text: string) => Heard {
  const isNegation = oneOfWords(negations)
  const isBareNot = (spoken: readonly string[]) => spoken.length === 1 && spoken.every(isNegation)
  const isAround = phraseBook(around, 'around')
  const isDoubt = phraseBook(doubt, 'doubt')
  // "I think so" is a doubt, though "I think" may say nothing.
  const aside = new Map([...isAround, ...isDoubt])
  const without = (spoken: readonly string[]) => {
    const kept = cut(spoken, aside).flatMap(({ meaning, piece }) => (meaning === 'around' ? [] : piece))
    return kept.length > 0 ? kept : spoken
  }

  const whole = new Map<string, Set<string>>()
  const stripped = new Map<string, Set<string>>()
  for (const [option, phrases] of options) {
    for (const spoken of phrases.map(phrase => words(phrase)).filter(({ length }) => length > 0)) {
      add(whole, spoken, option)
      const kept = without(spoken)
      // "I have not" without "I have" would turn any sentence round.
      if (!isBareNot(kept)) add(stripped, kept, option)
    }
  }
  const particles = [...phraseBook(and, 'and'), ...isDoubt]
  const book = new Map<string, Meaning>([...particles, ...whole])
  /** For texts that had words around them: "I now have work" is "I have work", while "work" alone is not. */
  const looseBook = new Map<string, Meaning>([...particles, ...stripped, ...whole])
  const corrected = corrector(
    [...looseBook.keys()].flatMap(key => key.split(' ')),
    [...isAround.keys()],
    negations,
  )

  return text => {
    // As it stands in the content: nothing around it is thought away.
    const exact = whole.get(words(text).join(' '))
    const isAsked = /[?؟]\s*$/u.test(text)
    if (exact) return { options: [...exact], how: isAsked ? 'doubtful' : 'plain' }
    const named = new Set<string>()
    let isDoubtful = isAsked
    let isBeside = false
    const isShort = words(text).length <= fewWords
    for (const part of text.split(pause).map(words)) {
      const spoken = isShort ? part.map(corrected) : part
      const kept = without(spoken)
      for (const { meaning, piece } of cut(kept, kept.length < spoken.length ? looseBook : book)) {
        // "No, not yet": a "no" that stands apart is an answer, one within a sentence turns it round.
        if (meaning === 'doubt' || (isBareNot(piece) && (kept.length > 1 || meaning === undefined))) {
          isDoubtful = true
        } else if (meaning === undefined) isBeside = true
        else if (typeof meaning === 'object') for (const option of meaning) named.add(option)
      }
    }
    return { options: [...named], how: isBeside ? 'beside' : isDoubtful ? 'doubtful' : 'plain' }
  }
}

/** Where a sentence pauses; the point of "Abs. 1" is none. */
const pause = /[,;:!،؛\n–—]+|(?<=\p{L}{4})\./u

function add(book: Map<string, Set<string>>, spoken: readonly string[], option: string): void {
  const key = spoken.join(' ')
  book.set(key, new Set([...(book.get(key) ?? []), option]))
}

/** What a phrase means: options, or what it does to the others. */
type Meaning = ReadonlySet<string> | 'and' | 'doubt' | 'around'

const phraseBook = (phrases: readonly string[], meaning: Meaning): ReadonlyMap<string, Meaning> =>
  new Map(phrases.map(phrase => [words(phrase).join(' '), meaning]))

/** Cuts a text into known phrases, the longest first, and single words that are none. */
function cut(
  spoken: readonly string[],
  book: ReadonlyMap<string, Meaning>,
): readonly { readonly meaning: Meaning | undefined; readonly piece: readonly string[] }[] {
  const pieces: { meaning: Meaning | undefined; piece: readonly string[] }[] = []
  for (let at = 0; at < spoken.length; ) {
    let length = Math.min(longest, spoken.length - at)
    while (length > 1 && !book.has(spoken.slice(at, at + length).join(' '))) length--
    const piece = spoken.slice(at, at + length)
    pieces.push({ meaning: book.get(piece.join(' ')), piece })
    at += length
  }
  return pieces
}

/** In longer texts typing errors are not looked for: they are stories, and no answers. */
const fewWords = 12

/** Words in the longest phrase that is looked for. */
const longest = 12

/**
 * Puts a mistyped word right where one word alone comes near it. What may be a "not" stays a "not":
 * "kiene" is never "meine".
 */
function corrector(
  vocabulary: readonly string[],
  around: readonly string[],
  negations: readonly string[],
): (word: string) => string {
  const known = new Set([...vocabulary, ...around.flatMap(phrase => phrase.split(' '))])
  const nots = negations.flatMap(word => words(word))
  const isNegation = oneOfWords(negations)
  const correctable = [...new Set(vocabulary)].filter(word => word.length >= shortest && !/\d/.test(word))
  return word => {
    if (word.length < shortest || /\d/.test(word) || known.has(word) || isNegation(word)) return word
    const allowed = Math.max(1, word.length * tolerated)
    const isNear = (other: string) =>
      Math.abs(other.length - word.length) <= allowed && editDistance(word, other) <= allowed
    const not = nots.find(other => other.length >= shortest - 1 && isNear(other))
    if (not !== undefined) return not
    const [only, ...others] = correctable.filter(isNear)
    return only !== undefined && others.length === 0 ? only : word
  }
}
