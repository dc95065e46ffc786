import { Kysely, Migrator, PostgresDialect, SqliteDialect } from 'kysely'
import Libsql from 'libsql'
import pg from 'pg'
import { createHandoverStore, type HandoverStore } from './handovers.ts'
import { migrations } from './migrations.ts'
import type { Tables } from './schema.ts'
import { createTallyStore, type TallyStore } from './tallies.ts'
import { createTryStore, type TryStore } from './tries.ts'

/** Everything that the service stores: nothing of a person but what they hand over, sealed. */
export interface Storage {
  readonly handovers: HandoverStore
  readonly tallies: TallyStore
  readonly tries: TryStore
  readonly close: () => Promise<void>
}

/** Thrown where the tables can't be brought up to date: names the step that failed. */
export class StorageError extends Error {
  override readonly name = 'StorageError'
}

/**
 * Opens the storage and brings its tables up to date: a file of SQLite, made where there is none, or PostgreSQL at an
 * address such as `postgres://user:password@host/database`, which several servers share.
 */
export async function openStorage(
  place: { readonly file: string } | { readonly url: string },
): Promise<Storage> {
  const { db, scrub } = 'file' in place ? sqlite(place.file) : postgres(place.url)
  const { error, results = [] } = await new Migrator({ db, provider: migrations }).migrateToLatest()
  if (error) {
    await db.destroy()
    const failed = results.find(({ status }) => status === 'Error')?.migrationName ?? 'before the first step'
    throw new StorageError(`The tables can't be brought up to date (${failed}): ${String(error)}`)
  }
  return {
    handovers: createHandoverStore(db, scrub),
    tallies: createTallyStore(db),
    tries: createTryStore(db),
    close: () => db.destroy(),
  }
}

interface Database {
  readonly db: Kysely<Tables>
  /** Wipes what was deleted out of every file of the database, where it leaves any. */
  readonly scrub: () => void
}

function sqlite(file: string): Database {
  const database = new Libsql(file)
  // Readers don't wait for the writer, and a power cut loses no more than the last moment.
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = NORMAL')
  database.pragma('busy_timeout = 5000')
  // What was deleted is overwritten, not only forgotten.
  database.pragma('secure_delete = ON')
  return {
    db: new Kysely<Tables>({ dialect: new SqliteDialect({ database }) }),
    // The log of what was written still has it.
    scrub: () => database.pragma('wal_checkpoint(TRUNCATE)'),
  }
}

/** Numbers of 64 bits come as texts unless they are read: none of ours is beyond what a number holds. */
const bigint = 20

function postgres(connectionString: string): Database {
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === bigint ? Number : pg.types.getTypeParser(oid, format),
  }
  const pool = new pg.Pool({ connectionString, max: 8, types })
  // A connection that breaks while nobody uses it is replaced with the next question, and must not end the process.
  pool.on('error', () => undefined)
  return { db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), scrub: () => undefined }
}
