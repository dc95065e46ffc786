import type { Listening, Occurrence, PhraseFinder } from './listening.ts'
import type { SituationEntry } from './situation-phrases.ts'

/** A part of a sentence that says one thing, with all that bears on whether it counts. */
export interface Clause {
  readonly spoken: readonly string[]
  /** The phrases of situations in it; of two that overlap in full, the longer. */
  readonly entries: readonly Occurrence<SituationEntry>[]
  /** Where words stand that turn it round, but for those that are part of a phrase. */
  readonly negations: readonly number[]
  /** Where words begin that only wish for what follows. */
  readonly wishes: readonly number[]
  /** It speaks of somebody else, or goes on about them. */
  readonly isOfOthers: boolean
  /** It asks, or leaves open whether it is so. */
  readonly isOpen: boolean
}

/** Cuts a text into sentences and these into clauses. */
export function sentences(text: string, listening: Listening): readonly (readonly Clause[])[] {
  return text
    .split(/(?<=[.!?؟…])(?=\s|$)|\n+/u)
    .map(sentence => clausesOf(sentence, listening))
    .filter(clauses => clauses.length > 0)
}

function clausesOf(sentence: string, listening: Listening): readonly Clause[] {
  const cut = sentence
    .split(/[,;:،؛()–—]+|\s-+\s/u)
    .flatMap(part => cutAtBreaks(listening.words(part), listening))
    .filter(spoken => spoken.length > 0)
  const firstAsking = cut.findIndex(spoken => begins(spoken, listening))
  const isQuestion = /[?؟]\s*$/u.test(sentence)
  let isOfOthers = false
  let isDoubtful = false
  return cut.map((spoken, index) => {
    const entries = outermost([...listening.entries(spoken)])
    const used = new Set(entries.flatMap(({ at }) => at))
    isOfOthers = ofOthers(spoken, used, listening) ?? isOfOthers
    isDoubtful ||= occurs(spoken, listening.doubts)
    return {
      spoken,
      entries,
      negations: spoken.flatMap((word, at) => (listening.isNegation(word) && !used.has(at) ? [at] : [])),
      wishes: [...listening.wishes(spoken)].flatMap(({ at }) => at.slice(0, 1)),
      isOfOthers,
      isOpen: isDoubtful || (firstAsking === -1 ? isQuestion : index >= firstAsking),
    }
  })
}

/** Whether a clause begins by asking: "what …", "and what …". */
function begins(spoken: readonly string[], { asking, isAnd }: Listening): boolean {
  const [first = ''] = spoken
  const start = isAnd(first) ? 1 : 0
  return [...asking(spoken)].some(({ at }) => at[0] === 0 || at[0] === start)
}

/** Whether the clause speaks of others or of the person; `undefined` where it goes on as the one before. */
function ofOthers(
  spoken: readonly string[],
  used: ReadonlySet<number>,
  { others, self }: Listening,
): boolean | undefined {
  const named = [...others(spoken)].some(({ at }) => !used.has(at.at(-1) ?? -1))
  if (named) return true
  return occurs(spoken, self) ? false : undefined
}

const occurs = (spoken: readonly string[], find: PhraseFinder<unknown>): boolean => {
  for (const _ of find(spoken)) return true
  return false
}

function cutAtBreaks(
  spoken: readonly string[],
  { breaks, asking }: Listening,
): readonly (readonly string[])[] {
  // "Do I have …" is asked in one piece.
  const asked = new Set([...asking(spoken)].flatMap(({ at }) => (at[0] === 0 ? at.slice(1) : [])))
  const found = [...breaks(spoken)].flatMap(({ at: [first = 0] }) => (asked.has(first) ? [] : [first]))
  const starts = [...new Set([0, ...found])].sort((a, b) => a - b)
  return starts.map((start, index) => spoken.slice(start, starts[index + 1]))
}

/** Without the phrases that lie within a longer one: "no children" is not about children. */
function outermost<T>(found: readonly Occurrence<T>[]): readonly Occurrence<T>[] {
  const isWithin = (inner: readonly number[], outer: readonly number[]) => {
    const [first = 0] = outer
    const last = outer.at(-1) ?? 0
    return outer.length > inner.length && inner.every(position => first <= position && position <= last)
  }
  return found.filter(({ at }) => !found.some(other => isWithin(at, other.at)))
}
