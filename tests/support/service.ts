import type { FastifyInstance } from 'fastify'
import { createApp } from '../../src/server/app.ts'
import { readAssets } from '../../src/server/assets.ts'
import { readConfig } from '../../src/server/config.ts'
import { type Content, loadContent } from '../../src/server/content.ts'
import { createSeal } from '../../src/server/seal.ts'
import { openStorage } from '../../src/storage/open.ts'
import type { Place } from './databases.ts'

/** The moment in which the tests play, in milliseconds since 1970: noon of a day on which the catalogue holds. */
export const noon = Date.UTC(2026, 10, 21, 12)

/** The key of services that belong together. */
export const secret = 'the key of all services in the tests'

let loaded: Content | undefined

/** The real catalogue, flows and locales, read once a test file. */
export function realContent(): Content {
  loaded ??= loadContent('.')
  return loaded
}

/** A service that listens on a port of its own. */
export interface Service {
  readonly app: FastifyInstance
  /** `http://127.0.0.1:<port>` */
  readonly url: string
  readonly port: number
  readonly stop: () => Promise<void>
}

interface Wishes {
  /** Environment variables beside those that keep a test quiet. */
  readonly environment?: { readonly [name: string]: string }
  /** Other content than the real one. */
  readonly content?: Content
  /** The clock, in milliseconds since 1970. */
  readonly now?: () => number
  /** Time between two heartbeats of a socket, in milliseconds. */
  readonly heartbeat?: number
  /** Where it stores hand-overs; nowhere that outlives it where none is given. */
  readonly place?: Place['place']
  /** What is done with the app before it listens. */
  readonly prepare?: (app: FastifyInstance) => void
}

/** Time that connections have to end by themselves, in milliseconds. */
const patience = 3000

/** Starts a real service over the real content. */
export async function startService({
  environment = {},
  content = realContent(),
  now = () => noon,
  heartbeat,
  prepare,
  place = { file: ':memory:' },
}: Wishes = {}): Promise<Service> {
  const config = readConfig({ SECRET: secret, RATE_LIMIT: '0', LOG_LEVEL: 'silent', ...environment })
  const seal = createSeal(config.secret ?? secret, config.previousSecret)
  const assets = readAssets('dist/public')
  const storage = await openStorage(place)
  const app = await createApp({
    config,
    storage,
    content,
    seal,
    assets,
    now,
    ...(heartbeat !== undefined && { heartbeat }),
  })
  prepare?.(app)
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    app,
    url,
    port: Number(new URL(url).port),
    stop: async () => {
      // As the service itself does: who does not end by themselves is cut off.
      const cut = setTimeout(() => {
        for (const socket of app.websocketServer.clients) socket.terminate()
        app.server.closeAllConnections()
      }, patience)
      await app.close()
      clearTimeout(cut)
      await storage.close()
    },
  }
}
