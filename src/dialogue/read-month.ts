import type { Understanding } from './understanding.ts'

/** A month from "05.2023", "5/2023", "2023-05" or "since May 2023"; `undefined` where the month is not clear. */
export function readMonth(
  text: string,
  { lang, words }: Pick<Understanding, 'lang' | 'words'>,
): string | undefined {
  const spoken = words(text)
  const year = single(spoken.filter(word => /^(19|20)\d{2}$/.test(word)))
  if (year === undefined) return undefined
  const known = monthNames(lang, words)
  const named = spoken.map(word => namedMonth(word, known))
  // "3. Oktober" is a day; any other number beside a name makes it unclear.
  const numbers = spoken.flatMap((word, at) =>
    /^\d{1,2}$/.test(word) && named[at + 1] === undefined ? [Number(word)] : [],
  )
  const month = single([...named.filter(found => found !== undefined), ...numbers])
  const isBesideYear = spoken.some(
    (word, at) => word === year && [at - 1, at + 1].some(i => Number(spoken[i]) === month),
  )
  // "For 3 years, 2023": a number that does not stand beside the year is no month.
  if (numbers.length > 0 && !isBesideYear) return undefined
  if (month === undefined || month < 1 || month > 12) return undefined
  return `${year}-${String(month).padStart(2, '0')}`
}

/** The one value that all of a list agree on. */
function single<T>(list: readonly T[]): T | undefined {
  const [only, ...others] = new Set(list)
  return others.length === 0 ? only : undefined
}

/** The month whose name a word is a form of ("травні" of "травень"): the longest common beginning, if it is one alone. */
function namedMonth(word: string, names: readonly (readonly string[])[]): number | undefined {
  const likeness = names.map(forms => Math.max(0, ...forms.map(name => commonStart(name, word))))
  const best = Math.max(...likeness)
  const [month, ...others] = likeness.flatMap((value, index) => (value === best ? [index + 1] : []))
  return best > 0 && others.length === 0 ? month : undefined
}

/** Short names have too many lookalikes (Mai and Mainz, Jan and Janet): they count only as they are. */
const shortest = 5

/** Letters that a word and a name have in common from their start; 0 where it can't be a form of the name. */
function commonStart(name: string, word: string): number {
  let length = 0
  while (length < name.length && name[length] === word[length]) length++
  if (length === name.length && length === word.length) return length
  if (name.length < shortest || Math.abs(name.length - word.length) > 2) return 0
  return length >= 4 && length >= name.length * 0.55 ? length : 0
}

/** Regions whose month names differ from those of the language's own locale. */
const regional: { readonly [lang: string]: readonly string[] } = { ar: ['ar-SY', 'ar-MA'] }

/** Names of months a language, asked of the runtime once: it takes its time. */
const names = new Map<string, MonthNames>()
type MonthNames = readonly (readonly string[])[]

function monthNames(lang: string, words: Understanding['words']): MonthNames {
  const there = names.get(lang) ?? collectNames(lang, words)
  names.set(lang, there)
  return there
}

/** The names of the twelve months of our calendar in a language, alone and within a date, long and short. */
function collectNames(lang: string, words: Understanding['words']): readonly (readonly string[])[] {
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
          .flatMap(({ value }) => words(value)),
      ),
    ),
  )
}
