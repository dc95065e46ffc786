import { z } from 'zod'
import type { Choice, Part } from '../../storage/tallies.ts'

/** What an operator looks at. */
export interface Asked extends Pick<Choice, 'from' | 'until' | 'kreis' | 'lang'> {
  readonly split: Split
  /** The period that was asked for is none; it is the usual one instead. */
  readonly isBad: boolean
}

/** How conversations can be split. */
export const splits = ['day', 'month', 'kreis', 'lang', 'none'] as const satisfies readonly Part[]
export type Split = (typeof splits)[number]

/** Days of the usual period. */
export const usualDays = 28
/** Longest period, in days: counts are kept no longer. */
const mostDays = 731
/** Longest period that is split by days; longer ones are split by months. */
const mostSplitDays = 92

const last = (value: unknown) => (Array.isArray(value) ? value.at(-1) : value)
const dayField = z.preprocess(last, z.union([z.literal(''), z.iso.date()]).default(''))
const periodSchema = z.object({ from: dayField, until: dayField })
const othersSchema = z.object({
  kreis: z.preprocess(last, z.string()).catch(''),
  lang: z.preprocess(last, z.string()).catch(''),
  split: z.preprocess(last, z.enum(splits)).catch('day'),
})

/** Reads the form of the page; a Kreis or language that is not there is as if none were named. `today` is an ISO date. */
export function readAsked(
  query: unknown,
  today: string,
  known: { readonly kreise: readonly string[]; readonly langs: readonly string[] },
): Asked {
  const fields = typeof query === 'object' && query !== null ? query : {}
  const { kreis, lang, split } = othersSchema.parse(fields)
  const period = periodOf(fields, today)
  const { from, until } = period ?? usual(today)
  return {
    from,
    until,
    kreis: known.kreise.includes(kreis) ? kreis : undefined,
    lang: known.langs.includes(lang) ? lang : undefined,
    split: split === 'day' && daysOf(from, until) > mostSplitDays ? 'month' : split,
    isBad: period === undefined,
  }
}

const usual = (today: string) => ({ from: plusDays(today, 1 - usualDays), until: today })

function periodOf(
  fields: object,
  today: string,
): { readonly from: string; readonly until: string } | undefined {
  const read = periodSchema.safeParse(fields)
  if (!read.success) return undefined
  const until = read.data.until || today
  const from = read.data.from || plusDays(until, 1 - usualDays)
  return from <= until && daysOf(from, until) <= mostDays ? { from, until } : undefined
}

const dayLength = 86_400_000
const plusDays = (iso: string, days: number): string =>
  new Date(Date.parse(iso) + days * dayLength).toISOString().slice(0, 10)
const daysOf = (from: string, until: string): number => (Date.parse(until) - Date.parse(from)) / dayLength + 1

/** The days or months of a period, in their order. */
export function partsOf(
  { from, until }: Pick<Asked, 'from' | 'until'>,
  split: 'day' | 'month',
): readonly string[] {
  const days = Array.from({ length: daysOf(from, until) }, (_, at) => plusDays(from, at))
  return split === 'day' ? days : [...new Set(days.map(iso => iso.slice(0, 7)))]
}

/** The form as it stands, for an address; what was not chosen is left out. */
export function addressOf({ from, until, kreis, lang, split }: Asked): string {
  const fields = {
    from,
    until,
    ...(kreis !== undefined && { kreis }),
    ...(lang !== undefined && { lang }),
    split,
  }
  return new URLSearchParams(fields).toString()
}
