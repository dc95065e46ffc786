import { randomBytes } from 'node:crypto'
import compress from '@fastify/compress'
import formBody from '@fastify/formbody'
import websocket from '@fastify/websocket'
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import { negotiate } from '../i18n/negotiate.ts'
import type { Storage } from '../storage/open.ts'
import { apiRoutes } from './api.ts'
import { type Assets, assetRoutes, dressed } from './assets.ts'
import type { Config } from './config.ts'
import type { Content } from './content.ts'
import { createCounting, writtenEvery } from './counting.ts'
import { createCarryOut } from './handover/carry-out.ts'
import { createHandovers } from './handover/handovers.ts'
import { createLimit } from './limit.ts'
import { logger, logRequests } from './log.ts'
import { logoRoute } from './logo.ts'
import { metricsRoute } from './metrics.ts'
import { createAdmission } from './operator/admission.ts'
import { pageRoutes } from './pages/routes.ts'
import { createReports } from './reports.ts'
import type { Seal } from './seal.ts'
import { createHeaders, secure } from './security.ts'
import { createSharedLimits } from './shared-limit.ts'
import { createTalk } from './talk.ts'
import { closeSockets, longestFrame, longestPayload, websocketRoute } from './websocket.ts'

/** What the service is made of. Nothing here is global: two services can live in one process. */
export interface Parts {
  readonly config: Config
  readonly content: Content
  readonly seal: Seal
  readonly assets: Assets
  readonly storage: Storage
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number
  /** Time between two heartbeats of a socket, in milliseconds; half a minute where none is given. */
  readonly heartbeat?: number
}

/** Wires all doors of the service; the caller lets it listen. */
export async function createApp({
  config,
  content,
  seal,
  assets: built,
  storage,
  now,
  heartbeat,
}: Parts): Promise<FastifyInstance> {
  const assets = content.town ? dressed(built, content.town) : built
  const headersFor = createHeaders(config, assets)
  const languages = content.speeches.languages.map(({ lang }) => lang)
  const talk = createTalk(content, seal, now)
  const unreadable = (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const lang = negotiate(request.headers['accept-language'], languages)
    const status = error.statusCode ?? 400
    reply.status(status).headers(headersFor({}, status)).send(talk.error(lang, 'page.notFound'))
  }
  const app = fastify({
    logger: logger(config.logLevel),
    // Requests are logged in our own words, which name nobody.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustProxy,
    bodyLimit: longestFrame,
    routerOptions: { maxParamLength: 100 },
    // An address that can't be read meets no route, and so none of the hooks.
    frameworkErrors: unreadable,
    // Sockets are told to connect anew before the server stops taking requests.
    forceCloseConnections: 'idle',
  })
  const limit = createLimit(config.rateLimit, now)

  secure(app, headersFor)
  logRequests(app)
  // Pages that hold nothing of a person alone: the size of a compressed one could tell of what is in it.
  await app.register(compress, { globalDecompression: false, global: false })
  await app.register(formBody, { bodyLimit: longestFrame })
  await app.register(websocket, {
    // perMessageDeflate stays off: it costs 20 times the memory and 6 times the speed.
    options: { maxPayload: longestPayload, perMessageDeflate: false },
    preClose: done => {
      closeSockets(app)
      done()
    },
  })

  app.addHook('onRequest', async (request, reply) => {
    if (limit.allows(request.ip)) return
    const lang = negotiate(request.headers['accept-language'], languages)
    await reply.status(429).header('retry-after', '60').send(talk.error(lang, 'rate.limited'))
  })
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const lang = negotiate(request.headers['accept-language'], languages)
    const status = error.statusCode ?? 500
    if (status >= 500) request.log.error({ err: error }, 'request failed')
    const code = status >= 500 ? 'server.failed' : status === 413 ? 'frame.tooLarge' : 'frame.invalid'
    return reply.status(status >= 500 ? 500 : 400).send(talk.error(lang, code, 'body'))
  })

  let isClosing = false
  app.addHook('preClose', async () => {
    isClosing = true
  })
  app.get('/healthz', () => ({ status: 'ok' }))
  app.get('/readyz', (_, reply) =>
    reply.status(isClosing ? 503 : 200).send({ status: isClosing ? 'closing' : 'ok' }),
  )

  metricsRoute(app)
  const secret = config.secret ?? randomBytes(32).toString('base64url')
  const handovers = createHandovers({
    store: storage.handovers,
    tries: storage.tries,
    secret,
    previousSecret: config.previousSecret,
    now,
  })
  const counting = createCounting({ content, store: storage.tallies, now, log: app.log })
  const writing = setInterval(() => void counting.flush(), writtenEvery)
  writing.unref()
  app.addHook('onClose', async () => {
    clearInterval(writing)
    await counting.flush()
  })
  const carryOut = createCarryOut(talk, handovers, counting)
  const reports = createReports({ storage, offer: content.world.offer, secret, now })
  const { publicUrl } = config
  websocketRoute(app, { talk, carryOut, publicUrl, limit, languages, heartbeat })
  apiRoutes(app, { content, talk, carryOut, counting, reports, now, publicUrl })
  await assetRoutes(app, assets)
  if (assets.town?.logo) logoRoute(app, assets.town.logo)
  const limits = createSharedLimits(storage.tries, secret, now)
  const operator = config.operator && {
    admits: createAdmission(config.operator, limits),
    tallies: storage.tallies,
  }
  pageRoutes(app, { content, talk, carryOut, counting, assets, handovers, reports, operator, now })
  return app
}
