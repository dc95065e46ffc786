import type { AnswerValue, Because } from './question.ts'

/** What a free text means as an answer: clear, skipped, several values to choose from, or nothing. */
export type Understood =
  | { readonly kind: 'answer'; readonly value: AnswerValue }
  | { readonly kind: 'skip'; readonly because: Because }
  | { readonly kind: 'unsure'; readonly options: readonly (string | boolean)[] }
  | { readonly kind: 'nothing' }
