import type { Understanding, Vocabulary } from './understanding.ts'

/** What is needed to read a month. */
export type MonthReading = Pick<Understanding, 'lang' | 'words' | 'closest' | 'isNegation'> & {
  readonly vocabulary: Pick<Vocabulary, 'monthNames' | 'beforeOrAfter' | 'months' | 'years' | 'spans'>
}

/** Longer texts that name no clear month are about something else. */
const shortText = 6

/**
 * A month from "05.2023", "05/23", "3.5.2023", "2023-05" or "since May 2023".
 * `'unclear'` for a time that is no month ("2022", "two years ago"), `undefined` where no time is named.
 */
export function readMonth(text: string, reading: MonthReading): string | 'unclear' | undefined {
  const { words, vocabulary } = reading
  const spoken = words(withoutDays(text, words))
  const named = namedMonths(spoken, reading)
  const month = monthOf(spoken, named, reading)
  if (month !== undefined) return month
  const times = new Set(
    [...vocabulary.months, ...vocabulary.years, ...Object.keys(vocabulary.spans)].map(phrase =>
      words(phrase).join(' '),
    ),
  )
  const isTime = spoken.some((word, at) => isYear(word) || named[at] !== undefined || times.has(word))
  return isTime && spoken.length <= shortText ? 'unclear' : undefined
}

const isYear = (word: string): boolean => /^(19|20)\d{2}$/.test(word)

function monthOf(
  spoken: readonly string[],
  named: readonly (number | undefined)[],
  reading: MonthReading,
): string | undefined {
  if (spoken.some(reading.isNegation)) return undefined
  const years = spoken.filter(isYear)
  const short = years.length === 0 ? shortYearAt(spoken, named, reading.lang) : undefined
  const year = short === undefined ? single(years) : longYear(spoken[short])
  if (year === undefined) return undefined
  // "3. Oktober" is a day; any other number beside a name makes it unclear.
  const numbers = spoken.flatMap((word, at) =>
    /^\d{1,2}$/.test(word) && named[at + 1] === undefined && named[at] === undefined && at !== short
      ? [{ at, value: Number(word) }]
      : [],
  )
  const month = single([...named.filter(found => found !== undefined), ...numbers.map(({ value }) => value)])
  // "For 3 years, 2023": a number that does not stand beside the year is no month.
  const isBesideYear = numbers.some(({ at }) => [at - 1, at + 1].some(i => isYear(spoken[i] ?? '')))
  if (numbers.length > 0 && !isBesideYear) return undefined
  if (month === undefined || month < 1 || month > 12) return undefined
  if (isBeforeOrAfter(spoken, named, numbers[0]?.at, reading)) return undefined
  return `${year}-${String(month).padStart(2, '0')}`
}

/** The one value that all of a list agree on. */
function single<T>(list: readonly T[]): T | undefined {
  const [only, ...others] = new Set(list)
  return others.length === 0 ? only : undefined
}

/** Writes a day as its month ("3.5.2023" → "5.2023") and a short year in full, where either is plain. */
function withoutDays(text: string, words: Understanding['words']): string {
  return text
    .replace(/\p{Nd}/gu, digit => words(digit)[0] ?? digit)
    .replace(/(?<!\d)(\d{4})([./-])(\d{1,2})\2\d{1,2}(?!\d)/g, '$3.$1')
    .replace(
      /(?<![\d./-])(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4}|\d{2})(?![\d/-])/g,
      (whole, first: string, dot: string, second: string, year: string) => {
        const full = year.length === 4 ? year : longYear(year)
        const month = monthOfDay(Number(first), Number(second), dot)
        return full === undefined || month === undefined ? whole : `${month}.${full}`
      },
    )
    .replace(/(?<![\d./-])(\d{1,2})[./-](\d{2})(?![\d/-]|\.\d)/g, (whole, month: string, year: string) => {
      const full = longYear(year)
      return full === undefined ? whole : `${month}.${full}`
    })
}

/** The month of a date: between dots the day comes first, between strokes either may. */
function monthOfDay(first: number, second: number, dot: string): number | undefined {
  const isMonth = (value: number) => value >= 1 && value <= 12
  const isDay = (value: number) => value >= 1 && value <= 31
  if (isDay(first) && isMonth(second) && (dot === '.' || !isMonth(first) || first === second)) return second
  return dot !== '.' && isMonth(first) && isDay(second) && !isMonth(second) ? first : undefined
}

/** "23" → "2023", "98" → "1998"; what could be a month, or a year to come, is no year. */
function longYear(short: string | undefined): string | undefined {
  const year = Number(short)
  if (year > 12 && year < 40) return `20${year}`
  return year >= 50 && year <= 99 ? `19${year}` : undefined
}

/** In these languages a day comes behind the name of its month: "May 23". */
const dayLast: ReadonlySet<string> = new Set(['en'])

/** Where a year of two digits stands behind the name of a month, "Mai 23". */
function shortYearAt(
  spoken: readonly string[],
  named: readonly (number | undefined)[],
  lang: string,
): number | undefined {
  const at = spoken.findIndex(
    (word, i) => named[i - 1] !== undefined && /^\d{2}$/.test(word) && longYear(word),
  )
  if (at < 0) return undefined
  const isEnglish = dayLast.has(lang) || englishOnly.has(spoken[at - 1] ?? '')
  return isEnglish && Number(spoken[at]) <= 31 ? undefined : at
}

/** English names of months that are none in German: with them a number may be a day in any language. */
const englishOnly: ReadonlySet<string> = new Set([
  'january',
  'february',
  'march',
  'may',
  'june',
  'july',
  'october',
  'december',
])

/** "Before May 2023", "nach dem 05.2023": another time than that month. */
function isBeforeOrAfter(
  spoken: readonly string[],
  named: readonly (number | undefined)[],
  number: number | undefined,
  { vocabulary, words }: MonthReading,
): boolean {
  const turning = new Set(vocabulary.beforeOrAfter.flatMap(phrase => words(phrase)))
  const name = named.findIndex(found => found !== undefined)
  const at = name >= 0 ? name : (number ?? 0)
  return spoken.slice(Math.max(0, at - 2), at).some(word => turning.has(word))
}

/** For each word the month that it names: by a name of one word or two, or as a number behind "month" (شهر 5). */
function namedMonths(
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
