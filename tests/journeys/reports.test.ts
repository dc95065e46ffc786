import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openStorage, type Storage } from '../../src/storage/open.ts'
import { faultsOf } from '../support/axe.ts'
import { useBrowser } from '../support/browser.ts'
import { answerAll, answered, answerUntil, openOffer, openTalk } from '../support/conversation.ts'
import { type Place, sqliteFile } from '../support/databases.ts'
import { motherFromKharkiv } from '../support/people.ts'
import { realContent, type Service, startService } from '../support/service.ts'

const browser = useBrowser()
const { speeches } = realContent()
let place: Place
let service: Service
let storage: Storage
beforeAll(async () => {
  place = await sqliteFile()
  service = await startService({ place: place.place })
  storage = await openStorage(place.place)
})
afterEach(() => storage.tallies.replace([]))
afterAll(async () => {
  await service.stop()
  await storage.close()
  await place.close()
})

const counted = async () => (await storage.tallies.all()).map(({ subject, count }) => [subject, count])
const thanks = (lang: string) => speeches.of(lang).text('wrong.thanks')

describe('a person who sees that something is wrong with an offer', () => {
  it('says so with one tap, hears thanks, and stays where they are', async () => {
    const page = await browser.open({ reducedMotion: 'reduce' })
    const frame = await openTalk(page, `${service.url}/ar/`)
    await answerAll(frame, motherFromKharkiv)
    const before = await answered(frame)
    const card = await openOffer(frame, 'unterhaltsvorschuss')
    const address = page.url()
    const wrong = card.locator('.wrong')
    await wrong.locator('summary').click()
    await wrong.locator('button[value=moved]').waitFor({ state: 'visible' })
    expect(await faultsOf(page, 'the reasons')).toEqual([])
    for (const button of await wrong.locator('button').all())
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0)
    await wrong.locator('button[value=wrongNumber]').focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('#live').textContent()).toBe(thanks('ar'))
    expect(await wrong.locator('p').textContent()).toBe(thanks('ar'))
    expect(await wrong.locator('button').count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.closest('.wrong') !== null)).toBe(true)
    expect(await faultsOf(page, 'thanks')).toEqual([])
    expect(page.url()).toBe(address)
    expect(await answered(frame)).toEqual(before)
    expect(await counted()).toEqual([['unterhaltsvorschuss:wrongNumber', 1]])
  })

  it('comes back to the offer without JavaScript, with every answer', async () => {
    const page = await browser.open({ javaScriptEnabled: false })
    await page.goto(`${service.url}/fa/`)
    const frame = page.mainFrame()
    await answerUntil(frame, motherFromKharkiv, ['singleParent'])
    const before = await answered(frame)
    await Promise.all([
      page.waitForEvent('load'),
      frame.locator('.foot form:has(input[value=results]) button').click(),
    ])
    const card = await openOffer(frame, 'kindergeld')
    await card.locator('.wrong summary').click()
    await Promise.all([page.waitForEvent('load'), card.locator('button[value=closed]').click()])
    expect(await page.locator('h1').textContent()).toBe(thanks('fa'))
    expect(await counted()).toEqual([['kindergeld:closed', 1]])
    await Promise.all([page.waitForEvent('load'), page.locator('main form button').click()])
    expect(await page.locator('article[data-offer=kindergeld]').count()).toBe(1)
    expect(await answered(frame)).toEqual(before)
  })

  it('comes back to the public page of an offer without JavaScript', async () => {
    const page = await browser.open({ javaScriptEnabled: false })
    await page.goto(`${service.url}/tr/offers/wohngeld`)
    await page.locator('.wrong summary').click()
    await Promise.all([page.waitForEvent('load'), page.locator('button[value=wrongRule]').click()])
    expect(await page.locator('h1').textContent()).toBe(thanks('tr'))
    await Promise.all([page.waitForEvent('load'), page.locator('main a.button').click()])
    expect(page.url()).toBe(`${service.url}/tr/offers/wohngeld`)
    expect(await counted()).toEqual([['wohngeld:wrongRule', 1]])
  })

  it('sees the page of thanks without faults', async () => {
    const page = await browser.open({ reducedMotion: 'reduce' })
    // Only this script is away, for what looks for faults is one as well.
    await page.route('**/part-report-*.js', route =>
      route.fulfill({ contentType: 'text/javascript', body: 'export const watchReports = () => undefined' }),
    )
    await page.goto(`${service.url}/de/offers/wohngeld`)
    await page.locator('.wrong summary').click()
    await Promise.all([page.waitForEvent('load'), page.locator('button[value=moved]').click()])
    expect(await page.locator('h1').textContent()).toBe(thanks('de'))
    expect(await faultsOf(page, 'the page of thanks')).toEqual([])
  })

  it('is told when it could not be sent, and can try again', async () => {
    const page = await browser.open({ reducedMotion: 'reduce' })
    await page.goto(`${service.url}/de/offers/kindergeld`, { waitUntil: 'networkidle' })
    await page.context().setOffline(true)
    await page.locator('.wrong summary').click()
    await page.locator('button[value=moved]').click()
    const failed = speeches.of('de').text('wrong.failed')
    await expect.poll(() => page.locator('#live').textContent()).toBe(failed)
    expect(await page.locator('.wrong .error').textContent()).toBe(failed)
    expect(await faultsOf(page, 'not sent')).toEqual([])
    await page.context().setOffline(false)
    await page.locator('button[value=moved]').click()
    await expect.poll(() => page.locator('#live').textContent()).toBe(thanks('de'))
    expect(await counted()).toEqual([['kindergeld:moved', 1]])
  })

  it('says so on the counsellor’s desk without losing what was taken down', async () => {
    const page = await browser.open({ viewport: { width: 1280, height: 800 } })
    await page.goto(`${service.url}/de/counsel/desk`, { waitUntil: 'networkidle' })
    await page.locator('#f-age').fill('31')
    // The desk answers each field that is left; what comes next is written when it has.
    await Promise.all([
      page.waitForResponse(response => response.request().postData()?.includes('f.age=31') ?? false),
      page.locator('#f-age').blur(),
    ])
    await page.waitForLoadState('networkidle')
    await expect.poll(() => page.locator('#live').textContent()).not.toBe('')
    await page.locator('#note').fill('Bitte den Bescheid mitbringen.')
    await page.locator('button[name=open][value=kindergeld]').click()
    const card = page.locator('.opened article[data-offer=kindergeld]')
    await card.locator('.wrong summary').click()
    await card.locator('button[value=closed]').click()
    await expect.poll(() => page.locator('#live').textContent()).toBe(thanks('de'))
    expect(await page.locator('#f-age').inputValue()).toBe('31')
    expect(await page.locator('#note').inputValue()).toBe('Bitte den Bescheid mitbringen.')
    expect(await counted()).toEqual([['kindergeld:closed', 1]])
  })

  it('says so on the desk without JavaScript in a page beside it', async () => {
    const page = await browser.open({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } })
    await page.goto(`${service.url}/de/counsel/desk`)
    await Promise.all([
      page.waitForEvent('load'),
      page.locator('button[name=open][value=kindergeld]').click(),
    ])
    await page.locator('.wrong summary').click()
    const [beside] = await Promise.all([
      page.context().waitForEvent('page'),
      page.locator('button[value=moved]').click(),
    ])
    await beside.waitForLoadState()
    expect(await beside.locator('h1').textContent()).toBe(thanks('de'))
    expect(await page.locator('.opened').count()).toBe(1)
  })
})
