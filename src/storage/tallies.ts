import { type Kysely, sql } from 'kysely'
import type { Tables, TallyRow } from './schema.ts'

/** Something that is counted; never a person. */
export type Tally = Omit<TallyRow, 'count'>

/** Numbers below this are not shown: few people could be told apart. */
export const threshold = 10

/** Counts by day, Kreis and language. */
export interface TallyStore {
  readonly add: (tally: Tally, times?: number) => Promise<void>
  /** Counts between two days, both among them; those below the threshold are left out. */
  readonly read: (from: string, until: string) => Promise<readonly TallyRow[]>
  /** Everything, for a backup. */
  readonly all: () => Promise<readonly TallyRow[]>
  /** Puts the counts of a backup in the place of what is there. */
  readonly replace: (rows: readonly TallyRow[]) => Promise<void>
  /** Removes what was counted before a day; gives how many rows. */
  readonly purge: (before: string) => Promise<number>
}

export function createTallyStore(db: Kysely<Tables>): TallyStore {
  const ordered = () =>
    db
      .selectFrom('tallies')
      .selectAll()
      .orderBy('day')
      .orderBy('kind')
      .orderBy('subject')
      .orderBy('kreis')
      .orderBy('lang')
  return {
    async add(tally, times = 1) {
      await db
        .insertInto('tallies')
        .values({ ...tally, count: times })
        .onConflict(conflict =>
          conflict
            .columns(['day', 'kreis', 'lang', 'kind', 'subject'])
            .doUpdateSet({ count: sql<number>`tallies.count + excluded.count` }),
        )
        .execute()
    },
    read: (from, until) =>
      ordered().where('day', '>=', from).where('day', '<=', until).where('count', '>=', threshold).execute(),
    all: () => ordered().execute(),
    async replace(rows) {
      await db.transaction().execute(async transaction => {
        await transaction.deleteFrom('tallies').execute()
        for (const row of rows) await transaction.insertInto('tallies').values(row).execute()
      })
    },
    async purge(before) {
      const { numDeletedRows } = await db.deleteFrom('tallies').where('day', '<', before).executeTakeFirst()
      return Number(numDeletedRows)
    },
  }
}
