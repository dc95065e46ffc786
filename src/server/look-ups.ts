import { z } from 'zod'
import type { RuledOffer } from '../catalogue/offer.ts'
import { dayInHesse } from '../facts/day.ts'
import { factsOfPlace } from '../facts/places.ts'
import { type Facts, factNames, factsSchema } from '../facts/schema.ts'
import { type Topic, topicSchema } from '../facts/topics.ts'
import { serve } from '../i18n/negotiate.ts'
import type { Speech } from '../i18n/speech.ts'
import { offerSchema } from '../render/message.ts'
import { wholeOffer } from '../render/offer.ts'
import { evaluate } from '../rules/evaluate.ts'
import { nextBestFact } from '../rules/next-fact.ts'
import type { Content } from './content.ts'
import type { Counting } from './counting.ts'
import { findOffers, isThere } from './find-offers.ts'
import { type ApiAnswer, type ApiFault, type ApiRoute, apiBase, ok, route } from './route.ts'

const defaultResults = 10
const defaultSuggestions = 6
const mostResults = 50

/** The look-ups that need no conversation. `now` is the clock, in milliseconds since 1970. */
export function lookUps(
  content: Content,
  counting: Pick<Counting, 'search'>,
  now: () => number,
): readonly ApiRoute[] {
  const { world, speeches, places } = content
  const spoken = speeches.languages.map(({ lang: code }) => code)
  const lang = z.string().max(35).exactOptional()
  const limit = z.coerce.number().int().min(1).max(mostResults).exactOptional()
  const placeText = z.string().max(200).exactOptional()

  /** The speech of a tag, or the fault that names the field. */
  const speechOf = (tag: string | undefined): Speech | ApiFault => {
    const code = tag === undefined ? spoken[0] : serve(tag, spoken)
    return code === undefined
      ? { ok: false, status: 400, code: 'language.unknown', field: 'lang' }
      : speeches.of(code)
  }
  const factsAt = (kreis: string | undefined): Facts | ApiFault => {
    if (kreis === undefined) return {}
    const [place] = world.gazetteer.resolve(kreis)
    return place ? factsOfPlace(place.ags) : { ok: false, status: 400, code: 'place.unknown', field: 'kreis' }
  }
  const isFault = (value: object): value is ApiFault => 'ok' in value

  const searchInput = z.strictObject({
    q: z.string().max(2000),
    lang,
    kreis: placeText,
    topic: topicSchema.exactOptional(),
    limit,
  })
  const searchResult = z.strictObject({
    query: z.string(),
    lang: z.string(),
    results: z.array(offerSchema),
    crisis: z.strictObject({ kind: z.string(), offers: z.array(z.string()) }).nullable(),
    /** Whether the first results plainly are what was looked for; else they are what may have been meant. */
    sure: z.boolean(),
    /** The query as it was read, where mistyped words were put right. */
    meant: z.string().nullable(),
    /** The questions whose answers tell most about the results, the best first. */
    questions: z.array(z.strictObject({ fact: z.enum(factNames), text: z.string() })),
  })
  const search = (input: z.infer<typeof searchInput>): ApiAnswer => {
    const speech = speechOf(input.lang)
    const given = factsAt(input.kreis)
    if ('ok' in speech) return speech
    if (isFault(given)) return given
    const today = dayInHesse(now())
    const { found, danger, isSure, meant, facts, nextFacts } = findOffers(
      content,
      {
        query: input.q,
        lang: speech.lang,
        topic: input.topic,
        facts: given,
        limit: input.limit ?? defaultResults,
      },
      today,
    )
    counting.search({
      text: input.q,
      lang: speech.lang,
      facts: given,
      found: found.map(({ offer }) => offer),
      isOfDanger: danger !== undefined,
    })
    return ok({
      query: input.q,
      lang: speech.lang,
      results: found.map(({ offer, score }) => ({
        ...wholeOffer(speech, offer, undefined, facts, places, today),
        score: Math.round(score * 1000) / 1000,
      })),
      crisis: danger ? { kind: danger.kind, offers: [...danger.offers] } : null,
      sure: isSure,
      meant: meant ?? null,
      questions: nextFacts.map(fact => ({ fact, text: speech.text(`questions:${fact}.text`) })),
    })
  }

  return [
    route({
      method: 'GET',
      url: `${apiBase}/search`,
      summary: 'Offers for a text in any language; dangers are recognised first.',
      input: searchInput,
      response: searchResult,
      handle: search,
    }),
    route({
      method: 'POST',
      url: `${apiBase}/search`,
      summary: 'The same, with the words in the body, so that they stand in no log.',
      input: searchInput,
      response: searchResult,
      handle: search,
    }),
    route({
      method: 'POST',
      url: `${apiBase}/suggestions`,
      summary:
        'What somebody may be typing: titles and words by which offers are found, in their language and German.',
      input: z.strictObject({ q: z.string().max(200), lang, limit }),
      response: z.strictObject({
        suggestions: z.array(z.strictObject({ text: z.string(), offer: z.string() })),
      }),
      handle({ q, lang: tag, limit: most }) {
        const speech = speechOf(tag)
        if ('ok' in speech) return speech
        return ok({ suggestions: content.suggest(q, speech.lang, most ?? defaultSuggestions) })
      },
    }),
    route({
      method: 'POST',
      url: `${apiBase}/eligibility`,
      summary:
        'Every offer with its verdict on the facts given, and the fact that can decide most of what is open.',
      input: z.strictObject({ facts: factsSchema, topics: z.array(topicSchema).exactOptional(), lang }),
      response: z.strictObject({ offers: z.array(offerSchema), nextQuestion: z.enum(factNames).nullable() }),
      handle({ facts: given, topics, lang: tag }) {
        const speech = speechOf(tag)
        if ('ok' in speech) return speech
        const facts: Facts =
          given.gemeinde === undefined ? given : { ...factsOfPlace(given.gemeinde), ...given }
        const today = dayInHesse(now())
        const judged = world.offers.map(offer => ({ offer, verdict: evaluate(offer.rule, facts, today) }))
        const open = judged.flatMap(({ offer, verdict }) =>
          verdict.verdict === 'undetermined' && offer.status !== 'ended' && concerns(offer, topics)
            ? [verdict]
            : [],
        )
        return ok({
          offers: judged.map(({ offer, verdict }) =>
            wholeOffer(speech, offer, verdict, facts, places, today),
          ),
          nextQuestion: nextBestFact(open) ?? null,
        })
      },
    }),
    route({
      method: 'GET',
      url: `${apiBase}/offers`,
      summary: 'The catalogue.',
      input: z.strictObject({ lang, topic: topicSchema.exactOptional(), kreis: placeText }),
      response: z.strictObject({ offers: z.array(offerSchema) }),
      handle({ lang: tag, topic, kreis }) {
        const speech = speechOf(tag)
        const facts = factsAt(kreis)
        if ('ok' in speech) return speech
        if (isFault(facts)) return facts
        const offers = world.offers
          .filter(
            offer => concerns(offer, topic === undefined ? undefined : [topic]) && isThere(offer, facts),
          )
          .map(offer => wholeOffer(speech, offer, undefined, facts, places, dayInHesse(now())))
        return ok({ offers })
      },
    }),
    route({
      method: 'GET',
      url: `${apiBase}/offers/:id`,
      summary: 'One offer.',
      input: z.strictObject({ id: z.string().max(100), lang, kreis: placeText }),
      response: offerSchema,
      handle({ id, lang: tag, kreis }) {
        const speech = speechOf(tag)
        const facts = factsAt(kreis)
        if ('ok' in speech) return speech
        if (isFault(facts)) return facts
        const offer = world.offer(id)
        if (!offer) return { ok: false, status: 404, code: 'offer.unknown', field: 'id', lang: speech.lang }
        return ok(wholeOffer(speech, offer, undefined, facts, places, dayInHesse(now())))
      },
    }),
    route({
      method: 'GET',
      url: `${apiBase}/places`,
      summary: 'Municipalities and Kreise by postal code or name; typing errors are forgiven.',
      input: z.strictObject({ q: z.string().max(200), limit }),
      response: z.strictObject({
        places: z.array(
          z.strictObject({ name: z.string(), ags: z.string(), kreis: z.string(), kreisName: z.string() }),
        ),
      }),
      handle: ({ q, limit: most }) => ok({ places: world.gazetteer.find(q, most ?? defaultResults) }),
    }),
    route({
      method: 'GET',
      url: `${apiBase}/languages`,
      summary: 'The languages spoken here, and how far each is reviewed.',
      input: z.strictObject({}),
      response: z.strictObject({
        languages: z.array(
          z.strictObject({
            code: z.string(),
            name: z.string(),
            dir: z.enum(['ltr', 'rtl']),
            /** Share of texts that exist in the language, 0 to 1. */
            coverage: z.number(),
            /** Share of texts that a native reader has reviewed, 0 to 1. */
            reviewed: z.number(),
          }),
        ),
      }),
      handle: () =>
        ok({
          languages: speeches.languages.map(({ lang: code, name, dir, coverage, reviewed }) => ({
            code,
            name,
            dir,
            coverage,
            reviewed,
          })),
        }),
    }),
  ]
}

const concerns = (offer: RuledOffer, topics: readonly Topic[] | undefined): boolean =>
  topics === undefined || topics.length === 0 || offer.topics.some(topic => topics.includes(topic))
