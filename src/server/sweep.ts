import { dayInHesse } from '../facts/day.ts'
import type { Storage } from '../storage/open.ts'

/** Counts are kept for so many years. */
export const yearsKept = 2

/** Removes what has expired, which is refused before that when it is asked for, and counts that are old; a fault is logged. */
export function createSweep(
  storage: Storage,
  now: () => number,
  log: { readonly error: (what: object, message: string) => void },
): () => Promise<void> {
  return async () => {
    try {
      await storage.handovers.sweep(now())
      await storage.tries.sweep(now())
      await storage.tallies.purge(keptSince(dayInHesse(now()).iso))
    } catch (error) {
      log.error({ err: error }, 'sweep failed')
    }
  }
}

/** The first day whose counts are kept; the 29th of February becomes a day that comes before the 1st of March all the same. */
const keptSince = (today: string): string => `${Number(today.slice(0, 4)) - yearsKept}${today.slice(4)}`
