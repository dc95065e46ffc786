import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { eventOfForm } from '../../../widget/view/form.ts'
import type { RuledOffer } from '../../catalogue/offer.ts'
import type { Conversation } from '../../dialogue/conversation.ts'
import { dayInHesse } from '../../facts/day.ts'
import { factsOfPlace } from '../../facts/places.ts'
import { topicSchema, topics } from '../../facts/topics.ts'
import { negotiate, serve } from '../../i18n/negotiate.ts'
import type { Speech } from '../../i18n/speech.ts'
import type { OfferMessage, TurnMessage } from '../../render/message.ts'
import { callable, wholeOffer } from '../../render/offer.ts'
import { dangerKinds } from '../../search/danger.ts'
import { emptyConversation } from '../../turn/step.ts'
import { accentSheet, readColour } from '../accent.ts'
import type { Assets } from '../assets.ts'
import type { Content } from '../content.ts'
import { findOffers } from '../find-offers.ts'
import type { Handovers } from '../handover/handovers.ts'
import type { Talk } from '../talk.ts'
import type { Door } from './door.ts'
import { type Embedding, embedPage, positions } from './embed-page.ts'
import { handoverRoutes } from './handover-routes.ts'
import { offerPage, offersPage } from './offer-pages.ts'
import { offlinePage } from './offline-page.ts'
import { accessibilityPage, demoPage, errorPage, privacyPage, tracesPage } from './plain-pages.ts'
import { printPage } from './print-page.ts'
import { type Searched, searchPage } from './search-page.ts'
import { publicPaths, robots, sitemap, webManifest } from './site-files.ts'
import { talkPage } from './talk-page.ts'
import { topicPage, topicsPage } from './topic-pages.ts'
import { translationPage } from './translation-page.ts'
import { viewWords } from './words.ts'

