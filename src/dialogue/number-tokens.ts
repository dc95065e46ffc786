import type { Understanding, Vocabulary } from './understanding.ts'

/** What is needed to tell the words about numbers from others. */
export type NumberReading = Pick<Understanding, 'vocabulary' | 'words'>

/** A piece of a text about numbers. */
export type Token =
  | { readonly is: 'number'; readonly value: number; readonly isDigits: boolean; readonly isLoose?: boolean }
  /** A whole time in months: "half a year", "newborn". */
  | { readonly is: 'span'; readonly value: number }
  /** Children who are counted by their word: طفلان. */
  | { readonly is: 'counted' | 'twins'; readonly value: number }
  | { readonly is: 'children' | Unit | 'and' | 'filler' | 'other' }

/** `old` are years of an age alone. */
export type Unit = 'years' | 'old' | 'months'

/** What the phrases of a vocabulary are, learnt once a vocabulary. */
interface Lessons {
  readonly known: ReadonlyMap<string, Token>
  /** Words that say a time by themselves, and are a unit behind a number: سنة, рік. */
  readonly spans: ReadonlyMap<string, Token>
  /** Words in the longest phrase. */
  readonly longest: number
}
const lessons = new WeakMap<Vocabulary, Lessons>()

function learnt(vocabulary: Vocabulary, words: Understanding['words']): Lessons {
  const there = lessons.get(vocabulary)
  if (there) return there
  const known = new Map<string, Token>()
  const spans = new Map<string, Token>()
  const key = (phrase: string) => words(phrase).join(' ')
  // A word of two meanings has the one that is learnt last.
  for (const is of ['filler', 'and', 'months', 'years', 'old'] as const) {
    for (const phrase of vocabulary[is]) known.set(key(phrase), { is })
  }
  for (const [phrase, value] of Object.entries(vocabulary.numbers))
    known.set(key(phrase), { is: 'number', value, isDigits: false })
  for (const phrase of vocabulary.children) known.set(key(phrase), { is: 'children' })
  for (const is of ['counted', 'twins'] as const) {
    for (const [phrase, value] of Object.entries(vocabulary[is])) known.set(key(phrase), { is, value })
  }
  for (const [phrase, value] of Object.entries(vocabulary.spans))
    spans.set(key(phrase), { is: 'span', value })
  const longest = Math.max(...[...known.keys(), ...spans.keys()].map(phrase => phrase.split(' ').length))
  const learned = { known, spans, longest }
  lessons.set(vocabulary, learned)
  return learned
}

/** Cuts a text into words of known sorts. A comma parts numbers as "and" does: "twelve, five" are two. */
export function tokensOf(text: string, { vocabulary, words }: NumberReading): readonly Token[] {
  const known = learnt(vocabulary, words)
  const parts = text
    .split(/[,;،؛\n]+/)
    .map(part => composed(tokenise(words(part), known), vocabulary.tens))
    .filter(part => part.length > 0)
  return parts.flatMap((part, at): readonly Token[] => (at === 0 ? part : [{ is: 'and' }, ...part]))
}

function tokenise(spoken: readonly string[], known: Lessons): readonly Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < spoken.length; ) {
    const [token, length] = longestAt(spoken, at, known, tokens.at(-1)?.is === 'number')
    tokens.push(token)
    at += length
  }
  return tokens
}

/** The longest known phrase at a place; a word that is a time and a unit is the unit behind a number. */
function longestAt(
  spoken: readonly string[],
  at: number,
  { known, spans, longest }: Lessons,
  isCounted: boolean,
): readonly [Token, number] {
  for (let length = Math.min(longest, spoken.length - at); length > 0; length--) {
    const phrase = spoken.slice(at, at + length).join(' ')
    const token = known.get(phrase)
    const isUnit = token !== undefined && isUnitSort(token)
    const found = isCounted && isUnit ? token : (spans.get(phrase) ?? token)
    if (found) return [found, length]
  }
  const word = spoken[at] ?? ''
  return [inDigits(word) ?? { is: 'other' }, 1]
}

/** Whether a piece is a unit of time, and nothing else. */
export const isUnitSort = (token: Token | undefined): token is { readonly is: Unit } =>
  token?.is === 'years' || token?.is === 'months' || token?.is === 'old'

/** Puts numbers of several words together, as the language does: "twenty one", "واحد وعشرون". */
function composed(tokens: readonly Token[], tens: Vocabulary['tens']): readonly Token[] {
  const list: Token[] = []
  for (let at = 0; at < tokens.length; at++) {
    const [one, two, three] = tokens.slice(at, at + 3)
    const behind = two?.is === 'and' && tens === 'last' ? three : two
    const [ten, low] = tens === 'last' ? [behind, one] : [one, behind]
    if (one && isWord(ten) && isWord(low) && isTens(ten.value) && low.value >= 1 && low.value <= 9) {
      // "Five and twenty" may be two children.
      const isLoose = tens === 'last'
      list.push({ is: 'number', value: ten.value + low.value, isDigits: false, isLoose })
      at += behind === three ? 2 : 1
    } else if (one) list.push(one)
  }
  return list
}

const isTens = (value: number): boolean => value >= 20 && value < 100 && value % 10 === 0
const isWord = (token: Token | undefined): token is Extract<Token, { is: 'number' }> =>
  token?.is === 'number' && !token.isDigits

const inDigits = (word: string): Token | undefined =>
  /^\d{1,3}$/.test(word) ? { is: 'number', value: Number(word), isDigits: true } : undefined

/** The number that one word is, in digits or in letters. */
export function numberOf(word: string | undefined, { vocabulary, words }: NumberReading): number | undefined {
  if (word === undefined) return undefined
  const token = inDigits(word) ?? learnt(vocabulary, words).known.get(word)
  return token?.is === 'number' ? token.value : undefined
}
