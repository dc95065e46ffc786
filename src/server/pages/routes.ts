import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { eventOfForm } from '../../../widget/view/form.ts'
import type { Conversation } from '../../dialogue/conversation.ts'
import { dayInHesse } from '../../facts/day.ts'
import { factsOfPlace } from '../../facts/places.ts'
import { topicSchema } from '../../facts/topics.ts'
import { negotiate, serve } from '../../i18n/negotiate.ts'
import type { Speech } from '../../i18n/speech.ts'
import type { TurnMessage } from '../../render/message.ts'
import { emptyConversation } from '../../turn/step.ts'
import { readColour } from '../accent.ts'
import type { Assets } from '../assets.ts'
import type { Content } from '../content.ts'
import type { Counting } from '../counting.ts'
import { findOffers } from '../find-offers.ts'
import type { CarryOut } from '../handover/carry-out.ts'
import type { Handovers } from '../handover/handovers.ts'
import { originOf } from '../origin.ts'
import type { Reports } from '../reports.ts'
import type { Stepped, Talk } from '../talk.ts'
import { deskRoutes } from './desk-routes.ts'
import type { Door } from './door.ts'
import { handoverRoutes } from './handover-routes.ts'
import { type OperatorDoor, operatorRoutes } from './operator-routes.ts'
import { demoPage, errorPage } from './plain-pages.ts'
import { type Printed, printPage } from './print-page.ts'
import { publicRoutes } from './public-routes.ts'
import { reportRoutes } from './report-routes.ts'
import { type Searched, searchPage } from './search-page.ts'
import { talkPage } from './talk-page.ts'

interface Doors {
  readonly content: Content
  readonly talk: Talk
  readonly assets: Assets
  readonly handovers: Handovers
  readonly carryOut: CarryOut
  readonly reports: Reports
  readonly counting: Counting
  /** Who may see the counts, and where they are; nobody where none is named. */
  readonly operator: OperatorDoor | undefined
  readonly now: () => number
}

/** A form's fields: one value or several under a name. */
const formSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]))
/** What an embedding site sets; never an answer. */
const embedSchema = z.object({
  topics: z.string().max(200).exactOptional(),
  kreis: z.string().max(100).exactOptional(),
})

/** The colour of the site around the frame; one that can't be read is none. */
const lookSchema = z.object({ accent: z.string().transform(readColour).optional() })
const doorOf = (path: Door['path'], request: FastifyRequest): Door => ({
  path,
  accent: path === '' ? undefined : lookSchema.safeParse(request.query).data?.accent,
})

/** What the form of the search sends. */
const searchSchema = z.object({
  q: z.string().max(2000).default(''),
  place: z.string().max(100).default(''),
  topic: z.union([topicSchema, z.literal('')]).catch(''),
})
const noForm: Searched = { form: { query: '', place: '', topic: undefined } }
/** Offers on a page of the search. */
const foundOnPage = 10

