import type { Kysely } from 'kysely'
import type { Tables } from './schema.ts'

/** What became of a hand-over. */
export type Held =
  | {
      readonly state: 'open'
      readonly sealed: string
      readonly ends: number
      readonly opened: number | undefined
    }
  | { readonly state: 'expired' | 'ended' | 'unknown' }

/** Sealed hand-overs by an id that tells nothing. All times are milliseconds since 1970. */
export interface HandoverStore {
  readonly put: (id: string, sealed: string, ends: number) => Promise<void>
  /** What is held under an id; what has expired is as if it were gone, whether it was swept or not. */
  readonly look: (id: string, now: number) => Promise<Held>
  /** Notes that it was opened; the first time counts. */
  readonly markOpened: (id: string, now: number) => Promise<void>
  /** Takes it back: the content goes, and who asks for it hears that it was ended. Tells whether there was one. */
  readonly end: (id: string, now: number) => Promise<boolean>
  /** Removes what nobody needs to hear of any more; gives how many. */
  readonly sweep: (now: number) => Promise<number>
}

/** For so long it can be said that a code has expired or was ended, before it is unknown; in milliseconds. */
export const remembered = 24 * 60 * 60 * 1000

/** Hand-overs in a database; `scrub` is called when content has gone. */
export function createHandoverStore(db: Kysely<Tables>, scrub: () => void): HandoverStore {
  return {
    async put(id, sealed, ends) {
      await db.insertInto('handovers').values({ id, sealed, ends, opened: 0, ended: 0 }).execute()
    },
    async look(id, now) {
      const row = await db.selectFrom('handovers').selectAll().where('id', '=', id).executeTakeFirst()
      if (!row || now >= row.ends + remembered) return { state: 'unknown' }
      if (row.ended === 1) return { state: 'ended' }
      if (now >= row.ends) return { state: 'expired' }
      const opened = row.opened === 0 ? undefined : row.opened
      return { state: 'open', sealed: row.sealed, ends: row.ends, opened }
    },
    async markOpened(id, now) {
      await db
        .updateTable('handovers')
        .set({ opened: now })
        .where('id', '=', id)
        .where('opened', '=', 0)
        .execute()
    },
    async end(id, now) {
      const { numUpdatedRows } = await db
        .updateTable('handovers')
        .set({ sealed: '', ended: 1 })
        .where('id', '=', id)
        .where('ended', '=', 0)
        .where('ends', '>', now)
        .executeTakeFirst()
      scrub()
      return numUpdatedRows > 0n
    },
    async sweep(now) {
      // The content of what has expired goes at once; the empty row stays to say why the code is no good.
      await db
        .updateTable('handovers')
        .set({ sealed: '' })
        .where('ends', '<=', now)
        .where('sealed', '!=', '')
        .execute()
      const { numDeletedRows } = await db
        .deleteFrom('handovers')
        .where('ends', '<=', now - remembered)
        .executeTakeFirst()
      scrub()
      return Number(numDeletedRows)
    },
  }
}
