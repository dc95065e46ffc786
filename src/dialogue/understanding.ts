import type { QuestionId } from './question.ts'

/** The words in which people of one language answer; content of `locales/<lng>/words.json`. */
export interface Vocabulary {
  readonly yes: readonly string[]
  readonly no: readonly string[]
  readonly none: readonly string[]
  readonly unknown: readonly string[]
  readonly refused: readonly string[]
  readonly numbers: { readonly [word: string]: number }
  readonly and: readonly string[]
  readonly years: readonly string[]
  readonly months: readonly string[]
  readonly children: readonly string[]
  readonly filler: readonly string[]
  /** Words that turn a sentence round; `*` at the end stands for any ending. */
  readonly negations: readonly string[]
}

/** How texts are cut and compared: brought by the search. */
export interface Reading {
  /** The words of a text in the form in which they are compared. */
  readonly words: (text: string) => readonly string[]
  /** Which of the labels a text means: one where it is sure, several where it is not, none where nothing fits. */
  readonly closest: (labels: readonly string[], text: string) => readonly number[]
}

/** What is needed to understand answers in one language. */
export interface Understanding extends Reading {
  readonly lang: string
  readonly vocabulary: Vocabulary
  /** The label of an option as the person sees it. */
  readonly label: (question: QuestionId, option: string | boolean) => string
}
