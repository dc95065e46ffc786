import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useBrowser } from '../support/browser.ts'
import { type Service, startService } from '../support/service.ts'

const browser = useBrowser()
let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('while somebody types', () => {
  it.each([
    ['uk', 'search', '#q', 'допомога на ди'],
    ['de', '', '#say', 'Unterhaltsvor'],
  ])(
    'names of offers are proposed, and what is typed stands in no address: %s/%s',
    async (lang, path, field, typed) => {
      const page = await browser.open({ locale: lang })
      const addresses: string[] = []
      page.on('request', request => addresses.push(request.url()))
      await page.goto(`${service.url}/${lang}/${path}`)
      await page.locator(field).focus()
      await page.locator(field).pressSequentially(typed, { delay: 60 })
      const options = page.locator('#suggestions option')
      await expect.poll(() => options.count()).toBeGreaterThan(0)
      expect(addresses.filter(address => /suggestions/.test(address)).length).toBeLessThanOrEqual(
        typed.length,
      )
      for (const word of typed.split(' ')) expect(decodeURIComponent(addresses.join(' '))).not.toContain(word)
    },
  )
})
