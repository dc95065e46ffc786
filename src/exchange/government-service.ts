import type { RuledOffer } from '../catalogue/offer.ts'
import type { Speech } from '../i18n/speech.ts'

/**
 * An offer as search engines read it: a schema.org `GovernmentService` for JSON-LD. A way to reach it is named where an
 * official source was read for it.
 */
export function governmentService(
  speech: Speech,
  { id, titleDe, provider, area, contacts, sources }: RuledOffer,
  url: string,
): object {
  const read = new Set(sources.flatMap(source => (source.state === 'read' ? source.id : [])))
  const channels = contacts.flatMap(({ kind, value, source }) => {
    if (!read.has(source)) return []
    if (kind === 'phone') return { servicePhone: { '@type': 'ContactPoint', telephone: value } }
    return kind === 'url' ? { serviceUrl: value } : []
  })
  const title = plain(speech.text(`offers:${id}.title`))
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    name: title,
    ...(title !== titleDe && { alternateName: { '@language': 'de', '@value': titleDe } }),
    description: plain(speech.text(`offers:${id}.summary`)),
    inLanguage: speech.lang.split('-')[0],
    url,
    provider: { '@type': 'GovernmentOrganization', name: provider },
    areaServed:
      typeof area === 'string'
        ? { '@type': 'State', name: 'Hessen', containedInPlace: { '@type': 'Country', name: 'DE' } }
        : area.map(identifier => ({ '@type': 'AdministrativeArea', identifier })),
    ...(channels.length > 0 && {
      availableChannel: channels.map(way => ({ '@type': 'ServiceChannel', ...way })),
    }),
  }
}

/** A text without the isolates that keep its directions apart on a page. */
const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, '')
