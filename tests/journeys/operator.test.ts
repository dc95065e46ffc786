import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashToken, newToken, writeTokenHash } from '../../src/server/operator/token-hash.ts'
import { openStorage } from '../../src/storage/open.ts'
import { faultsOf } from '../support/axe.ts'
import { phone, useBrowser } from '../support/browser.ts'
import { type Place, sqliteFile } from '../support/databases.ts'
import { type Service, startService } from '../support/service.ts'

const browser = useBrowser()
const token = newToken()
let place: Place
let service: Service
beforeAll(async () => {
  place = await sqliteFile()
  const storage = await openStorage(place.place)
  const row = { day: '2026-11-20', kreis: '06412', lang: 'uk', kind: 'topic', subject: 'family' }
  const kinds = ['questionAsked', 'questionAnswered', 'questionUnknown', 'questionRefused']
  await storage.tallies.addAll([
    { ...row, count: 41 },
    { ...row, kind: 'stage', subject: 'begun', count: 30 },
    { ...row, kind: 'stage', subject: 'results', count: 20 },
    { ...row, kind: 'search', subject: 'pizza', count: 23 },
    { ...row, kind: 'offerShown', subject: 'wohngeld', count: 23 },
    { ...row, kreis: '', lang: '', kind: 'report', subject: 'wohngeld:closed', count: 2 },
    ...kinds.map((kind, at) => ({ ...row, kind, subject: 'age', count: 60 - at * 15 })),
  ])
  await storage.close()
  const environment = { OPERATOR_TOKEN_HASH: writeTokenHash(await hashToken(token)) }
  service = await startService({ place: place.place, environment })
})
afterAll(async () => {
  await service.stop()
  await place.close()
})

describe.each([
  ['de', 'light'],
  ['ar', 'dark'],
] as const)('the operator’s page in %s, %s', (lang, colorScheme) => {
  it('passes axe, fits a phone, and works by its form', async () => {
    const page = await browser.open({
      viewport: phone,
      colorScheme,
      httpCredentials: { username: 'anybody', password: token },
    })
    await page.goto(`${service.url}/${lang}/operator`)
    expect(await page.locator('svg.plot').count()).toBe(1)
    expect(await faultsOf(page, 'the counts')).toEqual([])
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(phone.width)
    await page.locator('#split').selectOption('kreis')
    await page.locator('form[method=get] button').click()
    await page.waitForURL(/split=kreis/)
    expect(await page.locator('td[data-of="06412"]').nth(1).textContent()).toMatch(/30|٣٠/)
    expect(await faultsOf(page, 'the counts by Kreis')).toEqual([])
  })
})
