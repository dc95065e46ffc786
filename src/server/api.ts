import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { negotiate } from '../i18n/negotiate.ts'
import { type ErrorMessage, errorSchema, turnSchema } from '../render/message.ts'
import { eventSchema } from '../turn/event.ts'
import { emptyConversation } from '../turn/step.ts'
import type { Content } from './content.ts'
import type { Counting } from './counting.ts'
import type { CarryOut } from './handover/carry-out.ts'
import { lookUps } from './look-ups.ts'
import { openApi } from './openapi.ts'
import { originOf } from './origin.ts'
import { reportRoute } from './report-route.ts'
import type { Reports } from './reports.ts'
import { type ApiAnswer, type ApiRoute, apiBase, fieldName, ok, route } from './route.ts'
import type { Talk } from './talk.ts'

interface Doors {
  readonly content: Content
  readonly talk: Talk
  readonly carryOut: CarryOut
  readonly reports: Reports
  readonly counting: Counting
  readonly now: () => number
  readonly publicUrl: string | undefined
}

/** Registers the HTTP API: the same step as the WebSocket, and look-ups that need no conversation. */
export function apiRoutes(app: FastifyInstance, doors: Doors): void {
  const spoken = doors.content.speeches.languages.map(({ lang }) => lang)
  const routes = [
    turnRoute(doors, spoken),
    ...lookUps(doors.content, doors.counting, doors.now),
    reportRoute(doors.content.speeches, doors.reports),
  ]
  for (const { method, url, handle } of routes) {
    app.route({
      method,
      url,
      async handler(request, reply) {
        const lang = negotiate(request.headers['accept-language'], spoken)
        // What a POST carries in its address would stand in logs: it is refused, not read.
        const [strange] = method === 'POST' ? Object.keys(asRecord(request.query)) : []
        const answer: ApiAnswer =
          strange === undefined
            ? await handle(inputOf(request), request)
            : { ok: false, status: 400, code: 'event.invalid', field: fieldName(strange) }
        return send(reply, answer, doors.talk, lang)
      },
    })
  }
  const document = openApi(routes, doors.publicUrl)
  app.get('/api/openapi.json', () => document)
  const messages = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Messages of a conversation: events go in, turns and errors come out',
    $defs: {
      event: z.toJSONSchema(eventSchema),
      turn: z.toJSONSchema(turnSchema),
      error: z.toJSONSchema(errorSchema),
    },
  }
  app.get(`${apiBase}/messages.schema.json`, () => messages)
}

/** What a call brings: path parameters with the query of a GET or the body of a POST. */
function inputOf({ method, params, query, body }: FastifyRequest): unknown {
  if (method === 'GET') return { ...asRecord(query), ...asRecord(params) }
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body)
  return isObject ? { ...body, ...asRecord(params) } : body
}

const asRecord = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {})

function send(reply: FastifyReply, answer: ApiAnswer, talk: Talk, lang: string): unknown {
  if (answer.ok) return answer.body
  reply.status(answer.status)
  if (answer.status === 429) reply.header('retry-after', '60')
  const { code, field, text } = answer
  if (text === undefined) return talk.error(answer.lang ?? lang, code, field)
  return { type: 'error', code, text, ...(field !== undefined && { field }) } satisfies ErrorMessage
}

function turnRoute({ talk, carryOut, publicUrl }: Doors, spoken: readonly string[]): ApiRoute {
  return route({
    method: 'POST',
    url: `${apiBase}/turn`,
    summary: 'One step of a conversation. Stateless: the answers travel in the resume token.',
    input: z.strictObject({ resume: z.string().exactOptional(), event: z.unknown() }),
    response: turnSchema,
    async handle({ resume, event }, request) {
      const lang = negotiate(request.headers['accept-language'], spoken)
      const conversation = resume === undefined ? emptyConversation(lang) : talk.resume(resume, lang)
      if ('code' in conversation) return { ok: false, status: 400, code: conversation.code, field: 'resume' }
      const { message } = await carryOut(talk.step(conversation, event), originOf(publicUrl, request))
      if (message.type === 'turn') return ok(message)
      const field = message.field === undefined ? {} : { field: message.field }
      return { ok: false, status: 400, code: message.code, text: message.text, ...field }
    },
  })
}
