import { createInstance } from 'i18next'
import type { Locale, Locales } from './locale.ts'
import { germanName, isolated } from './marks.ts'
import { type Standing, standingOf, type TextState } from './status.ts'
import { leaves, namespaces, stemOf, textsOf } from './texts.ts'

/** What a text may be filled with. */
export interface Filling {
  readonly [name: string]: string | number
}

/** Everything that is needed to speak one language. */
export interface Speech {
  readonly lang: string
  readonly name: string
  readonly dir: 'ltr' | 'rtl'
  /** The locale for `Intl`: with the language's own digits, and the calendar of German letters. */
  readonly locale: string
  /** Share of the German texts that the language has, 0 to 1. */
  readonly coverage: number
  /** Share of the German texts that a human who speaks the language has read and found right, 0 to 1. */
  readonly reviewed: number
  /** How far a text can be trusted; of a key that holds several texts, the least of them. */
  readonly stateOf: (key: string) => TextState
  /** Each text of the original and each list of danger words, as it stands in this language. */
  readonly standing: Standing
  /** The text of a key such as `ui:action.next`. Throws a MissingTextError where not even German has it. */
  readonly text: (key: string, filling?: Filling) => string
  /** Every text of a namespace, by its key without the namespace. */
  readonly section: (namespace: string) => readonly (readonly [string, string])[]
  /** Whether the language itself has the key. */
  readonly has: (key: string) => boolean
  /** A German name, such as that of a place, marked as German where the language is another one. */
  readonly german: (name: string) => string
  /** "a, b or c" */
  readonly anyOf: (items: readonly string[]) => string
  /** "a, b and c" */
  readonly allOf: (items: readonly string[]) => string
  /** The name of any language in this one, by its code; the code itself where there is none. */
  readonly languageName: (code: string) => string
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
  const [german] = locales
  if (!german) throw new MissingTextError('there is no language')
  const i18n = createInstance({
    lng: 'de',
    fallbackLng: 'de',
    defaultNS: 'ui',
    ns: namespaces,
    resources: Object.fromEntries(
      locales.map(locale => [
        locale.language.code,
        Object.fromEntries(namespaces.map(ns => [ns, said(locale[ns], locale.language.dir)])),
      ]),
    ),
    // Texts are escaped where they are put into a page, by the page.
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  i18n.init()
  const languages = locales.map(locale => createSpeech(locale, german, i18n))
  const byCode = new Map(languages.map(speech => [speech.lang, speech]))
  const [original] = languages
  if (!original) throw new MissingTextError('there is no language')
  return { languages, of: lang => byCode.get(lang) ?? original }
}

interface Said {
  readonly [key: string]: string | Said | undefined
}

/** The texts of a namespace as they are said. */
const said = (texts: Said, dir: 'ltr' | 'rtl'): Said =>
  Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [
      name,
      typeof text === 'object' ? said(text, dir) : text && isolated(text, dir),
    ]),
  )

const intlLocale = ({ code, digits }: Locale['language']): string => `${code}-u-ca-gregory-nu-${digits}`

/** Whether a text is filled with a small count alone, so that it is worth keeping. */
const isCount = (filling: Filling): boolean => {
  const count = filling['count']
  return typeof count === 'number' && count >= 0 && count <= 120 && Object.keys(filling).length === 1
}

/** From what can be trusted least. */
const states: readonly TextState[] = ['draft', 'reviewed', 'original']

function createSpeech(locale: Locale, german: Locale, i18n: ReturnType<typeof createInstance>): Speech {
  const { code, name, dir } = locale.language
  const translate = i18n.getFixedT(code)
  const prepared = new Map<string, string>()
  const existing = new Map<string, boolean>()
  const trust = new Map<string, TextState>()
  const intl = intlLocale(locale.language)
  const numbers = new Intl.NumberFormat(intl)
  const written = ([name, value]: readonly [string, string | number]) =>
    [name, typeof value === 'number' ? numbers.format(value) : value] as const
  const say = (key: string, filling?: Filling): string => {
    // The form of the plural hangs on the number itself, what is read on the language's digits.
    const replace = filling && Object.fromEntries(Object.entries(filling).map(written))
    const count = filling?.['count']
    const options = { ...(typeof count === 'number' && { count }), ...(replace && { replace }) }
    const found: unknown = translate(key, { ...options, defaultValue: '', returnObjects: true })
    if (typeof found !== 'string' || found === '') throw new MissingTextError(`${code} has no text ${key}`)
    return found
  }
  const standing = standingOf(locale, german)
  const there = new Set(textsOf(locale).map(([key]) => stemOf(key)))
  const wanted = [...new Set(textsOf(german).map(([key]) => stemOf(key)))]
  const share = (keys: readonly string[], has: (key: string) => boolean) =>
    keys.filter(has).length / Math.max(1, keys.length)
  const list = new Intl.ListFormat(code, { type: 'disjunction' })
  const all = new Intl.ListFormat(code, { type: 'conjunction' })
  const names = new Intl.DisplayNames(code, { type: 'language' })
  const days = new Intl.DateTimeFormat(intl, { dateStyle: 'medium', timeZone: 'UTC' })
  const months = new Intl.DateTimeFormat(intl, { year: 'numeric', month: 'long', timeZone: 'UTC' })
  return {
    lang: code,
    name,
    dir,
    locale: intl,
    coverage: share(wanted, key => there.has(key)),
    reviewed: share(standing.keys, key => standing.stateOf(key) !== 'draft'),
    standing,
    stateOf(key) {
      const known = trust.get(key)
      if (known !== undefined) return known
      const found = standing.keys
        .filter(one => one === key || one.startsWith(`${key}.`))
        .map(standing.stateOf)
      const state = states.find(one => found.includes(one)) ?? 'draft'
      trust.set(key, state)
      return state
    },
    text(key, filling) {
      if (filling && !isCount(filling)) return say(key, filling)
      const name = filling ? `${key} ${filling['count']}` : key
      const known = prepared.get(name)
      if (known !== undefined) return known
      const text = say(key, filling)
      prepared.set(name, text)
      return text
    },
    section: namespace => leaves(i18n.getResourceBundle(code, namespace), ''),
    has(key) {
      const known = existing.get(key) ?? i18n.exists(key, { lng: code, fallbackLng: [] })
      existing.set(key, known)
      return known
    },
    german: name => (code.split('-')[0] === 'de' ? name : germanName(name)),
    anyOf: items => list.format(items),
    allOf: items => all.format(items),
    languageName: code => names.of(code) ?? code,
    date: iso => days.format(Date.parse(`${iso}T00:00:00Z`)),
    month: isoMonth => months.format(Date.parse(`${isoMonth}-01T00:00:00Z`)),
    number: value => numbers.format(value),
  }
}
