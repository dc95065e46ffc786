import { createInstance } from 'i18next'
import type { Locale, Locales } from './locale.ts'

/** What a text may be filled with. */
export interface Filling {
  readonly [name: string]: string | number
}

/** Everything that is needed to speak one language. */
export interface Speech {
  readonly lang: string
  readonly name: string
  readonly dir: 'ltr' | 'rtl'
  readonly state: Locale['language']['state']
  /** Share of the German texts that the language has, 0 to 1. */
  readonly coverage: number
  /** The text of a key such as `ui:action.next`. Throws a MissingTextError where not even German has it. */
  readonly text: (key: string, filling?: Filling) => string
  /** Every text of a namespace, by its key without the namespace. */
  readonly section: (namespace: string) => readonly (readonly [string, string])[]
  /** Whether the language itself has the key. */
  readonly has: (key: string) => boolean
  /** "a, b or c" */
  readonly anyOf: (items: readonly string[]) => string
  /** A day, from an ISO date. */
  readonly date: (iso: string) => string
  /** A month, from `YYYY-MM`. */
  readonly month: (isoMonth: string) => string
  readonly number: (value: number) => string
}

/** Thrown where content lacks a text: a bug that the content tests find first. */
export class MissingTextError extends Error {
  override readonly name = 'MissingTextError'
}

/** The languages there are, and how to speak them. */
export interface Speeches {
  /** All languages, the German original first. */
  readonly languages: readonly Speech[]
  /** The speech of a language code; German for a code that is not there. */
  readonly of: (lang: string) => Speech
}

/** Prepares all languages once; texts without filling are looked up a single time. */
export function createSpeeches(locales: Locales): Speeches {
  const i18n = createInstance({
    lng: 'de',
    fallbackLng: 'de',
    defaultNS: 'ui',
    ns: namespaces,
    resources: Object.fromEntries(
      locales.map(locale => [
        locale.language.code,
        Object.fromEntries(namespaces.map(ns => [ns, locale[ns]])),
      ]),
    ),
    // Texts are escaped where they are put into a page, by the page.
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  i18n.init()
  const wanted = locales[0] ? keysOf(locales[0]) : []
  const languages = locales.map(locale => {
    const there = new Set(keysOf(locale))
    const coverage = wanted.filter(key => there.has(key)).length / Math.max(1, wanted.length)
    return createSpeech({ ...locale.language, coverage }, i18n)
  })
  const byCode = new Map(languages.map(speech => [speech.lang, speech]))
  const [original] = languages
  if (!original) throw new MissingTextError('there is no language')
  return { languages, of: lang => byCode.get(lang) ?? original }
}

const namespaces = ['ui', 'questions', 'criteria', 'documents', 'offers', 'risks'] as const

/** Whether a text is filled with a small count alone, so that it is worth keeping. */
const isCount = (filling: Filling): boolean => {
  const count = filling['count']
  return typeof count === 'number' && count >= 0 && count <= 120 && Object.keys(filling).length === 1
}

function flatten(texts: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof texts === 'string') return [[path, texts]]
  if (typeof texts !== 'object' || texts === null) return []
  return Object.entries(texts).flatMap(([name, text]) =>
    flatten(text, path === '' ? name : `${path}.${name}`),
  )
}

/** The keys of a locale's texts; the forms of a plural count as one. */
function keysOf(locale: Locale): readonly string[] {
  const keys = namespaces.flatMap(namespace => flatten(locale[namespace], namespace).map(([key]) => key))
  return [...new Set(keys.map(key => key.replace(/_(zero|one|two|few|many|other)$/, '')))]
}

function createSpeech(
  { code, name, dir, state, coverage }: Locale['language'] & { readonly coverage: number },
  i18n: ReturnType<typeof createInstance>,
): Speech {
  const translate = i18n.getFixedT(code)
  const prepared = new Map<string, string>()
  const existing = new Map<string, boolean>()
  const say = (key: string, filling?: Filling): string => {
    const found: unknown = translate(key, { ...filling, defaultValue: '', returnObjects: true })
    if (typeof found !== 'string' || found === '') throw new MissingTextError(`${code} has no text ${key}`)
    return found
  }
  // Western digits everywhere: they are the ones on letters, cards and phones.
  const locale = `${code}-u-ca-gregory-nu-latn`
  const list = new Intl.ListFormat(code, { type: 'disjunction' })
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const months = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' })
  const numbers = new Intl.NumberFormat(locale)
  return {
    lang: code,
    name,
    dir,
    state,
    coverage,
    text(key, filling) {
      if (filling && !isCount(filling)) return say(key, filling)
      const name = filling ? `${key} ${filling['count']}` : key
      const known = prepared.get(name)
      if (known !== undefined) return known
      const text = say(key, filling)
      prepared.set(name, text)
      return text
    },
    section: namespace => flatten(i18n.getResourceBundle(code, namespace), ''),
    has(key) {
      const known = existing.get(key) ?? i18n.exists(key, { lng: code, fallbackLng: [] })
      existing.set(key, known)
      return known
    },
    anyOf: items => list.format(items),
    date: iso => days.format(Date.parse(`${iso}T00:00:00Z`)),
    month: isoMonth => months.format(Date.parse(`${isoMonth}-01T00:00:00Z`)),
    number: value => numbers.format(value),
  }
}
