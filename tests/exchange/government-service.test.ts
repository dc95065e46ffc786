import { describe, expect, it } from 'vitest'
import { governmentService } from '../../src/exchange/government-service.ts'
import { realContent } from '../support/service.ts'

const { world, speeches } = realContent()
const described = world.offers.flatMap(offer =>
  speeches.languages.map(speech => ({
    offer,
    speech,
    data: governmentService(speech, offer, `https://service.example/${speech.lang}/offers/${offer.id}`),
  })),
)

describe('an offer as search engines read it', () => {
  it('is a government service with a name, a description, a provider and the place that it is for', () => {
    for (const { offer, speech, data } of described) {
      expect(data).toMatchObject({
        '@context': 'https://schema.org',
        '@type': 'GovernmentService',
        name: expect.stringMatching(/\S/),
        description: expect.stringMatching(/\S/),
        inLanguage: speech.lang.replace('-simple', ''),
        url: `https://service.example/${speech.lang}/offers/${offer.id}`,
        provider: { '@type': 'GovernmentOrganization', name: offer.provider },
        areaServed: expect.anything(),
      })
    }
  })

  it('keeps the German name beside the translated one', () => {
    const [ukrainian] = described.filter(
      ({ offer, speech }) => offer.id === 'unterhaltsvorschuss' && speech.lang === 'uk',
    )
    expect(ukrainian?.data).toMatchObject({
      alternateName: { '@language': 'de', '@value': 'Unterhaltsvorschuss' },
    })
  })

  it('names no way to reach it that no official source was read for', () => {
    for (const { offer, data } of described) {
      const unread = new Set(offer.sources.flatMap(({ id, state }) => (state === 'read' ? [] : id)))
      const values = offer.contacts.flatMap(({ kind, value, source }) =>
        unread.has(source) && (kind === 'phone' || kind === 'url') ? value : [],
      )
      const alsoRead = new Set(
        offer.contacts.flatMap(({ value, source }) => (unread.has(source) ? [] : value)),
      )
      for (const value of values.filter(each => !alsoRead.has(each)))
        expect(JSON.stringify(data), offer.id).not.toContain(`"${value}"`)
    }
  })

  it('holds no signs that only keep directions apart on a page', () => {
    expect(described.filter(({ data }) => /[\u2066-\u2069]/.test(JSON.stringify(data)))).toEqual([])
  })
})
