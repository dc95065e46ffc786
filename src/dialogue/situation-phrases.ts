import type { Facts } from '../facts/schema.ts'
import type { Topic } from '../facts/topics.ts'

/** What people say of their lives, and what it means: phrases as in `danger.json`. */
export interface SituationEntry {
  readonly phrases: readonly string[]
  readonly topics?: readonly Topic[] | undefined
  /** Facts that the phrases leave no doubt of. */
  readonly says?: Facts | undefined
  /** Facts that are so where somebody plainly says the contrary of a phrase. */
  readonly denied?: Facts | undefined
}

/** How people of one language tell their situation; content of `locales/<lng>/situations.json`. */
export interface Situations {
  readonly entries: readonly SituationEntry[]
  /** Of whom a clause speaks that does not speak of the person: "my sister", "a film". */
  readonly others: readonly string[]
  /** Words by which a clause speaks of the person again: "I". */
  readonly self: readonly string[]
  /** How a clause begins that asks. */
  readonly asking: readonly string[]
  /** Words that leave open whether it is so: "maybe", "if". */
  readonly doubts: readonly string[]
  /** Words after which it is only wished, or not yet done: "I want to". */
  readonly wishes: readonly string[]
  /** What a new clause begins with, where no sign parts it from the one before: "and", "I am". */
  readonly breaks: readonly string[]
  /** Ways to say a number, `#`, that answers a question. */
  readonly numbers: {
    readonly age: readonly string[]
    readonly disabilityDegree: readonly string[]
    readonly unemployedMonths: readonly string[]
    /** The same in years. */
    readonly unemployedYears: readonly string[]
  }
  /** Words around the month in which somebody came to Germany. */
  readonly arrival: readonly string[]
  /** Words that the name of the place follows where somebody lives. */
  readonly home: readonly string[]
}
