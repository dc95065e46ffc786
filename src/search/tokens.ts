import { fold } from './fold.ts'

/** The words of a text, folded. */
export function words(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
}
