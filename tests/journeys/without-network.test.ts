import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useBrowser } from '../support/browser.ts'
import { answerUntil, openTalk } from '../support/conversation.ts'
import { motherFromKharkiv } from '../support/people.ts'
import { type Service, startService } from '../support/service.ts'
import { layLine } from '../support/unsteady-line.ts'

const browser = useBrowser()
let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

/** Everything that is kept on the device, as one text. */
const keptTexts = (page: Page) =>
  page.evaluate(async () => {
    const texts: string[] = []
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys())
        texts.push(request.url, (await (await caches.match(request))?.text()) ?? '')
    return texts
  })

async function save(page: Page, lang: string, url = service.url): Promise<void> {
  await page.goto(`${url}/${lang}/offline`)
  await page.locator('button[data-offline=save]').click()
  await expect.poll(() => page.locator('[data-offline-status]').textContent()).not.toBe('')
}

describe('numbers and offers on the device', () => {
  it('are kept only when the person asks for it', async () => {
    const page = await browser.open()
    await page.goto(`${service.url}/uk/offline`)
    await page.locator('button[data-offline=save]').waitFor({ state: 'visible' })
    expect(await page.evaluate(() => caches.keys())).toEqual([])
    expect(await page.locator('[data-no-network]').isVisible()).toBe(false)
  })

  it('can be read without a network, in the person’s language and in its looks, from any address', async () => {
    const page = await browser.open()
    const line = await layLine(Number(new URL(service.url).port))
    await save(page, 'ar', line.url)
    line.goDown()
    for (const path of ['offline', '', 'offers/kindergeld']) {
      await page.goto(`${line.url}/ar/${path}`)
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
      expect(await page.locator('a[href="tel:112"]').first().isVisible()).toBe(true)
      await page.locator('[data-no-network]').waitFor({ state: 'visible' })
      expect(
        await page.locator('h1').evaluate(heading => Number.parseFloat(getComputedStyle(heading).fontSize)),
      ).toBeGreaterThan(24)
    }
    await page.locator('details:not(.languages) summary').first().click()
    await page.locator('details[open] article[data-offer] a[href]').first().waitFor({ state: 'visible' })
    await line.close()
  })

  it('hold nothing of a conversation, though one goes on beside them', async () => {
    const page = await browser.open()
    await save(page, 'uk')
    const frame = await openTalk(page, `${service.url}/uk/`)
    await answerUntil(frame, motherFromKharkiv, ['residence'])
    const token = await page.evaluate(() => sessionStorage.getItem('hessenlotse') ?? '')
    expect(token.length).toBeGreaterThan(40)
    const texts = await keptTexts(page)
    expect(texts.filter(text => text.includes('/talk') && text.startsWith('http'))).toEqual([])
    expect(texts.join('\n')).not.toContain(token)
    const kept = texts.filter(text => text.startsWith('http')).map(url => new URL(url).pathname)
    expect(kept.every(path => path === '/uk/offline' || path.startsWith('/assets/'))).toBe(true)
  })

  it('are gone when the person takes them off the device', async () => {
    const page = await browser.open()
    await save(page, 'de')
    await page.locator('button[data-offline=remove]').click()
    await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([])
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
  })
})

describe('the worker', () => {
  it('keeps nothing that a page has no business to keep', async () => {
    const page = await browser.open()
    await save(page, 'de')
    const answers = await page.evaluate(async () => {
      const worker = (await navigator.serviceWorker.ready).active
      const ask = (order: unknown) =>
        new Promise(done => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = ({ data }) => done(data)
          setTimeout(() => done('no answer'), 500)
          worker?.postMessage(order, [port2])
        })
      return Promise.all([
        ask({ page: '/de/talk', files: [] }),
        ask({ page: '/de/offline', files: ['/api/v1/turn'] }),
        ask({ page: 'https://evil.example/offline', files: [] }),
        ask('everything'),
        ask(null),
      ])
    })
    expect(answers).toEqual(['no answer', 'no answer', 'no answer', 'no answer', 'no answer'])
  })
})
