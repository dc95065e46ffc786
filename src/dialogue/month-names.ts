import type { Understanding, Vocabulary } from './understanding.ts'

/** What is needed to read a month. */
export type MonthReading = Pick<Understanding, 'lang' | 'words' | 'closest' | 'isNegation'> & {
  readonly vocabulary: Pick<Vocabulary, 'monthNames' | 'beforeOrAfter' | 'months' | 'years' | 'spans'>
}

/** Longer texts that name no clear month are about something else. */
export const shortText = 6

/** For each word the month that it names: by a name of one word or two, or as a number behind "month" (شهر 5). */
export function namedMonths(
  spoken: readonly string[],
  { lang, words, closest, vocabulary }: MonthReading,
): readonly (number | undefined)[] {
  const known = monthNames(lang, words, vocabulary)
  const all = known.flatMap((forms, index) => forms.map(name => ({ name, month: index + 1 })))
  const months = new Set(vocabulary.months.map(phrase => words(phrase).join(' ')))
  const exact = (phrase: string) =>
    single(all.filter(({ name }) => name === phrase).map(({ month }) => month))
  const found: (number | undefined)[] = []
  for (const [at, word] of spoken.entries()) {
    const pair = `${word} ${spoken[at + 1] ?? ''}`
    const before = spoken[at - 1] ?? ''
    const isTaken = exact(`${before} ${word}`) !== undefined
    const number = Number(word)
    if (isTaken) found.push(undefined)
    else if (months.has(before) && /^\d{1,2}$/.test(word) && number >= 1 && number <= 12) found.push(number)
    else
      found.push(
        exact(pair) ??
          exact(word) ??
          namedMonth(word, known) ??
          (spoken.length <= shortText ? mistyped(word, all, closest) : undefined),
      )
  }
  return found
}

/** The month whose name a word is a form of ("травні" of "травень"): the longest common beginning, if it is one alone. */
function namedMonth(word: string, names: readonly (readonly string[])[]): number | undefined {
  const likeness = names.map(forms => Math.max(0, ...forms.map(name => commonStart(name, word))))
  const best = Math.max(...likeness)
  const [month, ...others] = likeness.flatMap((value, index) => (value === best ? [index + 1] : []))
  return best > 0 && others.length === 0 ? month : undefined
}

/** The month whose name a word is with a typing error. */
function mistyped(
  word: string,
  names: readonly { readonly name: string; readonly month: number }[],
  closest: Understanding['closest'],
): number | undefined {
  if (word.length < shortest - 1) return undefined
  const long = names.filter(({ name }) => name.length >= shortest && !name.includes(' '))
  return single(
    closest(
      long.map(({ name }) => name),
      word,
    ).flatMap(index => long[index]?.month ?? []),
  )
}

/** Short names have too many lookalikes (Mai and Mainz, Jan and Janet): they count only as they are. */
const shortest = 5

/** Letters that a word and a name have in common from their start; 0 where it can't be a form of the name. */
function commonStart(name: string, word: string): number {
  let length = 0
  while (length < name.length && name[length] === word[length]) length++
  if (length === name.length && length === word.length) return length
  if (name.length < shortest || name.includes(' ') || Math.abs(name.length - word.length) > 2) return 0
  return length >= 4 && length >= name.length * 0.55 ? length : 0
}

/** Locales whose names of months are heard beside those of the language's own. */
const regional: { readonly [lang: string]: readonly string[] } = {
  ar: ['ar-SY', 'ar-IQ', 'ar-MA', 'ar-DZ'],
  uk: ['ru'],
}

/** Names of months a vocabulary and language, asked of the runtime once: it takes its time. */
const names = new WeakMap<MonthReading['vocabulary'], Map<string, MonthNames>>()
type MonthNames = readonly (readonly string[])[]

function monthNames(
  lang: string,
  words: Understanding['words'],
  vocabulary: MonthReading['vocabulary'],
): MonthNames {
  const there = names.get(vocabulary)?.get(lang)
  if (there) return there
  const more = Object.entries(vocabulary.monthNames)
  const all = collectNames(lang, words).map((forms, index) => [
    ...new Set([
      ...forms,
      ...more.filter(([, month]) => month === index + 1).map(([name]) => words(name).join(' ')),
    ]),
  ])
  names.set(vocabulary, new Map([...(names.get(vocabulary) ?? []), [lang, all]]))
  return all
}

/** The names of the twelve months of our calendar in a language, alone and within a date, long and short. */
function collectNames(lang: string, words: Understanding['words']): MonthNames {
  const forms: Intl.DateTimeFormatOptions[] = [
    { month: 'long' },
    { month: 'short' },
    { month: 'long', day: 'numeric' },
    { month: 'short', day: 'numeric' },
  ]
  return Array.from({ length: 12 }, (_, month) =>
    [lang, ...(regional[lang] ?? []), 'de', 'en'].flatMap(language =>
      forms.flatMap(form =>
        new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { ...form, timeZone: 'UTC' })
          .formatToParts(Date.UTC(2024, month, 15))
          .filter(({ type }) => type === 'month')
          .map(({ value }) => words(value).join(' ')),
      ),
    ),
  )
}

/** Whether a number behind the name of a month may be its day, as in "May 23": English names do so in any language. */
export function mayHaveDayBehind(
  name: string,
  { lang, words }: Pick<MonthReading, 'lang' | 'words'>,
): boolean {
  if (isDayLast(lang)) return true
  const isOf = (language: string) => longNames(language).some(long => words(long).join(' ') === name)
  return isOf('en') && !isOf('de')
}

/** Whether a language writes the day behind the name of its month. */
function isDayLast(lang: string): boolean {
  const parts = new Intl.DateTimeFormat(lang, { month: 'long', day: 'numeric' }).formatToParts(0)
  const place = (wanted: string) => parts.findIndex(({ type }) => type === wanted)
  return place('day') > place('month')
}

function longNames(lang: string): readonly string[] {
  const format = new Intl.DateTimeFormat(lang, { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2024, month, 15)))
}

/** The one value that all of a list agree on. */
export function single<T>(list: readonly T[]): T | undefined {
  const [only, ...others] = new Set(list)
  return others.length === 0 ? only : undefined
}
