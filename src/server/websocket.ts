import type { FastifyInstance } from 'fastify'
import type { WebSocket } from 'ws'
import { negotiate } from '../i18n/negotiate.ts'
import { emptyConversation } from '../turn/step.ts'
import type { CarryOut } from './handover/carry-out.ts'
import type { Limit } from './limit.ts'
import { originOf } from './origin.ts'
import type { Talk } from './talk.ts'

/** Longest frame that is read, in bytes; longer ones are answered with an error. */
export const longestFrame = 32 * 1024
/** Longest frame that is taken in at all, in bytes; beyond it the connection is closed. */
export const longestPayload = 2 * 1024 * 1024
/** What may wait to be sent to a slow reader, in bytes, before it is let go. */
const longestQueue = 1024 * 1024
/** Time between two heartbeats, in milliseconds, where none is given. */
const usualHeartbeat = 30_000

interface Doors {
  readonly talk: Talk
  readonly carryOut: CarryOut
  readonly publicUrl: string | undefined
  readonly limit: Limit
  readonly languages: readonly string[]
  /** Time between two heartbeats, in milliseconds; a socket that misses one is let go at the next. */
  readonly heartbeat?: number | undefined
}

/** The WebSocket door: one event a text frame, one turn or error back, in order. */
export function websocketRoute(app: FastifyInstance, doors: Doors): void {
  const { talk, carryOut, publicUrl, limit, languages, heartbeat = usualHeartbeat } = doors
  const alive = new WeakMap<WebSocket, boolean>()

  app.get('/ws', { websocket: true }, (socket, request) => {
    // Everything that listens is attached before anything is awaited, so that no message is lost.
    let conversation = emptyConversation(negotiate(request.headers['accept-language'], languages))
    const address = request.ip
    const origin = originOf(publicUrl, request)
    /** Steps are taken one after the other, also where one has to wait for the database. */
    let before = Promise.resolve()
    alive.set(socket, true)

    const send = (message: object) => {
      if (socket.bufferedAmount > longestQueue) socket.terminate()
      else socket.send(JSON.stringify(message))
    }
    const fail = (code: string) => send(talk.error(conversation.lang, code))

    const take = async (event: unknown) => {
      try {
        const stepped = await carryOut(talk.step(conversation, event), origin)
        conversation = stepped.conversation
        send(stepped.message)
      } catch (error) {
        request.log.error({ err: error }, 'step failed')
        fail('server.failed')
      }
    }

    socket.on('pong', () => alive.set(socket, true))
    socket.on('error', () => socket.terminate())
    socket.on('message', (data: Buffer, isBinary: boolean) => {
      alive.set(socket, true)
      if (!limit.allows(address)) return fail('rate.limited')
      if (isBinary) return fail('frame.binary')
      if (data.length > longestFrame) return fail('frame.tooLarge')
      const event = parseJson(data.toString('utf8'))
      if (event === undefined) return fail('frame.invalid')
      before = before.then(() => take(event))
    })
  })

  const beat = setInterval(() => {
    for (const socket of app.websocketServer.clients) {
      if (alive.get(socket) === false) socket.terminate()
      else {
        alive.set(socket, false)
        socket.ping()
      }
    }
  }, heartbeat)
  beat.unref()
  app.addHook('onClose', () => clearInterval(beat))
}

/** Tells every open page to connect anew: the server goes away, the answers do not. */
export function closeSockets(app: FastifyInstance): void {
  for (const socket of app.websocketServer.clients) socket.close(1012, 'restart')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
