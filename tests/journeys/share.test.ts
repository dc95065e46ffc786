import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useBrowser } from '../support/browser.ts'
import { answerAll, openOffer, openTalk } from '../support/conversation.ts'
import { motherFromKharkiv } from '../support/people.ts'
import { type Service, startService } from '../support/service.ts'

const browser = useBrowser()
let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('an offer that is passed on', () => {
  it('goes out as a link to its public page, with nothing of the answers', async () => {
    const page = await browser.open({ permissions: ['clipboard-read', 'clipboard-write'] })
    // A browser without a dialogue of its own for passing things on.
    await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'share'))
    const frame = await openTalk(page, `${service.url}/uk/`)
    await answerAll(frame, motherFromKharkiv)
    await openOffer(frame, 'unterhaltsvorschuss')
    const button = frame.locator('article[data-offer=unterhaltsvorschuss] button[data-share]')
    await button.waitFor({ state: 'visible' })
    await button.click()
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe(`${service.url}/uk/offers/unterhaltsvorschuss`)
    expect(await page.locator('#live').textContent()).toBe(await button.textContent())
  })

  it('goes out by the device’s own dialogue where it has one', async () => {
    const page = await browser.open()
    await page.addInitScript(() => {
      const shared: unknown[] = []
      Object.assign(window, { shared })
      Object.defineProperty(Navigator.prototype, 'share', {
        configurable: true,
        value: async (data: unknown) => void shared.push(data),
      })
    })
    await page.goto(`${service.url}/ar/offers/kindergeld`)
    await page.locator('button[data-share]').click()
    const title = await page.locator('article h3').textContent()
    expect(await page.evaluate(() => Reflect.get(window, 'shared'))).toEqual([
      { title, url: `${service.url}/ar/offers/kindergeld` },
    ])
  })

  it('needs no script: its page has an address of its own in every language', async () => {
    const page = await browser.open({ javaScriptEnabled: false })
    await page.goto(`${service.url}/fa/offers/kindergeld`)
    expect(await page.locator('button[data-share]').isVisible()).toBe(false)
    expect(await page.locator('link[rel=alternate][hreflang=uk]').getAttribute('href')).toBe(
      `${service.url}/uk/offers/kindergeld`,
    )
  })
})
