import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readCatalogue } from '../../src/catalogue/read.ts'
import { offerSchema } from '../../src/render/message.ts'
import { contractOffers } from '../support/contract-offers.ts'
import { realContent, type Service, startService } from '../support/service.ts'

let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const answerSchema = z.object({ offers: z.array(offerSchema) })
const languages = realContent().speeches.languages.map(({ lang }) => lang)
/** The Kreise, kreisfreie Städte and cities with special status. */
const districts = Object.keys(readCatalogue('catalogue').kreise)

async function offersFrom(path: string, body?: object) {
  const response = await fetch(
    `${service.url}/api/v1/${path}`,
    body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    },
  )
  expect(response.status).toBe(200)
  return answerSchema.parse(await response.json()).offers
}

describe('every offer that the public interface promises', () => {
  it.each(languages)('is served whole, in words: %s', async lang => {
    const offers = await offersFrom(`offers?lang=${lang}`)
    expect(offers.map(({ id }) => id)).toEqual(expect.arrayContaining([...contractOffers]))
    for (const { id, summary, nextStep, sources } of offers)
      expect([id, summary !== '', nextStep !== '', sources.length > 0]).toEqual([id, true, true, true])
  })

  it('is decided, and says why: each verdict has its reasons, and each open one what keeps it open', async () => {
    const offers = await offersFrom('eligibility', { facts: { age: 34, residence: 'residencePermit' } })
    expect(offers.map(({ id }) => id)).toEqual(expect.arrayContaining([...contractOffers]))
    for (const { id, verdict, openBecause = [], reasons = [] } of offers) {
      expect([id, verdict]).toEqual([id, expect.stringMatching(/^(eligible|undetermined|ineligible)$/)])
      expect([id, openBecause.length > 0]).toEqual([id, verdict === 'undetermined'])
      if (verdict === 'ineligible') {
        const failed = reasons.filter(({ outcome }) => outcome === 'failed')
        expect([id, failed.length > 0, failed.every(({ source }) => source !== '')]).toEqual([id, true, true])
      }
    }
  })
})

describe('an offer that the own municipality decides', () => {
  it.each(['60311', '34117', 'Hanau', 'Offenbach am Main'])(
    'leads to the city itself where it is its own Kreis: %s',
    async place => {
      const offers = await offersFrom(`offers?lang=de&kreis=${encodeURIComponent(place)}`)
      const { contacts = [] } = offers.find(({ id }) => id === 'wohnungsnotfallhilfe') ?? {}
      expect(contacts.map(({ kind }) => kind)).toContain('url')
    },
  )
})

describe('an offer that an office of the own Kreis decides', () => {
  it('names that office in each Kreis, with a way to reach it', async () => {
    expect(districts).toHaveLength(27 + 6)
    for (const kreis of districts) {
      const offers = await offersFrom(`offers?lang=de&kreis=${kreis}`)
      for (const id of ['grundsicherungsgeld', 'unterhaltsvorschuss', 'auslaenderbehoerde', 'kindergeld']) {
        const offer = offers.find(found => found.id === id)
        expect([kreis, id, offer?.responsible?.name, (offer?.contacts ?? []).length > 0]).toEqual([
          kreis,
          id,
          expect.stringMatching(/\p{L}{3}/u),
          true,
        ])
      }
    }
  })
})
