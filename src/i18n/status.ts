import { fingerprint } from './fingerprint.ts'
import type { Locale, Status } from './locale.ts'
import { wholeTextsOf } from './texts.ts'

/** How far a text can be trusted: German itself, read by a human who speaks the language, or neither. */
export type TextState = 'original' | 'reviewed' | 'draft'

/** The lists of words that decide whether a danger is heard; they are reviewed like texts. */
const dangerLists = (locale: Locale): readonly (readonly [string, readonly string[]])[] =>
  Object.entries(locale.danger).map(([kind, list]) => [`danger:${kind}`, linesOf(list)] as const)

/** The lines of a list; of groups of words, a line each. */
const linesOf = (list: readonly string[] | Locale['danger']['groups']): readonly string[] =>
  Array.isArray(list) ? list : Object.entries(list).map(([name, words]) => `${name}: ${words.join(', ')}`)

/** Where a language stands, text by text. */
export interface Standing {
  /** Every text of the original, by its key without a form of the plural, and every list of danger. */
  readonly keys: readonly string[]
  readonly stateOf: (key: string) => TextState
  /** Whether the German text was changed after this one was translated from it. */
  readonly isStale: (key: string) => boolean
  /** Whether the text differs from what the status knows of it: it was edited, and the status not yet renewed. */
  readonly isUnrecorded: (key: string) => boolean
}

/** Compares a language with the German of today. */
export function standingOf(locale: Locale, original: Locale): Standing {
  const german = wholeTextsOf(original)
  const own = wholeTextsOf(locale)
  const lists = new Map(dangerLists(locale))
  const keys = [...german.keys(), ...lists.keys()]
  if (locale === original)
    return { keys, stateOf: () => 'original', isStale: () => false, isUnrecorded: () => false }
  const { texts, reviews } = locale.status
  const now = new Map(
    keys.map(key => {
      const list = lists.get(key)
      return [key, list ? fingerprint(list) : pair(german.get(key), own.get(key))] as const
    }),
  )
  const isStale = (key: string) =>
    !lists.has(key) && (texts[key] ?? '').split(' ')[0] !== now.get(key)?.split(' ')[0]
  return {
    keys,
    // A review holds for the very words that were read, beside the very German that stood there.
    stateOf: key => (reviews[key] !== undefined && reviews[key].of === now.get(key) ? 'reviewed' : 'draft'),
    isStale,
    isUnrecorded: key => !lists.has(key) && texts[key]?.split(' ')[1] !== now.get(key)?.split(' ')[1],
  }
}

const pair = (german: readonly string[] = [], own: readonly string[] = []): string =>
  `${fingerprint(german)} ${fingerprint(own)}`

/**
 * The status after somebody worked on a language: what was edited is taken as translated from the German of today,
 * and so is what fits it unedited, by its keys. All else stays as it was, and reviews that no longer hold go.
 */
export function renewed(locale: Locale, original: Locale, fitting: readonly string[] = []): Status {
  const german = wholeTextsOf(original)
  const own = wholeTextsOf(locale)
  const { isUnrecorded, stateOf } = standingOf(locale, original)
  const texts = [...german.keys()]
    .filter(key => own.has(key))
    .map(key => {
      const isNew = isUnrecorded(key) || fitting.includes(key)
      return [key, isNew ? pair(german.get(key), own.get(key)) : locale.status.texts[key]]
    })
  const reviews = Object.entries(locale.status.reviews).filter(([key]) => stateOf(key) === 'reviewed')
  return { texts: Object.fromEntries(texts), reviews: Object.fromEntries(reviews) }
}

/** The status after a human who speaks the language has read texts and found them right. */
export function reviewed(
  locale: Locale,
  original: Locale,
  keys: readonly string[],
  { by, on }: { readonly by: string; readonly on: string },
): Status {
  const status = renewed(locale, original)
  const lists = new Map(dangerLists(locale))
  const reviews = keys.flatMap(key => {
    const list = lists.get(key)
    const of = list ? fingerprint(list) : status.texts[key]
    return of === undefined ? [] : [[key, { by, on, of }] as const]
  })
  return { ...status, reviews: { ...status.reviews, ...Object.fromEntries(reviews) } }
}
