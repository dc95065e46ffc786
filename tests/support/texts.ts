import type { Locale } from '../../src/i18n/locale.ts'
import { textsOf as everyText } from '../../src/i18n/texts.ts'

/** Every text of a language by its whole key, `ui:action.next`. */
export const textsOf = (locale: Locale): ReadonlyMap<string, string> => new Map(everyText(locale))

/** A key without the ending for its form of the plural, and that form where it has one. */
export function splitPlural(key: string): { readonly stem: string; readonly form: string | undefined } {
  const [, stem = key, form] = /^(.+)_(zero|one|two|few|many|other)$/.exec(key) ?? []
  return { stem, form }
}

/** The names in a text that are to be filled in, sorted. */
export const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map(([, name = '']) => name).sort()

/** The words of a text: letters and digits, not cut at hyphens and apostrophes. */
export const wordsOf = (text: string): readonly string[] =>
  text.match(/[\p{L}\p{M}\p{N}]+(?:[-’'\u200c][\p{L}\p{M}\p{N}]+)*/gu) ?? []
