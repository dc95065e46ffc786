import { z } from 'zod'
import { serve } from '../i18n/negotiate.ts'
import type { Speeches } from '../i18n/speech.ts'
import { type Reports, reasonSchema } from './reports.ts'
import { type ApiRoute, apiBase, ok, route } from './route.ts'

/** The call that says what is wrong with an offer. */
export function reportRoute(speeches: Speeches, reports: Reports): ApiRoute {
  const spoken = speeches.languages.map(({ lang }) => lang)
  return route({
    method: 'POST',
    url: `${apiBase}/reports`,
    summary:
      'Says that something is wrong with an offer. Counted by day, offer and reason; nothing else is kept.',
    input: z.strictObject({
      offer: z.string().max(100),
      reason: reasonSchema,
      lang: z.string().max(35).exactOptional(),
    }),
    response: z.strictObject({ thanks: z.string() }),
    async handle({ offer, reason, lang: tag }, request) {
      const lang = tag === undefined ? undefined : serve(tag, spoken)
      if (tag !== undefined && lang === undefined)
        return { ok: false, status: 400, code: 'language.unknown', field: 'lang' }
      const own = lang === undefined ? {} : { lang }
      // A foreign page could have its visitors report what they know nothing of.
      if (request.headers['sec-fetch-site'] === 'cross-site')
        return { ok: false, status: 403, code: 'site.foreign', ...own }
      const taken = await reports.take({ offer, reason }, request.ip)
      switch (taken) {
        case 'counted':
          return ok({ thanks: speeches.of(lang ?? spoken[0] ?? 'de').text('wrong.thanks') })
        case 'unknown':
          return { ok: false, status: 400, code: 'offer.unknown', field: 'offer', ...own }
        case 'tooMany':
          return { ok: false, status: 429, code: 'rate.limited', ...own }
        default:
          return taken satisfies never
      }
    },
  })
}
