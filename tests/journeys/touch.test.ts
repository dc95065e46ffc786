import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useBrowser } from '../support/browser.ts'
import { asked, openTalk } from '../support/conversation.ts'
import { type Service, startService } from '../support/service.ts'

const browser = useBrowser()
let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('a person who taps on a phone 360 pixels wide', () => {
  it('goes from question to question to an offer and its number, and hits nothing smaller than a thumb', async () => {
    const page = await browser.open({ hasTouch: true, isMobile: true, locale: 'ar' })
    const frame = await openTalk(page, `${service.url}/ar/`)
    await frame.locator('label.row:has(input[value=family])').tap()
    await frame.locator('.question button.primary').tap()
    await expect.poll(() => asked(frame)).not.toBe('topics')
    for (let step = 0; step < 3; step++) {
      const before = await asked(frame)
      await frame.locator('button[name=skip][value=unknown]').tap()
      await expect.poll(() => asked(frame)).not.toBe(before)
    }
    await frame.locator('form:has(input[value=results]) button').first().tap()
    await frame.locator('#results').waitFor()
    const small = await frame
      .locator('main button:visible, main summary:visible, main a.button:visible')
      .evaluateAll(all =>
        all.flatMap(element => {
          const { width, height } = element.getBoundingClientRect()
          return height < 44 || width < 44
            ? [`${element.textContent?.trim().slice(0, 30)}: ${width} × ${height}`]
            : []
        }),
      )
    expect(small).toEqual([])
  })
})

describe('what a screen reader hears', () => {
  it('comes in the order in which it is needed: what is asked, why, the answers, the way on, how to leave it open', async () => {
    const page = await browser.open()
    const frame = await openTalk(page, `${service.url}/de/`)
    const tree = await frame.locator('main').ariaSnapshot()
    const order = [
      'Welche Hilfe steht Ihnen zu?',
      'Wobei brauchen Sie Hilfe?',
      'Kinder und Familie',
      'Weiter',
      'Weiß ich nicht',
      'Oder sagen Sie in Ihren Worten',
    ]
    const places = order.map(text => tree.indexOf(text))
    expect(
      places.every(place => place >= 0),
      tree,
    ).toBe(true)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(tree).toMatch(/heading "Welche Hilfe steht Ihnen zu\?" \[level=1\]/)
    expect(tree).toMatch(/checkbox "Kinder und Familie"/)
    const whole = await page.locator('body').ariaSnapshot()
    expect(whole.indexOf('Schnell weg')).toBeLessThan(whole.indexOf('Wobei brauchen Sie Hilfe?'))
  })
})