/** The pages: a start, the talk, offers, privacy; each complete without JavaScript. */
export function pageRoutes(app: FastifyInstance, doors: Doors): void {
  const { content, talk, assets, handovers, carryOut, reports, counting, operator, now } = doors
  const { world, speeches, places } = content
  const languages = speeches.languages.map(({ lang }) => lang)
  const wished = (request: FastifyRequest) => negotiate(request.headers['accept-language'], languages)
  const page = (reply: FastifyReply, body: string) => reply.type('text/html; charset=utf-8').send(body)
  const year = () => new Date(now()).getUTCFullYear()

  /** Runs a page in the language of its path; a language that nobody speaks leads to the start. */
  const spoken =
    (show: (speech: Speech, request: FastifyRequest, reply: FastifyReply) => unknown) =>
    (request: FastifyRequest, reply: FastifyReply) => {
      const { lang } = z.object({ lang: z.string() }).parse(request.params)
      return languages.includes(lang) ? show(speeches.of(lang), request, reply) : notFound(request, reply)
    }
  const notFound = (request: FastifyRequest, reply: FastifyReply) => {
    const speech = speeches.of(wished(request))
    reply.status(404)
    return request.url.startsWith('/api/')
      ? reply.send(talk.error(speech.lang, 'page.notFound'))
      : page(reply, errorPage(speeches, assets, speech, speech.text('error.page.notFound')))
  }
  const toStart =
    (path: string, rest = '/') =>
    (request: FastifyRequest, reply: FastifyReply) =>
      reply
        .header('vary', 'accept-language')
        .redirect(`${path}/${wished(request)}${rest}${queryOf(request.url)}`)
  /** The files as people see them: where nobody said what the service's address is, it is the one that was asked. */
  const at = (request: FastifyRequest): Assets =>
    assets.origin === '' ? { ...assets, origin: originOf(undefined, request) } : assets
  const begin = (path: Door['path']) =>
    spoken((speech, request, reply) => {
      const { topics: chosen, kreis } = embedSchema.safeParse(request.query).data ?? {}
      const topics = chosen?.split(',').filter(topic => topic !== '') ?? content.town?.topics
      const wishes = {
        ...(topics !== undefined && { topics }),
        ...(kreis !== undefined && { kreis }),
      }
      const event = { type: 'start', lang: speech.lang }
      const first = talk.step(emptyConversation(speech.lang), { ...event, ...wishes })
      // A mistake of the embedding site must not keep a person from the service.
      const { message } =
        first.message.type === 'turn' ? first : talk.step(emptyConversation(speech.lang), event)
      if (message.type !== 'turn') throw new TypeError(`a conversation can't begin: ${message.code}`)
      return page(
        reply,
        talkPage(speeches, assets, speech, {
          turn: message,
          error: null,
          door: doorOf(path, request),
          isFirst: true,
          year: year(),
        }),
      )
    })

  const goOn = (path: Door['path']) =>
    spoken(async (speech, request, reply) => {
      const form = formSchema.safeParse(request.body)
      if (!form.success) return reply.status(400).send(talk.error(speech.lang, 'event.invalid', 'body'))
      const entries = Object.entries(form.data).flatMap(([name, values]) =>
        [values].flat().map((value): [string, string] => [name, value]),
      )
      const token = String(form.data['resume'] ?? '')
      const conversation = token === '' ? emptyConversation(speech.lang) : talk.resume(token, speech.lang)
      if ('code' in conversation)
        return page(reply.status(400), errorPage(speeches, assets, speech, conversation.text))
      const event = eventOfForm(entries)
      const stepped = await carryOut(talk.step(conversation, event), at(request).origin)
      const shown = afterStep(talk, event, stepped)
      if (shown.error !== null) reply.status(400)
      const now = speeches.of(shown.turn.lang)
      return page(
        reply,
        talkPage(speeches, assets, now, {
          ...shown,
          entered: shown.error === null ? [] : entries,
          door: doorOf(path, request),
          year: year(),
        }),
      )
    })

  const print = (path: Door['path']) =>
    spoken((speech, request, reply) => {
      const form = formSchema.safeParse(request.body)
      const conversation = talk.resume(String(form.data?.['resume'] ?? ''), speech.lang)
      if ('code' in conversation)
        return page(reply.status(400), errorPage(speeches, assets, speech, conversation.text))
      // The conversation knows its language, whatever page it began on.
      const own = speeches.of(conversation.lang)
      return page(
        reply,
        printPage(
          speeches,
          at(request),
          own,
          printed(conversation),
          dayInHesse(now()),
          doorOf(path, request),
        ),
      )
    })

  const searchView = (speech: Speech, searched: Searched) =>
    searchPage(speeches, assets, speech, searched, places, dayInHesse(now()))
  const search = (speech: Speech, request: FastifyRequest, reply: FastifyReply) => {
    const sent = searchSchema.safeParse(request.body)
    if (!sent.success) return reply.status(400).send(talk.error(speech.lang, 'event.invalid', 'body'))
    const { q: query, place, topic } = sent.data
    const form = { query, place, topic: topic === '' ? undefined : topic }
    const [where, ...others] = place.trim() === '' ? [] : world.gazetteer.resolve(place)
    if (place.trim() !== '' && !where) {
      reply.status(400)
      return page(reply, searchView(speech, { form, fault: speech.text('error.place.unknown') }))
    }
    // Of several places of a name the query is read for none: an offer too many is better than one too few.
    const facts = where && others.length === 0 ? factsOfPlace(where.ags) : {}
    const wish = { query, lang: speech.lang, topic: form.topic, facts, limit: foundOnPage }
    const outcome = findOffers(content, wish, dayInHesse(now()))
    counting.search({
      text: query,
      lang: speech.lang,
      facts,
      found: outcome.found.map(({ offer }) => offer),
      isOfDanger: outcome.danger !== undefined,
    })
    return page(reply, searchView(speech, { form, outcome }))
  }

  app.setNotFoundHandler(notFound)
  // A form of a foreign page does nothing here: it could bring somebody to hand over or to open what they don't know of.
  app.addHook('onRequest', async (request, reply) => {
    const isForeign = request.method === 'POST' && request.headers['sec-fetch-site'] === 'cross-site'
    if (!isForeign || request.url.startsWith('/api/')) return
    const speech = speeches.of(wished(request))
    await page(reply.status(403), errorPage(speeches, assets, speech, speech.text('error.site.foreign')))
  })
  /** The results of a conversation, in its language and in German. */
  const printed = (conversation: Conversation): Printed => {
    const results = (lang: string): TurnMessage => {
      const { message } = talk.step({ ...conversation, lang }, { type: 'results' })
      if (message.type !== 'turn') throw new TypeError(`results can't be shown: ${message.code}`)
      return message
    }
    return { own: results(speeches.of(conversation.lang).lang), german: results('de') }
  }
  deskRoutes(app, { content, talk, now, at, printed, spoken, page })
  app.get('/counsel/desk', toStart('', '/counsel/desk'))
  if (operator) {
    operatorRoutes(app, { content, operator, now, at, spoken, page })
    app.get('/operator', toStart('', '/operator'))
  }
  handoverRoutes(app, { content, talk, now, printed, handovers, carryOut, at, doorOf, spoken, page })
  app.get('/counsel', toStart('', '/counsel'))
  reportRoutes(app, { content, talk, reports, at, doorOf, spoken, page })
  app.post('/frame/:lang/print', { config: { framedBy: 'sites' } }, print('/frame'))
  app.post('/:lang/print', print(''))
  app.get('/', toStart(''))
  app.get('/demo', (request, reply) => page(reply, demoPage(speeches, assets, speeches.of(wished(request)))))
  app.get('/frame', { config: { framedBy: 'sites' } }, toStart('/frame'))
  app.get('/frame/', { config: { framedBy: 'sites' } }, toStart('/frame'))
  app.get('/frame/:lang', { config: { framedBy: 'sites' }, compress: {} }, begin('/frame'))
  app.get('/frame/:lang/', { config: { framedBy: 'sites' }, compress: {} }, begin('/frame'))
  app.post('/frame/:lang/talk', { config: { framedBy: 'sites' } }, goOn('/frame'))
  app.get('/:lang', { compress: {} }, begin(''))
  app.get('/:lang/', { compress: {} }, begin(''))
  app.get('/:lang/talk', (request, reply) =>
    reply.redirect(
      `/${serve(z.object({ lang: z.string() }).parse(request.params).lang, languages) ?? languages[0]}/`,
    ),
  )
  app.post('/:lang/talk', goOn(''))
  app.get(
    '/:lang/search',
    spoken((speech, _, reply) => page(reply, searchView(speech, noForm))),
  )
  app.post('/:lang/search', spoken(search))
  publicRoutes(app, { content, now, at, spoken, toStart, notFound, page })
}

