import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useBrowser } from '../support/browser.ts'
import {
  answerAll,
  answered,
  answerUntil,
  greeting,
  openOffer,
  openTalk,
  present,
} from '../support/conversation.ts'
import { serveHostPage, townPage, widgetFrame } from '../support/host-page.ts'
import { motherFromKharkiv } from '../support/people.ts'
import { type Service, startService } from '../support/service.ts'

const browser = useBrowser()
let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

/** All that goes out of a page or stays behind in the browser, as one hears and finds it. */
interface Trace {
  readonly urls: string[]
  readonly referrers: string[]
  readonly cookiesSet: string[]
  /** What the service said, to know the tokens by. */
  readonly tokens: Set<string>
}

/** Writes down every request of a page and of the frames in it, sockets among them. */
function follow(page: Page): Trace {
  const trace: Trace = { urls: [], referrers: [], cookiesSet: [], tokens: new Set() }
  const learn = (text: string) => {
    for (const [, token = ''] of text.matchAll(/(?:"resume":|name="resume" value=)"([\w-]{40,})"/g))
      trace.tokens.add(token)
  }
  page.on('request', request => {
    trace.urls.push(request.url())
    const { referer } = request.headers()
    if (referer) trace.referrers.push(`${request.url()} from ${referer}`)
  })
  page.on('response', async response => {
    trace.cookiesSet.push(
      ...(await response.headersArray().catch(() => []))
        .filter(({ name }) => name.toLowerCase() === 'set-cookie')
        .map(({ value }) => value),
    )
    if (response.request().resourceType() === 'document') learn(await response.text().catch(() => ''))
  })
  page.on('framenavigated', frame => trace.urls.push(frame.url()))
  page.on('websocket', socket => {
    trace.urls.push(socket.url())
    socket.on('framereceived', ({ payload }) => learn(String(payload)))
  })
  return trace
}

/** Nothing of the person in any address, and every address on the service itself. */
function expectSilent({ urls, referrers, cookiesSet, tokens }: Trace, others: readonly string[] = []): void {
  expect(urls.length).toBeGreaterThan(3)
  expect(tokens.size).toBeGreaterThan(1)
  const { host } = new URL(service.url)
  const foreign = urls.filter(url => new URL(url).host !== host && !others.includes(new URL(url).origin))
  expect(foreign).toEqual([])
  expect(urls.filter(url => new URL(url).search !== '')).toEqual([])
  const telling = /temporaryProtection|familyCare|sgb2|34117|childrenAges|singleParent|resume|value/
  expect(urls.filter(url => telling.test(url))).toEqual([])
  for (const token of tokens) expect(urls.filter(url => url.includes(token))).toEqual([])
  expect(referrers).toEqual([])
  expect(cookiesSet).toEqual([])
}

/** What stays in the browser, beside the token in the tab's own memory. */
const kept = async (page: Page) => ({
  cookies: await page.context().cookies(),
  ...(await page.mainFrame().evaluate(async () => ({
    cookie: document.cookie,
    localStorage: { ...localStorage },
    databases: await indexedDB.databases(),
    workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
  }))),
})

const nothing = { cookies: [], cookie: '', localStorage: {}, databases: [], workers: 0 }

describe('a journey with the page’s script', () => {
  it('speaks with the service alone, and no address tells anything of the person', async () => {
    const page = await browser.open()
    const trace = follow(page)
    const frame = await openTalk(page, `${service.url}/de/`)
    await answerAll(frame, motherFromKharkiv)
    await openOffer(frame, 'deutsch4u')
    expectSilent(trace)
    expect(page.url()).toBe(`${service.url}/de/`)
  })

  it('leaves nothing in the browser but the sealed answers in the tab', async () => {
    const page = await browser.open()
    const frame = await openTalk(page, `${service.url}/de/`)
    await answerAll(frame, motherFromKharkiv)
    expect(await kept(page)).toEqual(nothing)
    const stored = await frame.evaluate(() => ({ ...sessionStorage }))
    const [token = '', ...others] = Object.values(stored)
    expect(others).toEqual([])
    expect(token).toMatch(/^[\w-]{100,}$/)
    const opened = Buffer.from(token, 'base64url').toString('latin1')
    expect(opened).not.toMatch(/temporaryProtection|childrenAges|34117|kreis/)
  })

  it('keeps no answer on the device after “delete all answers”, and none comes back', async () => {
    const page = await browser.open()
    const frame = await openTalk(page, `${service.url}/de/`)
    await answerUntil(frame, motherFromKharkiv, ['singleParent'])
    await frame.locator('.foot form:has([value=forget]) button').click()
    await present(frame.locator('.question[data-question=topics]'))
    expect(await frame.evaluate(() => ({ ...sessionStorage }))).toEqual({})
    expect(await kept(page)).toEqual(nothing)
    const greeted = greeting(page)
    await page.reload()
    await greeted
    expect(await answered(frame)).toEqual([])
  })

  it('leaves the tab’s memory empty after the quick exit', async () => {
    const page = await browser.open()
    await page.route('https://www.dwd.de/', route => route.fulfill({ body: 'Wetter' }))
    const frame = await openTalk(page, `${service.url}/de/`)
    await answerUntil(frame, motherFromKharkiv, ['singleParent'])
    await frame.locator('#exit').click()
    await page.waitForURL('https://www.dwd.de/')
    await page.goto(`${service.url}/de/privacy`)
    expect(await frame.evaluate(() => ({ ...sessionStorage }))).toEqual({})
  })
})

describe('a journey by forms alone', () => {
  it('speaks with the service alone, and no address tells anything of the person', async () => {
    const page = await browser.open({ javaScriptEnabled: false })
    const trace = follow(page)
    const frame = page.mainFrame()
    await page.goto(`${service.url}/de/`)
    await answerAll(frame, motherFromKharkiv)
    expectSilent(trace)
    expect(await page.context().cookies()).toEqual([])
    expect(await frame.evaluate(() => ({ ...sessionStorage, ...localStorage }))).toEqual({})
  })
})

describe('a journey in the widget', () => {
  it('speaks with the service alone, and leaves nothing on the town’s own origin', async () => {
    const town = await serveHostPage(townPage(service.url, '<hessen-lotse lang="de"></hessen-lotse>'))
    const page = await browser.open()
    const trace = follow(page)
    await page.goto(town.address)
    await answerAll(await widgetFrame(page), motherFromKharkiv)
    const outside = new URL(town.address).origin
    // The town's own page may say where it loads the loader from; the frame may say nothing.
    const own = { ...trace, referrers: trace.referrers.filter(line => !line.includes('/widget.js from')) }
    expectSilent(own, [outside])
    expect(await kept(page)).toEqual(nothing)
    expect(await page.evaluate(() => ({ ...sessionStorage }))).toEqual({})
    await town.close()
  })
})
