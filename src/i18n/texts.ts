import type { Locale } from './locale.ts'

/** The files in which people are spoken to: plain i18next JSON. */
export const namespaces = ['ui', 'questions', 'criteria', 'documents', 'offers', 'risks'] as const

/** Everything that a language says, by whole keys such as `ui:action.next`. */
export const textsOf = (locale: Locale): readonly (readonly [key: string, text: string])[] =>
  namespaces.flatMap(namespace =>
    leaves(locale[namespace], '').map(([key, text]) => [`${namespace}:${key}`, text] as const),
  )

/** The texts below an object, by dotted keys; `path` goes before each. */
export function leaves(texts: unknown, path: string): readonly (readonly [key: string, text: string])[] {
  if (typeof texts === 'string') return [[path, texts]]
  if (typeof texts !== 'object' || texts === null) return []
  return Object.entries(texts).flatMap(([name, text]) => leaves(text, path === '' ? name : `${path}.${name}`))
}

/** A key without the form of the plural: the forms are one text. */
export const stemOf = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '')

/** Everything that a language says, with the forms of a plural side by side under one key. */
export function wholeTextsOf(locale: Locale): ReadonlyMap<string, readonly string[]> {
  const whole = new Map<string, readonly string[]>()
  for (const [key, text] of textsOf(locale)) {
    const stem = stemOf(key)
    whole.set(stem, [...(whole.get(stem) ?? []), text])
  }
  return whole
}
