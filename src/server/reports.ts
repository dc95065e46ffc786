import { z } from 'zod'
import { reasons } from '../../widget/view/wrong.ts'
import { dayInHesse } from '../facts/day.ts'
import type { Storage } from '../storage/open.ts'
import type { World } from '../turn/world.ts'
import { createSharedLimits } from './shared-limit.ts'

/** Why somebody says that something is wrong with an offer. */
export const reasonSchema = z.enum(reasons)

/** What somebody says is wrong. */
export interface Report {
  /** The offer's id, as it was sent. */
  readonly offer: string
  readonly reason: z.infer<typeof reasonSchema>
}

/**
 * Counts reports that something is wrong with an offer. What is kept is the day in Hesse, the offer and the reason:
 * neither Kreis nor language nor time, so that a report says nothing about who sent it.
 */
export interface Reports {
  /** Counts one; `unknown` where there is no such offer, `tooMany` where the address has sent too many. */
  readonly take: (report: Report, address: string) => Promise<'counted' | 'unknown' | 'tooMany'>
}

/** Reports a minute from one address; many people can sit behind one. */
const mostReports = 20

interface Means {
  readonly storage: Pick<Storage, 'tallies' | 'tries'>
  readonly offer: World['offer']
  readonly secret: string
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number
}

export function createReports({ storage, offer: find, secret, now }: Means): Reports {
  const limit = createSharedLimits(storage.tries, secret, now)('reports', mostReports)
  return {
    async take({ offer, reason }, address) {
      if (!find(offer)) return 'unknown'
      if (!(await limit.allows(address))) return 'tooMany'
      const day = dayInHesse(now()).iso
      await storage.tallies.add({ day, kreis: '', lang: '', kind: 'report', subject: `${offer}:${reason}` })
      return 'counted'
    },
  }
}
