import { type MonthReading, mayHaveDayBehind, namedMonths, shortText, single } from './month-names.ts'
import type { Understanding } from './understanding.ts'

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
  const short = years.length === 0 ? shortYearAt(spoken, named, reading) : undefined
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

/** Where a year of two digits stands behind the name of a month, "Mai 23". */
function shortYearAt(
  spoken: readonly string[],
  named: readonly (number | undefined)[],
  reading: MonthReading,
): number | undefined {
  const at = spoken.findIndex(
    (word, i) => named[i - 1] !== undefined && /^\d{2}$/.test(word) && longYear(word),
  )
  if (at < 0) return undefined
  return Number(spoken[at]) <= 31 && mayHaveDayBehind(spoken[at - 1] ?? '', reading) ? undefined : at
}

/** "Before May 2023", "nach dem 05.2023", "Mayıs 2023 öncesi": another time than that month. */
function isBeforeOrAfter(
  spoken: readonly string[],
  named: readonly (number | undefined)[],
  number: number | undefined,
  { vocabulary, words }: MonthReading,
): boolean {
  const turning = new Set(vocabulary.beforeOrAfter.flatMap(phrase => words(phrase)))
  const name = named.findIndex(found => found !== undefined)
  const at = name >= 0 ? name : (number ?? 0)
  const year = spoken.findIndex(isYear)
  // Some languages say it behind the month.
  const beside = [at - 2, at - 1, at + 1, ...(year < 0 ? [] : [year + 1])]
  return beside.some(i => turning.has(spoken[i] ?? ''))
}
