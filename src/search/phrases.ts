import { addTo } from './multimap.ts'
import { words } from './tokens.ts'

/** A phrase found in a text: what it stands for, and where its words are. */
export interface Occurrence<T> {
  readonly meaning: T
  /** Positions among the words of the text, in order. */
  readonly at: readonly number[]
}

/** Finds the phrases that it was made of among the folded words of a text. */
export type PhraseFinder<T> = (spoken: readonly string[]) => Iterable<Occurrence<T>>

/** How many other words may stand between a word of a phrase and the next one. */
type Between = (word: string) => number

/** A word of a phrase; an open one stands for any ending. */
interface Word {
  readonly stem: string
  readonly isOpen: boolean
}

interface Phrase<T> {
  readonly words: readonly Word[]
  readonly meaning: T
}

/**
 * Makes a finder of phrases. A phrase occurs where its words stand in their order; `*` at a word's end stands for
 * any ending. Phrases without letters are none.
 */
export function createPhraseFinder<T>(
  phrases: Iterable<readonly [phrase: string, meaning: T]>,
  between: Between,
): PhraseFinder<T> {
  // By their first word, so that a text is not held against each of them.
  const byWord = new Map<string, Phrase<T>[]>()
  const open = new Map<string, Phrase<T>[]>()
  for (const [written, meaning] of phrases) {
    const phrase = { words: compile(written), meaning }
    const [first] = phrase.words
    if (!first) continue
    const [index, key] = first.isOpen ? [open, start(first.stem)] : [byWord, first.stem]
    addTo(index, key, phrase)
  }
  /** The phrases that can begin with a word, where all their words are said somewhere in the text. */
  const beginningWith = (word: string, isSaid: (stem: string) => boolean): readonly Phrase<T>[] => {
    const all = readings(word)
    const closed = all.flatMap(reading => byWord.get(reading) ?? [])
    const opened = all.flatMap(reading => [
      ...(open.get(start(reading)) ?? []),
      ...(reading.length > 1 ? (open.get(reading.slice(0, 1)) ?? []) : []),
    ])
    return [...closed, ...opened.filter(({ words: [first] }) => first && fits(first, word))].filter(phrase =>
      phrase.words.every(({ stem, isOpen }) => isOpen || isSaid(stem)),
    )
  }
  return function* occurrences(spoken) {
    const said = new Set(spoken.flatMap(readings))
    const candidates = new Map<string, readonly Phrase<T>[]>()
    for (const [position, word] of spoken.entries()) {
      const phrases = candidates.get(word) ?? beginningWith(word, stem => said.has(stem))
      candidates.set(word, phrases)
      for (const phrase of phrases) {
        const at = follow(phrase.words, spoken, position, between)
        if (at) yield { meaning: phrase.meaning, at }
      }
    }
  }
}

/** The letters by which open words are looked up: what a stem of one letter leaves open is looked up by that letter. */
const start = (stem: string): string => stem.slice(0, 2)

const compile = (phrase: string): readonly Word[] =>
  phrase.split(/\s+/).flatMap(part => {
    // A hyphened word is several.
    const stems = words(part)
    return stems.map((stem, index) => ({ stem, isOpen: part.endsWith('*') && index === stems.length - 1 }))
  })

/** What a folded word can be: Arabic writes "and" onto the word that follows. */
export const readings = (word: string): readonly string[] =>
  word.length > 2 && word.startsWith('و') ? [word, word.slice(1)] : [word]

const fits = ({ stem, isOpen }: Word, word: string): boolean =>
  readings(word).some(reading => (isOpen ? reading.startsWith(stem) : reading === stem))

function follow(
  [, ...rest]: readonly Word[],
  spoken: readonly string[],
  start: number,
  between: Between,
): readonly number[] | undefined {
  const positions = [start]
  let last = start
  for (const word of rest) {
    const from = last + 1
    const at = spoken.slice(from, from + between(spoken[last] ?? '') + 1).findIndex(next => fits(word, next))
    if (at === -1) return undefined
    last = from + at
    positions.push(last)
  }
  return positions
}
