import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useBrowser } from '../support/browser.ts'
import { answered, answerUntil, openTalk } from '../support/conversation.ts'
import { motherFromKharkiv } from '../support/people.ts'
import { type Service, startService } from '../support/service.ts'

const browser = useBrowser()
let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

/** Everything that the browser holds of the service beyond the page on the screen. */
const held = (page: Page) =>
  page.evaluate(async () => ({
    session: Object.entries(sessionStorage),
    local: Object.entries(localStorage),
    cookies: document.cookie,
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    databases: (await indexedDB.databases()).length,
  }))
const nothing = { session: [], local: [], cookies: '', caches: [], workers: 0, databases: 0 }

describe('a phone that several people use', () => {
  it('holds nothing of a conversation but the sealed answers, for as long as the tab lives', async () => {
    const page = await browser.open()
    const frame = await openTalk(page, `${service.url}/uk/`)
    await answerUntil(frame, motherFromKharkiv, ['residence'])
    const { session, ...others } = await held(page)
    expect(session.map(([name]) => name)).toEqual(['hessenlotse'])
    expect(session.flat().join()).not.toMatch(/temporaryProtection|singleParent/)
    expect(others).toEqual({ ...nothing, session: undefined })
    // Another tab of the same browser knows nothing.
    const other = await page.context().newPage()
    await openTalk(other, `${service.url}/uk/`)
    expect(await answered(other.mainFrame())).toEqual([])
  })

  it('keeps answers when the person asks for it, and gives them back in a new tab', async () => {
    const page = await browser.open()
    const frame = await openTalk(page, `${service.url}/uk/`)
    await answerUntil(frame, motherFromKharkiv, ['residence'])
    const before = await answered(frame)
    await frame.locator('[data-keep]').check()
    await page.close({ runBeforeUnload: false })
    const other = await page.context().newPage()
    await openTalk(other, `${service.url}/uk/`)
    expect(await answered(other.mainFrame())).toEqual(before)
    expect(await other.locator('[data-keep]').isChecked()).toBe(true)
    await other.locator('[data-keep]').uncheck()
    expect((await held(other)).local).toEqual([])
  })

  it('forgets everything where the person says so, kept answers too', async () => {
    const page = await browser.open()
    const frame = await openTalk(page, `${service.url}/uk/`)
    await answerUntil(frame, motherFromKharkiv, ['residence'])
    await frame.locator('[data-keep]').check()
    await frame.locator('form:has(input[value=forget]) button').click()
    await expect.poll(async () => (await answered(frame)).length).toBe(0)
    expect(await held(page)).toEqual(nothing)
  })

  it('is left by Escape three times, from a public page as well, and "back" shows no answer', async () => {
    const page = await browser.open()
    await page.route('https://www.dwd.de/**', route =>
      route.fulfill({ contentType: 'text/html', body: '<title>Wetter</title>' }),
    )
    const frame = await openTalk(page, `${service.url}/uk/`)
    await answerUntil(frame, motherFromKharkiv, ['residence'])
    await frame.locator('[data-keep]').check()
    await page.goto(`${service.url}/uk/offers/frauenhaus`)
    for (const _ of [1, 2, 3]) await page.keyboard.press('Escape')
    await page.waitForURL('https://www.dwd.de/**')
    await page.goBack()
    await page.waitForLoadState('networkidle')
    expect(await answered(page.mainFrame())).toEqual([])
    expect(await held(page)).toEqual(nothing)
  })

  it('says plainly what the browser itself remembers', async () => {
    const page = await browser.open()
    await page.goto(`${service.url}/de/`)
    await page.locator('.bottom a[href$="/traces"]').click()
    expect(await page.locator('main').textContent()).toContain('Der Browser merkt sich')
  })
})
