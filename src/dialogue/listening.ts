import type { SituationEntry, Situations } from './situations.ts'
import type { Reading, Vocabulary } from './understanding.ts'

/** Where a phrase stands among the words of a clause. */
export interface Heard<T> {
  readonly meaning: T
  readonly at: readonly number[]
}

/** Finds phrases among words: brought by the search. */
export type Find<T> = (spoken: readonly string[]) => Iterable<Heard<T>>

/** What is needed to understand how people of one language tell their situation. */
export interface Listening extends Reading {
  readonly lang: string
  readonly vocabulary: Vocabulary
  readonly situations: Situations
  readonly entries: Find<SituationEntry>
  readonly others: Find<unknown>
  readonly self: Find<unknown>
  readonly asking: Find<unknown>
  readonly doubts: Find<unknown>
  readonly breaks: Find<unknown>
  readonly arrival: Find<unknown>
  /** The key of the one place of a name; `undefined` where it could be several or none. */
  readonly place: (name: string) => string | undefined
}
