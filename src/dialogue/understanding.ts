import type { QuestionId } from './question.ts'

/** The words in which people of one language answer; content of `locales/<lng>/words.json`. */
export interface Vocabulary {
  readonly yes: readonly string[]
  readonly no: readonly string[]
  readonly none: readonly string[]
  readonly unknown: readonly string[]
  readonly refused: readonly string[]
  readonly numbers: { readonly [word: string]: number }
  /** Where the tens of a number stand: "thirty one", "ein-und-dreißig". */
  readonly tens: 'first' | 'last'
  readonly and: readonly string[]
  readonly years: readonly string[]
  /** Years of somebody's age, and of nothing else: "years old". */
  readonly old: readonly string[]
  readonly months: readonly string[]
  /** Words that say a whole time, in months: "half a year", "newborn". */
  readonly spans: { readonly [phrase: string]: number }
  readonly children: readonly string[]
  /** Words that say how many children: طفلان. */
  readonly counted: { readonly [word: string]: number }
  /** Children born together, who share their age, and how many they are. */
  readonly twins: { readonly [word: string]: number }
  readonly filler: readonly string[]
  /** Names of months that the runtime does not know. */
  readonly monthNames: { readonly [name: string]: number }
  /** Words that turn a month into a time before or after it. */
  readonly beforeOrAfter: readonly string[]
}

/** What a text says of the options of a question. */
export interface Heard {
  /** The options named, each once, in the order of the text. */
  readonly options: readonly string[]
  /** Named and nothing else; named in doubt or with a "not"; or among words that nobody knows here. */
  readonly how: 'plain' | 'doubtful' | 'beside'
}

/** How texts are cut and compared: brought by the search. */
export interface Reading {
  /** The words of a text in the form in which they are compared. */
  readonly words: (text: string) => readonly string[]
  /** Which of the labels a text may mean: none where nothing comes near. */
  readonly closest: (labels: readonly string[], text: string) => readonly number[]
  readonly isNegation: (word: string) => boolean
}

/** What is needed to understand answers in one language. */
export interface Understanding extends Reading {
  readonly lang: string
  readonly vocabulary: Vocabulary
  /** The label of an option as the person sees it. */
  readonly label: (question: QuestionId, option: string | boolean) => string
  /** Which options of a question a text names, by their labels and by what people say for them. */
  readonly hear: (question: QuestionId, text: string) => Heard
}
