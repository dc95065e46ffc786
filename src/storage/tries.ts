import { type Kysely, sql } from 'kysely'
import type { Tables } from './schema.ts'

/** Tries that are counted by all servers together, under keys that tell nothing of who tried. */
export interface TryStore {
  /** Counts one more under a key, and gives how many there were; `ends` is in milliseconds since 1970. */
  readonly count: (key: string, ends: number) => Promise<number>
  /** Removes what has ended; gives how many. */
  readonly sweep: (now: number) => Promise<number>
}

export function createTryStore(db: Kysely<Tables>): TryStore {
  return {
    async count(key, ends) {
      const { count } = await db
        .insertInto('tries')
        .values({ key, ends, count: 1 })
        .onConflict(conflict =>
          conflict.column('key').doUpdateSet({ count: sql<number>`tries.count + excluded.count` }),
        )
        .returning('count')
        .executeTakeFirstOrThrow()
      return count
    },
    async sweep(now) {
      const { numDeletedRows } = await db.deleteFrom('tries').where('ends', '<=', now).executeTakeFirst()
      return Number(numDeletedRows)
    },
  }
}
