import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Speech } from '../../i18n/speech.ts'
import type { Assets } from '../assets.ts'
import type { Content } from '../content.ts'
import { type Reports, reasonSchema } from '../reports.ts'
import type { Talk } from '../talk.ts'
import type { Door } from './door.ts'
import { reportPage } from './report-page.ts'

/** What the routes share with those of the other pages. */
interface Doors {
  readonly content: Content
  readonly talk: Talk
  readonly reports: Reports
  readonly at: (request: FastifyRequest) => Assets
  readonly doorOf: (path: Door['path'], request: FastifyRequest) => Door
  readonly spoken: (
    show: (speech: Speech, request: FastifyRequest, reply: FastifyReply) => unknown,
  ) => (request: FastifyRequest, reply: FastifyReply) => unknown
  readonly page: (reply: FastifyReply, body: string) => unknown
}

/** What the form sends; what can't be read is missing. */
const sentSchema = z
  .object({
    offer: z.string().catch(''),
    reason: reasonSchema.optional().catch(undefined),
    resume: z.string().catch(''),
  })
  .catch({ offer: '', reason: undefined, resume: '' })

/** What is wrong with each kind of report that is not counted. */
const faults = {
  unknown: { status: 400, code: 'offer.unknown' },
  reason: { status: 400, code: 'event.invalid', field: 'reason' },
  tooMany: { status: 429, code: 'rate.limited' },
} as const

/** Takes reports that something is wrong with an offer, as a form, and leads back to where the person was. */
export function reportRoutes(app: FastifyInstance, doors: Doors): void {
  const { content, talk, reports, at, doorOf, spoken, page } = doors
  const take = (path: Door['path']) =>
    spoken(async (speech, request, reply) => {
      const { offer, reason, resume } = sentSchema.parse(request.body ?? {})
      const taken =
        reason === undefined ? ('reason' as const) : await reports.take({ offer, reason }, request.ip)
      const fault = taken === 'counted' ? undefined : faults[taken]
      if (fault) reply.status(fault.status)
      if (taken === 'tooMany') reply.header('retry-after', '60')
      const shown = {
        ...(fault && {
          fault: talk.error(speech.lang, fault.code, 'field' in fault ? fault.field : undefined).text,
        }),
        offer: content.world.offer(offer)?.id,
        resume,
        door: doorOf(path, request),
      }
      return page(reply, reportPage(content.speeches, at(request), speech, shown))
    })
  app.post('/:lang/report', take(''))
  app.post('/frame/:lang/report', { config: { framedBy: 'sites' } }, take('/frame'))
}