/** What an embedding site has set goes along when the language is found. */
const queryOf = (url: string): string => (url.includes('?') ? url.slice(url.indexOf('?')) : '')

/** One step for a page that is drawn anew: what the step said, over the whole conversation. */
function afterStep(
  talk: Talk,
  event: { readonly type: string; readonly [field: string]: unknown },
  { conversation: after, message }: Stepped,
): { readonly turn: TurnMessage; readonly error: string | null } {
  if (message.type === 'turn' && event.type !== 'answer') return { turn: message, error: null }
  const whole = (again: object): TurnMessage => {
    const shown = talk.step(after, again).message
    if (shown.type !== 'turn') throw new TypeError(`a conversation can't be shown: ${shown.code}`)
    return shown
  }
  const here = { type: 'language', lang: after.lang }
  if (message.type === 'turn') {
    const { say, question, paused } = message
    return { turn: { ...whole(paused ? { type: 'results' } : here), say, question }, error: null }
  }
  // What is wrong is told beside the question that it was written for.
  const isChange =
    event.type === 'change' && after.answers.some(({ question }) => question === event['question'])
  const question = isChange ? whole({ type: 'revise', question: event['question'] }).question : undefined
  return { turn: { ...whole(here), ...(question && { question }) }, error: message.text }
}
