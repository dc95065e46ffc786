import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { useBrowser } from '../support/browser.ts'
import { answerNext, asked, greeting } from '../support/conversation.ts'
import { type HostPage, serveHostPage, townPage, widgetFrame } from '../support/host-page.ts'
import { motherFromKharkiv } from '../support/people.ts'
import { type Service, startService } from '../support/service.ts'

const browser = useBrowser()
let service: Service
let town: HostPage | undefined
beforeAll(async () => {
  service = await startService()
})
afterEach(() => town?.close())
afterAll(() => service.stop())

/** Opens a page of a town that writes down what it hears of the widget. */
async function visit(body: string, head = ''): Promise<Page> {
  town = await serveHostPage(townPage(service.url, body, head))
  const page = await browser.open()
  await page.addInitScript(() => {
    const heard: unknown[] = []
    Object.assign(window, { heard })
    for (const news of ['ready', 'open', 'close'])
      document.addEventListener(`hessenlotse-${news}`, event =>
        heard.push([news, event instanceof CustomEvent ? event.detail : 'strange']),
      )
  })
  await page.goto(town.address)
  return page
}
const heard = (page: Page) => page.evaluate(() => Reflect.get(window, 'heard'))
const launcher =
  '<p>Termine</p><hessen-lotse lang="uk" position="launcher" accent="#ffd500" label="Яка допомога?"></hessen-lotse>'

describe('the widget as a button in the corner', () => {
  it('loads nothing before somebody opens it, and takes no focus', async () => {
    const page = await visit(launcher)
    const button = page.getByRole('button', { name: 'Яка допомога?' })
    await button.waitFor()
    expect(await page.locator('iframe').count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
    expect(await button.getAttribute('aria-expanded')).toBe('false')
  })

  it('opens and closes by keyboard, leads there and back, and goes on where it was', async () => {
    const page = await visit(launcher)
    const button = page.getByRole('button', { name: 'Яка допомога?' })
    await button.waitFor()
    const greeted = greeting(page)
    await button.focus()
    await page.keyboard.press('Enter')
    await greeted
    const frame = await widgetFrame(page)
    expect(await button.getAttribute('aria-expanded')).toBe('true')
    await answerNext(frame, motherFromKharkiv)
    const question = await asked(frame)
    await button.focus()
    await page.keyboard.press('Escape')
    await page.locator('iframe').waitFor({ state: 'hidden' })
    expect(await button.getAttribute('aria-expanded')).toBe('false')
    await page.keyboard.press('Enter')
    await page.locator('iframe').waitFor({ state: 'visible' })
    expect(await asked(frame)).toBe(question)
  })

  it('tells the page that it is there, open and closed, and nothing else', async () => {
    const page = await visit(launcher)
    const button = page.getByRole('button')
    await button.waitFor()
    const greeted = greeting(page)
    await button.click()
    await greeted
    const frame = await widgetFrame(page)
    await answerNext(frame, motherFromKharkiv)
    await button.click()
    await expect
      .poll(() => heard(page))
      .toEqual([
        ['open', null],
        ['ready', null],
        ['close', null],
      ])
  })

  it('can be tapped, and fits on a phone', async () => {
    const page = await visit(launcher)
    const button = page.getByRole('button')
    await button.click()
    await page.locator('iframe').waitFor({ state: 'visible' })
    const box = async (selector: string) =>
      (await page.locator(selector).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    const small = await box('hessen-lotse button')
    expect(Math.min(small.width, small.height)).toBeGreaterThanOrEqual(44)
    const frame = await box('iframe')
    expect(frame.x).toBeGreaterThanOrEqual(0)
    expect(frame.x + frame.width).toBeLessThanOrEqual(360)
    expect(frame.y).toBeGreaterThanOrEqual(0)
    expect(frame.y + frame.height).toBeLessThanOrEqual(small.y)
  })

  it('works under the strictest policy of a page that names the service', async () => {
    const policy = `default-src 'none'; script-src ${service.url}; frame-src ${service.url}`
    const page = await visit(launcher, `<meta http-equiv="Content-Security-Policy" content="${policy}">`)
    await page.getByRole('button').click()
    const frame = await widgetFrame(page)
    await frame.locator('#question').waitFor()
    expect((await page.locator('iframe').boundingBox())?.width).toBeGreaterThan(280)
  })
})

describe('the widget as high as the window', () => {
  it('scrolls inside, whatever its content', async () => {
    const page = await visit('<hessen-lotse lang="de" position="page"></hessen-lotse>')
    const frame = await widgetFrame(page)
    await frame.locator('#question').waitFor()
    expect((await page.locator('iframe').boundingBox())?.height).toBe(740)
  })
})

describe("the widget in a site's colour", () => {
  it('has it where it can be read, and keeps it from question to question', async () => {
    const page = await visit('<hessen-lotse lang="de" accent="#b00020"></hessen-lotse>')
    const frame = await widgetFrame(page)
    const colour = () =>
      frame.locator('.question button.primary').evaluate(button => getComputedStyle(button).backgroundColor)
    await frame.locator('#question').waitFor()
    expect(await colour()).toBe('rgb(176, 0, 32)')
  })
})

describe('a loader with a checksum', () => {
  it('runs from the lines that the page for web teams writes', async () => {
    const own = await browser.open()
    await own.goto(`${service.url}/de/embed?lang=tr`)
    const lines = (await own.locator('#snippet').textContent()) ?? ''
    expect(lines).toContain('integrity="sha384-')
    town = await serveHostPage(
      `<!doctype html><html lang="de"><title>Stadt</title><body>${lines}</body></html>`,
    )
    const page = await browser.open()
    await page.goto(town.address)
    const frame = await widgetFrame(page)
    await frame.locator('#question').waitFor()
    expect(await frame.locator('html').getAttribute('lang')).toBe('tr')
  })

  it('does not run where somebody changed the file', async () => {
    const own = await browser.open()
    await own.goto(`${service.url}/de/embed`)
    const lines = ((await own.locator('#snippet').textContent()) ?? '').replace(/sha384-..../, 'sha384-AAAA')
    town = await serveHostPage(
      `<!doctype html><html lang="de"><title>Stadt</title><body>${lines}</body></html>`,
    )
    const page = await browser.open()
    await page.goto(town.address)
    await page.waitForLoadState('networkidle')
    expect(await page.locator('iframe').count()).toBe(0)
    // What stands inside the element leads to the service all the same.
    expect(await page.locator('hessen-lotse a').getAttribute('href')).toContain('/de/')
  })
})

describe('the page for web teams', () => {
  it('writes the lines anew with every choice, and shows what they do', async () => {
    const page = await browser.open()
    await page.goto(`${service.url}/de/embed`)
    await page.locator('select[name=lang]').selectOption('ar')
    await page.locator('#snippet', { hasText: 'lang="ar"' }).waitFor()
    await page.getByLabel('Kinder und Familie').check()
    await page.locator('#snippet', { hasText: 'topics="family"' }).waitFor()
    const frame = await widgetFrame(page, '#preview')
    await frame.locator('#question').waitFor()
    expect(await frame.locator('html').getAttribute('dir')).toBe('rtl')
  })
})
