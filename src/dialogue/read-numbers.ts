import { parseValue, type QuestionForm, type QuestionId } from './question.ts'
import type { Understanding, Vocabulary } from './understanding.ts'
import type { Understood } from './understood.ts'

type Sort = 'children' | 'number' | 'years' | 'months' | 'and' | 'filler' | 'other'

interface Token {
  readonly is: Sort
  /** The number, where it is one. */
  readonly value?: number
  /** Whether the number was written in digits. */
  readonly isDigits?: boolean
}

/** Longest number word or unit that is looked for, in words ("three-year-old", "ثلاثة عشر"). */
const longest = 3

/**
 * Reads a number, or the ages of children, from words.
 * "Two kids, 1 and 4" holds a count and two ages; a number that could be either is not guessed.
 */
export function readNumbers(
  text: string,
  question: QuestionId,
  { kind }: Pick<QuestionForm, 'kind'>,
  knowing: Understanding,
): Understood {
  const { vocabulary, words } = knowing
  const spoken = words(text)
  const fits = (phrases: readonly string[]) =>
    phrases.some(phrase => words(phrase).join(' ') === spoken.join(' '))
  if (kind === 'numbers' && (fits(vocabulary.none) || fits(vocabulary.no)))
    return { kind: 'answer', value: [] }

  // "2,5" may be one number or two.
  if (/\p{Nd}[.,٫]\p{Nd}/u.test(text)) return unsure
  // A comma parts numbers as "and" does: "twelve, five" are two, "twenty one" may be one.
  const known = learnt(vocabulary, words)
  const parts = text
    .split(/[,;،؛\n]+/)
    .map(part => tokenise(words(part), known))
    .filter(part => part.length > 0)
  const tokens = parts.flatMap((part, at): readonly Token[] => (at === 0 ? part : [{ is: 'and' }, ...part]))
  if (!tokens.some(({ is }) => is === 'number')) return { kind: 'nothing' }
  if (tokens.some(({ is }) => is === 'other') || isUnclear(tokens, unitOf(question))) return unsure
  const read = kind === 'number' ? onlyNumber(tokens) : agesIn(tokens)
  const value = read === undefined ? undefined : parseValue(question, read)
  return value === undefined ? unsure : { kind: 'answer', value }
}

const unsure: Understood = { kind: 'unsure', options: [] }

/** The unit that a question's number is in; its name says so. */
const unitOf = (question: QuestionId): 'months' | 'years' =>
  question.endsWith('Months') ? 'months' : 'years'

/** What the phrases of a vocabulary are, learnt once a vocabulary. */
const lessons = new WeakMap<Vocabulary, ReadonlyMap<string, Token>>()

function learnt(vocabulary: Vocabulary, words: Understanding['words']): ReadonlyMap<string, Token> {
  const there = lessons.get(vocabulary)
  if (there) return there
  const known = new Map<string, Token>()
  const learn = (phrases: readonly string[], is: Sort) => {
    for (const phrase of phrases) known.set(words(phrase).join(' '), { is })
  }
  // A word of two meanings has the one that is learnt last.
  learn(vocabulary.filler, 'filler')
  learn(vocabulary.and, 'and')
  learn(vocabulary.months, 'months')
  learn(vocabulary.years, 'years')
  for (const [name, value] of Object.entries(vocabulary.numbers)) {
    known.set(words(name).join(' '), { is: 'number', value })
  }
  learn(vocabulary.children, 'children')
  lessons.set(vocabulary, known)
  return known
}

/** Cuts a text into words of known sorts, the longest known phrase first. */
function tokenise(spoken: readonly string[], known: ReadonlyMap<string, Token>): readonly Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < spoken.length; ) {
    const [token, length] = longestAt(spoken, at, known)
    tokens.push(token)
    at += length
  }
  return tokens
}

function longestAt(
  spoken: readonly string[],
  at: number,
  known: ReadonlyMap<string, Token>,
): readonly [Token, number] {
  for (let length = Math.min(longest, spoken.length - at); length > 0; length--) {
    const token = known.get(spoken.slice(at, at + length).join(' '))
    if (token) return [token, length]
  }
  const word = spoken[at] ?? ''
  return [/^\d{1,3}$/.test(word) ? { is: 'number', value: Number(word), isDigits: true } : { is: 'other' }, 1]
}

/** What could be meant in two ways: another unit, a unit without its number, a number of several words. */
function isUnclear(tokens: readonly Token[], unit: 'months' | 'years'): boolean {
  return tokens.some(({ is, isDigits }, at) => {
    const before = tokens[at - 1]
    if (is === 'months' || is === 'years') return is !== unit || before?.is !== 'number'
    return is === 'number' && !isDigits && before?.is === 'number' && !before.isDigits
  })
}

function onlyNumber(tokens: readonly Token[]): number | undefined {
  const [only, ...others] = tokens.filter(({ is }) => is === 'number')
  return others.length === 0 ? only?.value : undefined
}

/** The ages: the numbers that do not count children; where some do, there must be as many ages as children. */
function agesIn(tokens: readonly Token[]): readonly number[] | undefined {
  const ages: number[] = []
  const counts: number[] = []
  for (const [at, { value }] of tokens.entries()) {
    if (value !== undefined) (tokens[at + 1]?.is === 'children' ? counts : ages).push(value)
  }
  const children = counts.reduce((sum, count) => sum + count, 0)
  if (counts.length > 0) return ages.length === children ? ages : undefined
  return isCountAfterAll(tokens, ages) ? undefined : ages
}

/** "Kids: 2" may count them: one number beside a word for children is an age only with its unit. */
const isCountAfterAll = (tokens: readonly Token[], ages: readonly number[]): boolean =>
  ages.length === 1 && tokens.some(({ is }) => is === 'children') && !tokens.some(({ is }) => is === 'years')
