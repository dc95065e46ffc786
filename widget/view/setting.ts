import type { Words } from './words.ts'

/** What every part of the view needs. */
export interface Setting {
  readonly words: Words
  /** Path of the icon sprite. */
  readonly icons: string
  /** Where forms go without JavaScript. */
  readonly action: string
  /** The sealed answers, which travel in the form. */
  readonly resume: string
  /** Whether the page holds more than the sealed answers, so that what could stand beside it does. */
  readonly isApart?: true
}
