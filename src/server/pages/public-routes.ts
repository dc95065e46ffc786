import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { RuledOffer } from '../../catalogue/offer.ts'
import { dayInHesse } from '../../facts/day.ts'
import { topicSchema, topics } from '../../facts/topics.ts'
import type { Speech } from '../../i18n/speech.ts'
import type { OfferMessage } from '../../render/message.ts'
import { callable, wholeOffer } from '../../render/offer.ts'
import { dangerKinds } from '../../search/danger.ts'
import { accentSheet, readColour } from '../accent.ts'
import type { Assets } from '../assets.ts'
import type { Content } from '../content.ts'
import { type Embedding, embedPage, positions } from './embed-page.ts'
import { offerPage, offersPage } from './offer-pages.ts'
import { offlinePage } from './offline-page.ts'
import { accessibilityPage, demoPage, tracesPage } from './plain-pages.ts'
import { privacyPage } from './privacy-page.ts'
import { publicPaths, robots, sitemap, webManifest } from './site-files.ts'
import { topicPage, topicsPage } from './topic-pages.ts'
import { translationPage } from './translation-page.ts'
import { viewWords } from './words.ts'

type Handler = (request: FastifyRequest, reply: FastifyReply) => unknown

/** What the routes share with those of the other pages. */
interface Doors {
  readonly content: Content
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number
  /** The files as people see them. */
  readonly at: (request: FastifyRequest) => Assets
  /** Runs a page in the language of its path. */
  readonly spoken: (
    show: (speech: Speech, request: FastifyRequest, reply: FastifyReply) => unknown,
  ) => Handler
  /** Leads to a page in the language of the browser. */
  readonly toStart: (path: string, rest?: string) => Handler
  readonly notFound: Handler
  readonly page: (reply: FastifyReply, body: string) => unknown
}

/** Pages that hold nothing of a person: they may be kept for a while, and are sent small. */
const publicPage = { config: { cache: 'public, max-age=300' }, compress: {} }

/** Pages and files that are the same for everybody: offers, topics, help without a network, about the service, for web teams. */
export function publicRoutes(app: FastifyInstance, doors: Doors): void {
  const { content, now, at, spoken, toStart, notFound, page } = doors
  const { world, speeches, places } = content
  const languages = speeches.languages.map(({ lang }) => lang)
  const wholes = (speech: Speech, isWanted: (offer: RuledOffer) => boolean): readonly OfferMessage[] =>
    world.offers
      .filter(isWanted)
      .map(offer => wholeOffer(speech, offer, undefined, {}, places, dayInHesse(now())))

  app.get('/accent/:file', { config: { cache: 'public, max-age=86400' } }, (request, reply) => {
    const { file } = z.object({ file: z.string() }).parse(request.params)
    const colour = readColour(/^(\w+)\.css$/.exec(file)?.[1] ?? '')
    return colour ? reply.type('text/css; charset=utf-8').send(accentSheet(colour)) : notFound(request, reply)
  })
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
      spoken((speech, request, reply) =>
        page(reply, translationPage(speeches, at(request), speech, content.awaiting(speech.lang), part)),
      ),
    )
  app.get(
    '/:lang/demo',
    publicPage,
    spoken((speech, request, reply) => page(reply, demoPage(speeches, at(request), speech))),
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
