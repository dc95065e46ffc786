import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { factGroups } from '../../../flows/groups.ts'
import { countsShown, kindsByPart, kindsBySubject } from '../../counsel/counts-shown.ts'
import { dayInHesse } from '../../facts/day.ts'
import { topics } from '../../facts/topics.ts'
import type { Speech } from '../../i18n/speech.ts'
import type { TallyStore } from '../../storage/tallies.ts'
import type { Assets } from '../assets.ts'
import type { Content } from '../content.ts'
import type { Admits } from '../operator/admission.ts'
import { type Asked, partsOf, readAsked } from '../operator/asked.ts'
import { csv } from '../operator/csv.ts'
import { type OperatorView, operatorPage, operatorRows, refusedPage } from './operator-page.ts'

/** Who may see the counts, and where they are. */
export interface OperatorDoor {
  readonly admits: Admits
  readonly tallies: TallyStore
}

interface Doors {
  readonly content: Content
  readonly operator: OperatorDoor
  readonly now: () => number
  readonly at: (request: FastifyRequest) => Assets
  readonly spoken: (
    show: (speech: Speech, request: FastifyRequest, reply: FastifyReply) => unknown,
  ) => (request: FastifyRequest, reply: FastifyReply) => unknown
  readonly page: (reply: FastifyReply, body: string) => unknown
}

const questions = factGroups.flatMap(({ facts }) => facts)

/** The operator's page and its numbers as a file, for who brings the token. */
export function operatorRoutes(app: FastifyInstance, doors: Doors): void {
  const { content, operator, now, at, spoken, page } = doors
  const { speeches, kreise } = content
  const langs = speeches.languages.map(({ lang }) => lang)

  const partsIn = (asked: Asked): readonly string[] => {
    switch (asked.split) {
      case 'day':
      case 'month':
        return partsOf(asked, asked.split)
      case 'kreis':
        return [...kreise.map(({ ags }) => ags), '']
      case 'lang':
        return [...langs, '']
      case 'none':
        return ['']
      default:
        return asked.split satisfies never
    }
  }
  const look = async (asked: Asked): Promise<OperatorView> => {
    const { from, until, split } = asked
    const [bySubject, byPart, reports] = await Promise.all([
      operator.tallies.sums({ ...asked, kinds: kindsBySubject }, 'none'),
      operator.tallies.sums({ ...asked, kinds: kindsByPart }, split),
      operator.tallies.sums({ from, until, kinds: ['report'] }, 'none', 1),
    ])
    const tables = countsShown({ bySubject, byPart, reports }, { topics, questions, parts: partsIn(asked) })
    return { asked, tables }
  }
  /** Runs what is for the operator alone. */
  const admitted = (
    show: (speech: Speech, view: OperatorView, request: FastifyRequest, reply: FastifyReply) => unknown,
  ) =>
    spoken(async (speech, request, reply) => {
      reply.header('x-robots-tag', 'noindex, nofollow')
      const admitted = await operator.admits(request.headers.authorization, request.ip)
      if (admitted !== 'yes') {
        // Nothing of who tried, or with what, is logged.
        if (admitted !== 'none') request.log.warn({ admitted }, 'operator refused')
        if (admitted === 'tooMany' || admitted === 'busy') reply.status(429).header('retry-after', '60')
        else reply.status(401).header('www-authenticate', 'Basic realm="Hessenlotse", charset="UTF-8"')
        return page(reply, refusedPage(speeches, at(request), speech, admitted))
      }
      const known = { kreise: kreise.map(({ ags }) => ags), langs }
      const asked = readAsked(request.query, dayInHesse(now()).iso, known)
      if (asked.isBad) reply.status(400)
      return show(speech, await look(asked), request, reply)
    })

  app.get(
    '/:lang/operator',
    admitted((speech, view, request, reply) => page(reply, operatorPage(content, at(request), speech, view))),
  )
  app.get(
    '/:lang/operator/counts.csv',
    admitted((speech, view, _, reply) => {
      const { from, until } = view.asked
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="hessenlotse-${from}-${until}.csv"`)
        .send(csv(operatorRows(content, speech, view)))
    }),
  )
}
