import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadContent } from '../../src/server/content.ts'
import { faultsOf } from '../support/axe.ts'
import { phone, useBrowser } from '../support/browser.ts'
import { openOffer, openTalk, present } from '../support/conversation.ts'
import { type Service, startService } from '../support/service.ts'
import { tooWide } from '../support/too-wide.ts'
import { exampleText, townOf } from '../support/towns.ts'

const browser = useBrowser()
let service: Service
beforeAll(async () => {
  const longName = 'Landkreis Beispielhausen-Musterstadt und seine Gemeinden'
  const town = townOf(
    exampleText
      .replace('name: Beispielstadt', `name: ${longName}`)
      .replace('- arrival\n    # The', '- family\n    # The'),
  )
  service = await startService({ content: loadContent('.', undefined, town) })
})
afterAll(() => service.stop())

describe.each(['de', 'ar'])('a town’s pages in %s', lang => {
  it.each(['privacy', 'accessibility', 'offers/unterhaltsvorschuss', ''])(
    'pass axe and fit a narrow phone, in light and in dark: /%s',
    async path => {
      const page = await browser.open({ reducedMotion: 'reduce', viewport: { ...phone, width: 320 } })
      await page.goto(`${service.url}/${lang}/${path}`)
      expect(await page.locator('.town').isVisible()).toBe(true)
      expect(
        await page
          .locator('.logo')
          .evaluate(image => image instanceof HTMLImageElement && image.naturalWidth > 0),
      ).toBe(true)
      expect(await tooWide(page)).toEqual([])
      const faults = [...(await faultsOf(page, path))]
      await page.emulateMedia({ colorScheme: 'dark' })
      faults.push(...(await faultsOf(page, `${path} in dark`)))
      expect(faults).toEqual([])
    },
  )

  it('lead with JavaScript from the expected Kreis to the local contact', async () => {
    const page = await browser.open()
    const frame = await openTalk(page, `${service.url}/${lang}/?topics=family`)
    const kreis = frame.locator('.question[data-question="kreis"]')
    while (!(await kreis.isVisible())) {
      const before = await frame.locator('.question').getAttribute('data-question')
      await frame.locator('button[name="skip"][value="unknown"]').click()
      await frame.locator(`.question:not([data-question="${before}"])`).waitFor()
    }
    await kreis.locator('.field').fill('Kas')
    await kreis.locator('button.row[value="06412"]').click()
    await kreis.waitFor({ state: 'detached' })
    await openOffer(frame, 'unterhaltsvorschuss')
    await present(frame.locator('.card .contacts a[href="tel:+496990009123"]').first())
  })
})
