import { type Counted, counted, countedSearch, type Deed } from '../counsel/counted.ts'
import { dayInHesse } from '../facts/day.ts'
import type { TallyRow } from '../storage/schema.ts'
import type { TallyStore } from '../storage/tallies.ts'
import type { Content } from './content.ts'

/** Counts what happens. Nothing of it can fail or delay an answer to a person. */
export interface Counting {
  /** Counts what `make` gives. */
  readonly count: (make: () => readonly Counted[]) => void
  /** Counts a step that a person has taken. */
  readonly deed: (deed: Deed) => void
  /** Counts a search beyond a conversation. */
  readonly search: (search: Parameters<typeof countedSearch>[0]) => void
  /** Writes what was counted since the last time. */
  readonly flush: () => Promise<void>
}

interface Means {
  readonly content: Pick<Content, 'world' | 'termOf'>
  readonly store: TallyStore
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number
  /** Where a fault goes; it names nobody. */
  readonly log: { readonly error: (what: object, message: string) => void }
}

/** Different counts that are kept between two times of writing; what is beyond them is not counted. */
const most = 20_000
/** Counts are written so often, in milliseconds. */
export const writtenEvery = 60_000

/**
 * Counts in memory. They are written all together once a minute, so that neither a row's time nor its place tells
 * when somebody was there. Where the database fails, the counts of that minute are lost: they are not written again, for
 * nobody can tell whether they were written already.
 */
export function createCounting({ content: { world, termOf }, store, now, log }: Means): Counting {
  let counts = new Map<string, TallyRow>()
  const count: Counting['count'] = make => {
    try {
      const day = dayOf(now())
      for (const item of make()) {
        const key = `${day} ${item.kreis} ${item.lang} ${item.kind} ${item.subject}`
        const known = counts.get(key)
        if (known || counts.size < most) counts.set(key, { ...item, day, count: (known?.count ?? 0) + 1 })
      }
    } catch (error) {
      log.error({ err: error }, 'counting failed')
    }
  }
  const dayOf = createDays()
  return {
    count,
    deed: deed => count(() => counted(world, deed, termOf)),
    search: search => count(() => countedSearch(search, world, termOf)),
    async flush() {
      const rows = [...counts.values()]
      counts = new Map()
      try {
        await store.addAll(rows)
      } catch (error) {
        log.error({ err: error }, 'counts lost')
      }
    },
  }
}

/** The day in Hesse, worked out once a minute. */
function createDays(): (now: number) => string {
  let minute = -1
  let iso = ''
  return now => {
    const current = Math.floor(now / 60_000)
    if (current !== minute) {
      minute = current
      iso = dayInHesse(now).iso
    }
    return iso
  }
}
