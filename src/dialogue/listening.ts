import type { SituationEntry, Situations } from './situation-phrases.ts'
import type { Reading, Vocabulary } from './understanding.ts'

/** Where a phrase stands among the words of a clause. */
export interface Occurrence<T> {
  readonly meaning: T
  readonly at: readonly number[]
}

/** Finds phrases among words: brought by the search. */
export type PhraseFinder<T> = (spoken: readonly string[]) => Iterable<Occurrence<T>>

/** What is needed to understand how people of one language tell their situation. */
export interface Listening extends Reading {
  readonly lang: string
  readonly vocabulary: Vocabulary
  readonly situations: Situations
  readonly isAnd: (word: string) => boolean
  readonly entries: PhraseFinder<SituationEntry>
  readonly others: PhraseFinder<unknown>
  readonly self: PhraseFinder<unknown>
  readonly asking: PhraseFinder<unknown>
  readonly doubts: PhraseFinder<unknown>
  readonly wishes: PhraseFinder<unknown>
  readonly breaks: PhraseFinder<unknown>
  readonly arrival: PhraseFinder<unknown>
  /** The key of the one place of a name; `undefined` where it could be several or none. */
  readonly place: (name: string) => string | undefined
}