interface Doors {
  readonly content: Content
  readonly talk: Talk
  readonly assets: Assets
  readonly handovers: Handovers
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
export function pageRoutes(app: FastifyInstance, { content, talk, assets, handovers, now }: Doors): void {
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
    assets.origin === '' ? { ...assets, origin: `${request.protocol}://${request.host}` } : assets
  const wholes = (speech: Speech, isWanted: (offer: RuledOffer) => boolean): readonly OfferMessage[] =>
    world.offers
      .filter(isWanted)
      .map(offer => wholeOffer(speech, offer, undefined, {}, places, dayInHesse(now())))

  const begin = (path: Door['path']) =>
    spoken((speech, request, reply) => {
      const { topics, kreis } = embedSchema.safeParse(request.query).data ?? {}
      const wishes = {
        ...(topics !== undefined && { topics: topics.split(',').filter(topic => topic !== '') }),
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
          year: year(),
        }),
      )
    })

  const goOn = (path: Door['path']) =>
    spoken((speech, request, reply) => {
      const form = formSchema.safeParse(request.body)
      if (!form.success) return reply.status(400).send(talk.error(speech.lang, 'event.invalid', 'body'))
      const entries = Object.entries(form.data).flatMap(([name, values]) =>
        [values].flat().map((value): [string, string] => [name, value]),
      )
      const token = String(form.data['resume'] ?? '')
      const conversation = token === '' ? emptyConversation(speech.lang) : talk.resume(token, speech.lang)
      if ('code' in conversation)
        return page(reply.status(400), errorPage(speeches, assets, speech, conversation.text))
      const shown = stepOnPage(talk, conversation, eventOfForm(entries))
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
      const results = (lang: string): TurnMessage => {
        const { message } = talk.step({ ...conversation, lang }, { type: 'results' })
        if (message.type !== 'turn') throw new TypeError(`results can't be shown: ${message.code}`)
        return message
      }
      const printed = { own: results(own.lang), german: results('de') }
      return page(
        reply,
        printPage(speeches, at(request), own, printed, dayInHesse(now()), doorOf(path, request)),
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
    return page(reply, searchView(speech, { form, outcome }))
  }

  app.setNotFoundHandler(notFound)
  handoverRoutes(app, { content, talk, handovers, at, doorOf, spoken, page })
  app.get('/counsel', toStart('', '/counsel'))
  app.get('/accent/:file', { config: { cache: 'public, max-age=86400' } }, (request, reply) => {
    const { file } = z.object({ file: z.string() }).parse(request.params)
    const colour = readColour(/^(\w+)\.css$/.exec(file)?.[1] ?? '')
    return colour ? reply.type('text/css; charset=utf-8').send(accentSheet(colour)) : notFound(request, reply)
  })
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
  app.get(
    '/:lang/offers',
    publicPage,
    spoken((speech, request, reply) => page(reply, offersPage(speeches, at(request), speech, world.offers))),
  )
  app.get(
    '/:lang/offers/:id',
    publicPage,
    spoken((speech, request, reply) => {
      const offer = world.offer(z.object({ id: z.string() }).parse(request.params).id)
      return offer
        ? page(reply, offerPage(speeches, at(request), speech, offer, places, dayInHesse(now())))
        : notFound(request, reply)
    }),
  )
  for (const [path, show] of [
    ['privacy', privacyPage],
    ['traces', tracesPage],
    ['accessibility', accessibilityPage],
    ['topics', topicsPage],
  ] as const)
    app.get(
      `/:lang/${path}`,
      publicPage,
      spoken((speech, request, reply) => page(reply, show(speeches, at(request), speech))),
    )
  app.get(
    '/:lang/topics/:topic',
    publicPage,
    spoken((speech, request, reply) => {
      const topic = z.object({ topic: topicSchema }).safeParse(request.params).data?.topic
      if (topic === undefined) return notFound(request, reply)
      const offers = wholes(speech, ({ topics }) => topics.includes(topic))
      return page(reply, topicPage(speeches, at(request), speech, topic, offers))
    }),
  )
  app.get(
    '/:lang/offline',
    publicPage,
    spoken((speech, request, reply) => {
      const lines = [...new Set(dangerKinds.flatMap(kind => world.dangerLines(kind)))]
      const help = lines.flatMap(id => {
        const offer = world.offer(id)
        return offer ? callable(speech, offer, {}, places) : []
      })
      return page(
        reply,
        offlinePage(speeches, at(request), speech, { help, offers: wholes(speech, isThere) }),
      )
    }),
  )
  app.get(
    '/:lang/app.webmanifest',
    publicPage,
    spoken((speech, _, reply) => reply.type('application/manifest+json').send(webManifest(speech))),
  )
  app.get('/embed', toStart('', '/embed'))
  app.get(
    '/:lang/embed',
    publicPage,
    spoken((speech, request, reply) =>
      page(
        reply,
        embedPage(speeches, at(request), speech, embeddingOf(request.query, languages), content.kreise),
      ),
    ),
  )
  app.get('/robots.txt', publicPage, (request, reply) =>
    reply.type('text/plain; charset=utf-8').send(robots(at(request).origin)),
  )
  app.get('/sitemap.xml', publicPage, (request, reply) =>
    reply.type('application/xml; charset=utf-8').send(
      sitemap(
        at(request).origin,
        languages,
        publicPaths(
          world.offers.filter(isThere).map(({ id }) => id),
          topics,
        ),
      ),
    ),
  )
  for (const [path, part] of [
    ['/:lang/translation', 'first'],
    ['/:lang/translation/all', 'all'],
  ] as const)
    app.get(
      path,
      publicPage,
      spoken((speech, _, reply) =>
        page(reply, translationPage(speeches, assets, speech, content.awaiting(speech.lang), part)),
      ),
    )
  app.get(
    '/:lang/demo',
    publicPage,
    spoken((speech, _, reply) => page(reply, demoPage(speeches, assets, speech))),
  )
  app.get(
    '/:lang/words.json',
    publicPage,
    spoken((speech, _, reply) => reply.send(viewWords(speech, speeches.of('de')))),
  )
}

/** Whether an offer is there to be had. */
const isThere = ({ status }: RuledOffer): boolean => status !== 'ended'

/** What a web team chose in the form; what can't be is as if it had not been chosen. */
const embeddingSchema = z.object({
  lang: z.string().catch(''),
  kreis: z.string().catch(''),
  topics: z.preprocess(value => (value === undefined ? [] : [value].flat()), z.array(topicSchema)).catch([]),
  position: z.enum(positions).catch('inline'),
  accent: z.string().max(20).catch(''),
})
function embeddingOf(query: unknown, languages: readonly string[]): Embedding {
  const { lang, kreis, topics: chosen, position, accent } = embeddingSchema.parse(query ?? {})
  const colour = readColour(accent)
  return {
    lang: languages.includes(lang) ? lang : undefined,
    kreis: /^06\d{3}$/.test(kreis) ? kreis : undefined,
    topics: chosen,
    position,
    accent: colour,
    badAccent: colour === undefined && accent.trim() !== '' ? accent : undefined,
  }
}

/** What an embedding site has set goes along when the language is found. */
const queryOf = (url: string): string => (url.includes('?') ? url.slice(url.indexOf('?')) : '')

/** Pages that hold nothing of a person: they may be kept for a while, and are sent small. */
const publicPage = { config: { cache: 'public, max-age=300' }, compress: {} }

/** One step for a page that is drawn anew: what the step said, over the whole conversation. */
function stepOnPage(
  talk: Talk,
  conversation: Conversation,
  event: { readonly type: string; readonly [field: string]: unknown },
): { readonly turn: TurnMessage; readonly error: string | null } {
  const { conversation: after, message } = talk.step(conversation, event)
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
