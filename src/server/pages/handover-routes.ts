import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { entriesOf } from '../../counsel/taken-down.ts'
import type { Conversation } from '../../dialogue/conversation.ts'
import { isQuestionId } from '../../dialogue/question.ts'
import { dayInHesse } from '../../facts/day.ts'
import type { Speech } from '../../i18n/speech.ts'
import type { TurnMessage } from '../../render/message.ts'
import { wholeOffer } from '../../render/offer.ts'
import { evaluate } from '../../rules/evaluate.ts'
import type { Assets } from '../assets.ts'
import type { Content } from '../content.ts'
import type { CarryOut } from '../handover/carry-out.ts'
import type { Handovers } from '../handover/handovers.ts'
import type { Talk } from '../talk.ts'
import { deskFields } from './desk-sheet.ts'
import type { Door } from './door.ts'
import { counselPage, madePage, pickPage } from './handover-pages.ts'
import { errorPage } from './plain-pages.ts'
import type { Printed } from './print-page.ts'
import { sharedPage } from './shared-page.ts'

/** What the routes share with those of the other pages. */
interface Doors {
  readonly content: Content
  readonly talk: Talk
  readonly handovers: Handovers
  readonly carryOut: CarryOut
  readonly now: () => number
  /** The results of a conversation in its language and in German. */
  readonly printed: (conversation: Conversation) => Printed
  /** The files as people see them. */
  readonly at: (request: FastifyRequest) => Assets
  readonly doorOf: (path: Door['path'], request: FastifyRequest) => Door
  /** Runs a page in the language of its path. */
  readonly spoken: (
    show: (speech: Speech, request: FastifyRequest, reply: FastifyReply) => unknown,
  ) => (request: FastifyRequest, reply: FastifyReply) => unknown
  readonly page: (reply: FastifyReply, body: string) => unknown
}

const pickedSchema = z.object({
  resume: z.string().max(16_384),
  share: z.preprocess(value => (value === undefined ? [] : [value].flat()), z.array(z.string()).max(64)),
})
const madeSchema = z.object({
  resume: z.string().max(16_384),
  code: z.string().max(60),
  ends: z.coerce.number().int().min(0).max(8.64e15),
})
const typedSchema = z.object({ code: z.string().max(200).catch('') })

/** Hand-over: the person's pages, in the frame as well, and the counsellor's. Codes and answers go in bodies alone. */
export function handoverRoutes(app: FastifyInstance, doors: Doors): void {
  const { content, talk, handovers, carryOut, now, printed, at, doorOf, spoken, page } = doors
  const { speeches, world } = content

  const resultsOf = (conversation: Conversation, lang: string): TurnMessage => {
    const { message } = talk.step({ ...conversation, lang }, { type: 'results' })
    if (message.type !== 'turn') throw new TypeError(`results can't be shown: ${message.code}`)
    return message
  }
  const isSensitive = (question: string) => isQuestionId(question) && world.sensitive.has(question)
  /** Runs a step with the conversation of the form; without one the person begins anew. */
  const withTalk =
    (
      show: (
        speech: Speech,
        conversation: Conversation,
        request: FastifyRequest,
        reply: FastifyReply,
      ) => unknown,
    ) =>
    (speech: Speech, request: FastifyRequest, reply: FastifyReply) => {
      const { resume } = z
        .object({ resume: z.string().catch('') })
        .catch({ resume: '' })
        .parse(request.body)
      const conversation = talk.resume(resume, speech.lang)
      return 'code' in conversation
        ? page(reply.status(400), errorPage(speeches, at(request), speech, conversation.text))
        : show(speeches.of(conversation.lang), conversation, request, reply)
    }

  for (const path of ['', '/frame'] as const) {
    const config = path === '' ? {} : { framedBy: 'sites' as const }
    app.post(
      `${path}/:lang/handover`,
      { config },
      spoken(
        withTalk((speech, conversation, request, reply) => {
          const turn = resultsOf(conversation, speech.lang)
          const shown = { turn, isSensitive, door: doorOf(path, request) }
          return page(reply, pickPage(speeches, at(request), speech, shown))
        }),
      ),
    )
    app.post(
      `${path}/:lang/handover/make`,
      { config },
      spoken(
        withTalk(async (speech, conversation, request, reply) => {
          const { share } = pickedSchema.catch({ resume: '', share: [] }).parse(request.body)
          const door = doorOf(path, request)
          const turn = resultsOf(conversation, speech.lang)
          const again = (fault: 'nothing' | 'busy', status: number) =>
            page(
              reply.status(status),
              pickPage(speeches, at(request), speech, { turn, isSensitive, fault, door }),
            )
          const wished = talk.step(conversation, { type: 'handover', facts: share.filter(isQuestionId) })
          const { message } = await carryOut(wished, at(request).origin)
          if (message.type === 'error')
            return message.code === 'handover.busy' ? again('busy', 503) : again('nothing', 400)
          const { resume, handover } = message
          if (!handover) throw new TypeError('a hand-over was not made')
          const made = { code: handover.code, ends: Date.parse(handover.expires) }
          const standing = { ends: made.ends, opened: undefined }
          return page(reply, madePage(speeches, at(request), speech, { made, standing, resume, door }))
        }),
      ),
    )
    for (const does of ['look', 'end'] as const)
      app.post(
        `${path}/:lang/handover/${does}`,
        { config },
        spoken(
          withTalk(async (speech, _, request, reply) => {
            const sent = madeSchema.safeParse(request.body)
            if (!sent.success) return reply.status(400).send(talk.error(speech.lang, 'event.invalid', 'code'))
            const { code, ends, resume } = sent.data
            const ended = does === 'end' ? await handovers.end(code, request.ip) : true
            const standing = ended === true ? await handovers.standing(code, request.ip) : ended
            const shown = { made: { code, ends }, standing, resume, door: doorOf(path, request) }
            return page(reply, madePage(speeches, at(request), speech, shown))
          }),
        ),
      )
  }

  app.get(
    '/:lang/counsel',
    spoken((speech, request, reply) => page(reply, counselPage(speeches, at(request), speech))),
  )
  app.post(
    '/:lang/counsel',
    spoken(async (speech, request, reply) => {
      const { code } = typedSchema.catch({ code: '' }).parse(request.body)
      const opened = await handovers.open(code, request.ip)
      if (typeof opened === 'string') {
        const status = opened === 'tooMany' ? 429 : opened === 'busy' ? 503 : 400
        const shown = { typed: code, fault: opened }
        return page(reply.status(status), counselPage(speeches, at(request), speech, shown))
      }
      const results = printed(opened)
      const { facts, offers, lang } = results.own
      const today = dayInHesse(now())
      const judged = offers.flatMap(({ id }) => {
        const offer = world.offer(id)
        if (!offer) return []
        const verdict = evaluate(offer.rule, facts, today)
        const whole = (each: string) =>
          wholeOffer(speeches.of(each), offer, verdict, facts, content.places, today)
        return [{ own: whole(lang), german: whole('de') }]
      })
      const fields = deskFields(entriesOf(facts, world.gazetteer), { own: lang })
      return page(
        reply,
        sharedPage(speeches, at(request), speech, { printed: results, offers: judged, fields }),
      )
    }),
  )
}
