/** A calendar day with what date arithmetic needs, so that the clock comes in as an argument. */
export interface Day {
  /** ISO date, `2026-11-21`. */
  readonly iso: string
  /** Months since year 0: `year * 12 + month - 1`. */
  readonly month: number
}

/** The day of an ISO date such as `2026-11-21`. */
export function day(iso: string): Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) throw new TypeError(`not an ISO date: ${iso}`)
  return { iso, month: monthNumber(iso) }
}

/** The day in Hesse at an instant (milliseconds since 1970). */
export function dayInHesse(now: number): Day {
  return day(hesse.format(now))
}

/** Months since year 0 of a date or month that starts `YYYY-MM`. */
export function monthNumber(isoMonth: string): number {
  return Number(isoMonth.slice(0, 4)) * 12 + Number(isoMonth.slice(5, 7)) - 1
}

const hesse = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Berlin',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})
