import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { phone, useBrowser } from '../support/browser.ts'
import { answerAll, openOffer, openTalk, present, readCard } from '../support/conversation.ts'
import { fatherFromAleppo } from '../support/people.ts'
import { realContent, type Service, startService } from '../support/service.ts'

const browser = useBrowser()
let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

/** He opens the Arabic page itself. */
async function arrive(): Promise<{ readonly page: Page; readonly frame: Frame }> {
  const page = await browser.open({ locale: 'ar' })
  return { page, frame: await openTalk(page, `${service.url}/ar/`) }
}

describe('a father from Aleppo on the Arabic page', () => {
  it('is led to Kindergeld, a Kita place and Deutsch4U, each with its German name, reasons and dated sources', async () => {
    const { frame } = await arrive()
    await answerAll(frame, fatherFromAleppo)
    for (const id of ['kindergeld', 'kita-platz', 'deutsch4u']) {
      const offer = realContent().world.offer(id)
      const { verdict, german, germanLang, reasons, sources } = await readCard(await openOffer(frame, id))
      expect([verdict, german, germanLang]).toEqual(['eligible', offer?.titleDe, 'de'])
      expect(reasons.length, id).toBeGreaterThan(0)
      for (const reason of reasons) {
        const source = sources.find(({ text }) => text.includes(reason))
        expect(source?.url, reason).toMatch(/^https:/)
        // Digits as they stand in letters from offices.
        expect(source?.text).toMatch(/\b20\d\d\b/)
      }
    }
  })

  it('reads from right to left and never scrolls sideways, on phones of 360 and of 320 pixels', async () => {
    const { page, frame } = await arrive()
    const tooWide: string[] = []
    const look = async (screen: string) => {
      expect(await directionOf(frame), screen).toEqual(['rtl', 'rtl', 'rtl'])
      for (const width of [360, 320]) {
        await page.setViewportSize({ ...phone, width })
        const excess = await frame.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        if (excess > 0) tooWide.push(`${screen}: ${excess} pixels beyond ${width}`)
      }
    }
    await answerAll(frame, fatherFromAleppo, look)
    await look('results')
    // Everything that can be opened is open.
    await frame.locator('details').evaluateAll(all => {
      for (const details of all) details.setAttribute('open', '')
    })
    await look('results with all that opens')
    const { offers } = realContent().world
    for (const { id } of offers) {
      await page.goto(`${service.url}/ar/offers/${id}`)
      await frame.locator('main details').evaluateAll(all => {
        for (const details of all) details.setAttribute('open', '')
      })
      await look(id)
    }
    for (const path of ['offers', 'privacy']) {
      await page.goto(`${service.url}/ar/${path}`)
      await look(path)
    }
    expect(tooWide).toEqual([])
  })

  it('hears every German name, provider and source said as German', async () => {
    const { frame } = await arrive()
    await answerAll(frame, fatherFromAleppo)
    const shown = await frame.locator('.results [data-offer]').evaluateAll(elements =>
      elements.map(element => ({
        id: element.getAttribute('data-offer') ?? '',
        german: [...element.querySelectorAll('[lang=de]')].map(({ textContent }) => textContent),
      })),
    )
    expect(shown.length).toBeGreaterThan(9)
    for (const { id, german } of shown) expect(german).toContain(realContent().world.offer(id)?.titleDe)
    const card = await openOffer(frame, 'kita-platz')
    await present(card)
    const offer = realContent().world.offer('kita-platz')
    expect(await card.locator('.sources > p [lang=de]').textContent()).toBe(offer?.provider)
    const marked = await card.locator('.sources a [lang=de]').allTextContents()
    // Among results a card has the sources that its reasons name, each with its own title and nothing else.
    const titles = offer?.sources.map(({ title }) => title) ?? []
    expect(marked).toEqual(titles.filter(title => marked.includes(title)))
    expect(marked.length).toBe((await readCard(card)).sources.length)
    expect(marked.length).toBeGreaterThan(0)
  })

  it('reads telephone numbers from left to right, in one piece', async () => {
    const { frame } = await arrive()
    await answerAll(frame, fatherFromAleppo)
    const card = await openOffer(frame, 'kindergeld')
    const numbers = await card.locator('a[href^="tel:"] .value').evaluateAll(values =>
      values.map(value => {
        const { direction, whiteSpace } = getComputedStyle(value)
        return { direction, whiteSpace, lines: value.getClientRects().length }
      }),
    )
    expect(numbers.length).toBeGreaterThan(0)
    for (const number of numbers) expect(number).toEqual({ direction: 'ltr', whiteSpace: 'nowrap', lines: 1 })
  })
})

/** The direction that the page is marked with, and that its heading and its texts are laid out in. */
const directionOf = (frame: Frame): Promise<readonly (string | null)[]> =>
  frame.evaluate(() => [
    document.documentElement.getAttribute('dir'),
    ...['h1, h2', 'main p, main li'].map(selector => {
      const element = document.querySelector(selector)
      return element && getComputedStyle(element).direction
    }),
  ])
