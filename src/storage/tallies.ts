import { type Kysely, sql } from 'kysely'
import type { Tables, TallyRow } from './schema.ts'

/** Something that is counted; never a person. */
export type Tally = Omit<TallyRow, 'count'>

/** Numbers below this are not shown: few people could be told apart. */
export const threshold = 10

/** Which counts: between two days, both among them, and of one Kreis or language where they are named. */
export interface Choice {
  readonly from: string
  readonly until: string
  readonly kreis?: string | undefined
  readonly lang?: string | undefined
  /** Kinds of counts. */
  readonly kinds: readonly string[]
}

/** What counts are summed by, beside kind and subject. */
export type Part = 'day' | 'month' | 'kreis' | 'lang' | 'none'

/** A sum of counts; `part` is the day, month, Kreis or language, or empty. */
export interface Sum {
  readonly kind: string
  readonly subject: string
  readonly part: string
  readonly count: number
}

/** Counts by day, Kreis and language. */
export interface TallyStore {
  readonly add: (tally: Tally, times?: number) => Promise<void>
  /** Adds many, no two of the same thing; a thousand at a time, all of these or none. */
  readonly addAll: (rows: readonly TallyRow[]) => Promise<void>
  /** Sums of counts from `least` on; smaller ones are left out, after they were summed. */
  readonly sums: (choice: Choice, part: Part, least?: number) => Promise<readonly Sum[]>
  /** Everything, for a backup. */
  readonly all: () => Promise<readonly TallyRow[]>
  /** Puts the counts of a backup in the place of what is there. */
  readonly replace: (rows: readonly TallyRow[]) => Promise<void>
  /** Removes what was counted before a day; gives how many rows. */
  readonly purge: (before: string) => Promise<number>
}

/** Rows of one statement: databases take only so many values in one. */
const mostAtOnce = 1000

/** In one order everywhere: servers that write the same rows at a time then wait for each other and never in a circle. */
const inOrder = (rows: readonly TallyRow[]): readonly TallyRow[] => {
  const keyOf = ({ day, kreis, lang, kind, subject }: TallyRow) =>
    [day, kreis, lang, kind, subject].join('\u0001')
  return rows
    .map(row => ({ row, key: keyOf(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ row }) => row)
}

export function createTallyStore(db: Kysely<Tables>): TallyStore {
  // One statement: no other server can come in between, and none waits for half of it.
  const put = (rows: readonly TallyRow[]) =>
    db
      .insertInto('tallies')
      .values([...rows])
      .onConflict(conflict =>
        conflict
          .columns(['day', 'kreis', 'lang', 'kind', 'subject'])
          .doUpdateSet({ count: sql<number>`tallies.count + excluded.count` }),
      )
      .execute()
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
      await put([{ ...tally, count: times }])
    },
    async addAll(rows) {
      const sorted = inOrder(rows)
      for (let at = 0; at < sorted.length; at += mostAtOnce) await put(sorted.slice(at, at + mostAtOnce))
    },
    async sums({ from, until, kreis, lang, kinds }, part, least = threshold) {
      if (kinds.length === 0) return []
      let query = db
        .selectFrom('tallies')
        .where('day', '>=', from)
        .where('day', '<=', until)
        .where('kind', 'in', [...kinds])
      if (kreis !== undefined) query = query.where('kreis', '=', kreis)
      if (lang !== undefined) query = query.where('lang', '=', lang)
      const by = columnOf(part)
      return query
        .select(({ fn }) => ['kind', 'subject', by.as('part'), fn.sum<number>('count').as('count')])
        .groupBy(['kind', 'subject', 'part'])
        .having(({ fn }) => fn.sum('count'), '>=', least)
        .orderBy('kind')
        .orderBy('part')
        .orderBy('subject')
        .execute()
    },
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

function columnOf(part: Part) {
  switch (part) {
    case 'day':
    case 'kreis':
    case 'lang':
      return sql<string>`${sql.ref(part)}`
    case 'month':
      return sql<string>`substr(day, 1, 7)`
    case 'none':
      return sql<string>`''`
    default:
      return part satisfies never
  }
}
