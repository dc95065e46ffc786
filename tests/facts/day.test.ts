import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, dayInHesse, monthNumber } from '../../src/facts/day.ts'

const hour = 3_600_000
const instants = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2090, 0, 1) })

describe('a day', () => {
  it('knows its month, so that months can be counted', () => {
    expect(day('2026-11-21')).toEqual({ iso: '2026-11-21', month: 2026 * 12 + 10 })
    expect(day('2027-01-01').month - day('2026-12-31').month).toBe(1)
  })

  it('is made from an ISO date alone', () => {
    for (const text of [
      '2026-11',
      '2026-1-1',
      '21.11.2026',
      '2026-11-21T00:00:00Z',
      ' 2026-11-21',
      '',
      'today',
    ]) {
      expect(() => day(text)).toThrow(TypeError)
    }
  })
})

describe('the number of a month', () => {
  it('grows by one from each month to the next, over the turn of a year as well', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2099 }), fc.integer({ min: 0, max: 11 }), (year, month) => {
        const [now, next] = [Date.UTC(year, month), Date.UTC(year, month + 1)].map(time =>
          new Date(time).toISOString(),
        )
        expect(monthNumber(next ?? '') - monthNumber(now ?? '')).toBe(1)
      }),
    )
  })

  it('is the same for a month and each of its days', () => {
    fc.assert(
      fc.property(instants, time => {
        const iso = new Date(time).toISOString()
        expect(monthNumber(iso.slice(0, 7))).toBe(monthNumber(iso.slice(0, 10)))
      }),
    )
  })
})

describe('the day in Hesse', () => {
  it('begins an hour before the day of Greenwich in winter and two hours before it in summer', () => {
    expect(dayInHesse(Date.UTC(2026, 10, 21, 22, 59, 59)).iso).toBe('2026-11-21')
    expect(dayInHesse(Date.UTC(2026, 10, 21, 23, 0, 0)).iso).toBe('2026-11-22')
    expect(dayInHesse(Date.UTC(2026, 6, 21, 21, 59, 59)).iso).toBe('2026-07-21')
    expect(dayInHesse(Date.UTC(2026, 6, 21, 22, 0, 0)).iso).toBe('2026-07-22')
    expect(dayInHesse(Date.UTC(2026, 11, 31, 23, 0, 0))).toEqual(day('2027-01-01'))
  })

  it('follows Central European Time, whatever the clock of the machine shows', () => {
    fc.assert(
      fc.property(instants, time => {
        const offset = isSummer(time) ? 2 * hour : hour
        expect(dayInHesse(time)).toEqual(day(new Date(time + offset).toISOString().slice(0, 10)))
      }),
    )
  })
})

/** Summer time lasts from the last Sunday in March to the last Sunday in October, 01:00 UTC each. */
function isSummer(time: number): boolean {
  const year = new Date(time).getUTCFullYear()
  return time >= lastSunday(year, 2) && time < lastSunday(year, 9)
}

function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0, 1))
  return last.getTime() - last.getUTCDay() * 24 * hour
}
