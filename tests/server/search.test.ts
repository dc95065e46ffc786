import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Service, startService } from '../support/service.ts'

let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

interface Found {
  readonly results: readonly { readonly id: string }[]
  readonly crisis: { readonly kind: string; readonly offers: readonly string[] } | null
}

async function search(fields: object): Promise<Found> {
  const response = await fetch(`${service.url}/api/v1/search`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  })
  expect(response.status).toBe(200)
  return response.json()
}

describe('a search that tells of danger', () => {
  it.each([
    ['de', 'mein Mann schlägt mich', 'violence'],
    ['uk', 'чоловік мене б’є', 'violence'],
    ['ar', 'زوجي يضربني', 'violence'],
    ['en', 'my husband hits me', 'violence'],
    ['de', 'ich will nicht mehr leben', 'suicide'],
    ['en', 'I want to die', 'suicide'],
  ])('in %s, "%s", brings the lines that help before everything else', async (lang, q, kind) => {
    const { results, crisis } = await search({ q, lang })
    expect(crisis?.kind).toBe(kind)
    expect(results.slice(0, crisis?.offers.length).map(({ id }) => id)).toEqual(crisis?.offers)
    expect(new Set(results.map(({ id }) => id)).size).toBe(results.length)
  })

  it('brings them whatever topic was chosen', async () => {
    const { results, crisis } = await search({ q: 'mein Mann schlägt mich', topic: 'german' })
    expect(crisis?.offers.length).toBeGreaterThan(0)
    expect(results.map(({ id }) => id)).toEqual(expect.arrayContaining([...(crisis?.offers ?? [])]))
  })
})

describe('a search that tells of none', () => {
  it('says so, and stays within the topic that was chosen', async () => {
    const { results, crisis } = await search({ q: 'Deutschkurs', topic: 'german' })
    expect(crisis).toBeNull()
    expect(results.map(({ id }) => id)).toContain('deutsch4u')
    expect(results.map(({ id }) => id)).not.toContain('notruf')
  })
})
