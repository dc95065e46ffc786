import type { Frame, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { useBrowser } from '../support/browser.ts'
import {
  answerAll,
  answered,
  answerNext,
  answerUntil,
  asked,
  greeting,
  openOffer,
  openTalk,
  readCard,
  untilBroken,
  untilMended,
} from '../support/conversation.ts'
import { type HostPage, serveHostPage, townPage, widgetFrame } from '../support/host-page.ts'
import { motherFromKharkiv } from '../support/people.ts'
import { type Service, startService } from '../support/service.ts'
import { layLine } from '../support/unsteady-line.ts'

const browser = useBrowser()
let service: Service
let town: HostPage | undefined
beforeAll(async () => {
  service = await startService()
})
afterEach(() => town?.close())
afterAll(() => service.stop())

/** Opens the page of a town with these lines in its body and its head. */
async function visit(body: string, head = '', url = service.url): Promise<Page> {
  town = await serveHostPage(townPage(url, body, head))
  const page = await browser.open()
  const greeted = body.includes('<hessen-lotse') ? greeting(page) : undefined
  await page.goto(town.address)
  await greeted
  return page
}

describe('the widget on a page with hostile styles', () => {
  const styles = `<style>
* { display: none !important; font-size: 90px !important; color: transparent !important;
  text-transform: uppercase !important; letter-spacing: 20px !important; line-height: 0 !important }
iframe { display: none !important; width: 1px !important; height: 1px !important }
html, body, hessen-lotse { display: block !important }
</style>`

  it('looks inside the frame as it does on a page of its own', async () => {
    const looks = (frame: Frame) =>
      frame
        .locator('#question, .question .why, .question .row, .question .quiet, #say')
        .evaluateAll(elements =>
          elements.map(element => {
            const { display, fontSize, color, textTransform, letterSpacing, lineHeight } =
              getComputedStyle(element)
            return { display, fontSize, color, textTransform, letterSpacing, lineHeight }
          }),
        )
    const own = await openTalk(await browser.open(), `${service.url}/de/`)
    const page = await visit('<hessen-lotse lang="de"></hessen-lotse>', styles)
    const framed = await widgetFrame(page)
    const expected = await looks(own)
    expect(expected.length).toBeGreaterThan(5)
    expect(await looks(framed)).toEqual(expected)
  })

  it('can be used to the end, without scrolling inside the frame', async () => {
    const page = await visit('<hessen-lotse lang="de"></hessen-lotse>', styles)
    const frame = await widgetFrame(page)
    const fits = () =>
      expect
        .poll(() => frame.evaluate(() => document.body.scrollHeight - document.documentElement.clientHeight))
        .toBe(0)
    await fits()
    await answerAll(frame, motherFromKharkiv, fits)
    await fits()
    expect(await readCard(await openOffer(frame, 'unterhaltsvorschuss'))).toMatchObject({
      verdict: 'eligible',
    })
    const [width, whole] = await frame.evaluate(() => [innerWidth, document.documentElement.scrollWidth])
    expect(width).toBeGreaterThan(300)
    expect(whole).toBe(width)
  })
})

describe('the widget on a page with hostile scripts', () => {
  /** Lays hands on everything that a page can lay hands on, and keeps what it hears. */
  const spy = `<script>
window.heard = []
window.messages = []
window.realFetch = window.fetch.bind(window)
const hear = (...things) => window.heard.push(things.map(String).join(' '))
addEventListener('message', ({ origin, data }) => window.messages.push({ origin, data }))
for (const type of ['keydown', 'input', 'click', 'submit', 'focusin', 'storage', 'securitypolicyviolation'])
  addEventListener(type, event => hear(type, event.key, event.data, event.target?.value), true)
window.fetch = (...given) => { hear('fetch', ...given); return Promise.reject(new TypeError('no')) }
window.WebSocket = class { constructor(...given) { hear('socket', ...given) } }
XMLHttpRequest.prototype.send = function (body) { hear('xhr', body) }
Storage.prototype.setItem = (...given) => hear('storage', ...given)
JSON.parse = (...given) => { hear('json', ...given); return {} }
Element.prototype.setAttribute = new Proxy(Element.prototype.setAttribute, {
  apply(target, self, given) { hear('attribute', ...given); return Reflect.apply(target, self, given) },
})
const post = window.postMessage
window.postMessage = (...given) => { hear('post', JSON.stringify(given)); return post.apply(window, given) }
</script>`

  /** What the page's own scripts get when they reach for the frame. */
  const reach = (page: Page) =>
    page.evaluate(() => {
      const frame = document.querySelector('hessen-lotse')?.shadowRoot?.querySelector('iframe')
      const inside = frame?.contentWindow
      if (!frame || !inside) throw new Error('the element has no frame')
      const ways: { readonly [way: string]: () => unknown } = {
        document: () => inside.document,
        query: () => inside.document.querySelector('.transcript'),
        address: () => inside.location.href,
        sessionStorage: () => inside.sessionStorage,
        localStorage: () => inside.localStorage,
        fetch: () => inside.fetch,
        script: () => Reflect.get(inside, 'eval'),
        overwrite: () => Reflect.set(inside, 'fetch', () => {}),
        history: () => inside.history,
        element: () => inside.frameElement,
      }
      const answers = Object.entries(ways).map(([way, go]) => {
        try {
          return `${way}: ${go()}`
        } catch (error) {
          return error instanceof DOMException ? error.name : String(error)
        }
      })
      return { answers, contentDocument: frame.contentDocument, src: frame.src }
    })

  it('keeps every answer from them, and the token too', async () => {
    const page = await visit('<hessen-lotse lang="de"></hessen-lotse>', spy)
    const frame = await widgetFrame(page)
    const questions = await answerAll(frame, motherFromKharkiv)
    const token = await frame.evaluate(() => Object.values({ ...sessionStorage })[0] ?? '')
    expect(token.length).toBeGreaterThan(100)
    const { answers, contentDocument, src } = await reach(page)
    expect(new Set(answers)).toEqual(new Set(['SecurityError']))
    expect(contentDocument).toBeNull()
    expect(src).toBe(`${service.url}/frame/de/`)
    const found = await page.evaluate(() =>
      JSON.stringify([
        Reflect.get(window, 'heard'),
        Reflect.get(window, 'messages'),
        performance.getEntries().map(({ name }) => name),
        document.cookie,
        { ...sessionStorage },
        { ...localStorage },
        document.documentElement.outerHTML.replace(/<script>[\s\S]*?<\/script>/g, ''),
      ]),
    )
    expect(found).not.toContain(token.slice(0, 20))
    for (const question of questions) expect(found, question).not.toContain(question)
    expect(found).not.toMatch(/temporaryProtection|familyCare|sgb2|34117/)
  })

  it('tells them its height and nothing else', async () => {
    const page = await visit('<hessen-lotse lang="de"></hessen-lotse>', spy)
    await answerAll(await widgetFrame(page), motherFromKharkiv)
    const messages = await page.evaluate((): readonly { origin: string; data: unknown }[] =>
      Reflect.get(window, 'messages'),
    )
    expect(messages.length).toBeGreaterThan(3)
    for (const { origin, data } of messages) {
      expect(origin).toBe(service.url)
      expect(data).toEqual({ hessenlotse: 'height', height: expect.any(Number) })
    }
  })

  it('takes its height from its own frame alone', async () => {
    const page = await visit('<hessen-lotse lang="de"></hessen-lotse>', spy)
    const frame = await widgetFrame(page)
    await answerUntil(frame, motherFromKharkiv, ['residence'])
    const height = () => page.locator('hessen-lotse iframe').evaluate(element => element.clientHeight)
    const before = await height()
    await page.evaluate(async () => {
      const heard = new Promise(done => addEventListener('message', done, { once: true }))
      window.postMessage({ hessenlotse: 'height', height: 9999 }, '*')
      await heard
    })
    expect(await height()).toBe(before)
  })

  it('gives other origins no page and no step of a conversation', async () => {
    const page = await visit('<hessen-lotse lang="de"></hessen-lotse>', spy)
    await widgetFrame(page)
    const outcomes = await page.evaluate(async url => {
      const fetch: typeof window.fetch = Reflect.get(window, 'realFetch')
      const body = JSON.stringify({ event: { type: 'start', lang: 'de' } })
      const json = { 'content-type': 'application/json' }
      const tries = [
        fetch(`${url}/de/`, { credentials: 'include' }),
        fetch(`${url}/frame/de/`),
        fetch(`${url}/api/v1/turn`, { method: 'POST', body, headers: json }),
      ]
      return (await Promise.allSettled(tries)).map(({ status }) => status)
    }, service.url)
    expect(outcomes).toEqual(['rejected', 'rejected', 'rejected'])
  })

  it('lets nobody lay the page itself into a frame', async () => {
    const page = await visit(`<iframe id="stolen" src="${service.url}/de/"></iframe>`)
    await page.waitForLoadState()
    const stolen = await (await page.locator('#stolen').elementHandle())?.contentFrame()
    expect(await stolen?.locator('#talk').count()).toBe(0)
  })
})

describe('the widget as a guest', () => {
  const field = '<input id="own" autofocus><div style="height: 3000px"></div>'

  it.each(['', ' topics="family"', ' kreis="06412"'])(
    'takes no focus uninvited and does not scroll the page, with%j',
    async attributes => {
      const page = await visit(`${field}<hessen-lotse lang="de"${attributes}></hessen-lotse>`)
      await widgetFrame(page)
      expect(await whereAttentionIs(page)).toEqual({ focus: 'own', scrolled: 0 })
    },
  )

  it('takes no focus when its line comes back while the person writes elsewhere', async () => {
    const line = await layLine(service.port)
    const page = await visit(`${field}<hessen-lotse lang="de"></hessen-lotse>`, '', line.url)
    const frame = await widgetFrame(page)
    await answerNext(frame, motherFromKharkiv)
    await page.locator('#own').focus()
    await page.evaluate(() => scrollTo(0, 0))
    line.goDown()
    await untilBroken(frame)
    line.comeBack(service.port)
    await untilMended(frame)
    expect(await whereAttentionIs(page)).toEqual({ focus: 'own', scrolled: 0 })
    await line.close()
  })

  it('has no link that leads to a page which refuses to stand in a frame', async () => {
    const page = await visit('<hessen-lotse lang="de" topics="family"></hessen-lotse>')
    const frame = await widgetFrame(page)
    const links = await frame
      .locator('a[href]:not([target=_blank], [target=_top])')
      .evaluateAll(all => all.flatMap(link => (link instanceof HTMLAnchorElement ? [link.href] : [])))
    for (const link of new Set(links)) {
      const { headers } = await fetch(link)
      expect(headers.get('content-security-policy'), link).toContain('frame-ancestors *')
    }
  })

  it('brings the wishes of the page to a person whose browser chooses the language', async () => {
    const page = await visit('<hessen-lotse topics="family" kreis="06611"></hessen-lotse>')
    const frame = await widgetFrame(page)
    expect(await frame.locator('html').getAttribute('lang')).toBe('de')
    expect(await answered(frame)).toEqual(['topics', 'kreis'])
    expect(await asked(frame)).toBe('childrenAges')
  })

  it('leaves the whole page at once when asked to', async () => {
    const page = await visit('<hessen-lotse lang="de"></hessen-lotse>')
    await page.route('https://www.dwd.de/', route => route.fulfill({ body: 'Wetter' }))
    const frame = await widgetFrame(page)
    await answerNext(frame, motherFromKharkiv)
    await frame.locator('#exit').click()
    await page.waitForURL('https://www.dwd.de/')
    expect(page.frames().length).toBe(1)
  })
})

describe('several widgets on one page', () => {
  const two =
    '<hessen-lotse id="one" lang="de" topics="family"></hessen-lotse><hessen-lotse id="two" lang="uk" topics="housing"></hessen-lotse>'

  it('hold two conversations that know nothing of each other', async () => {
    const page = await visit(two)
    const one = await widgetFrame(page, '#one')
    const two_ = await widgetFrame(page, '#two')
    expect(await asked(one)).toBe('childrenAges')
    expect(await asked(two_)).toBe('housing')
    await answerNext(one, motherFromKharkiv)
    await answerNext(two_, { housing: 'rent' })
    await answerNext(one, motherFromKharkiv)
    expect(await answered(one)).toEqual(['topics', 'childrenAges', 'singleParent'])
    expect(await answered(two_)).toEqual(['topics', 'housing'])
    expect(await two_.locator('html').getAttribute('lang')).toBe('uk')
  })

  it.each(['beforeend', 'afterbegin'] as const)(
    'begin each with its own topics when one comes later than the other, at %s',
    async place => {
      const page = await visit('<hessen-lotse id="one" lang="de" topics="family"></hessen-lotse>')
      await answerNext(await widgetFrame(page, '#one'), motherFromKharkiv)
      const greeted = greeting(page)
      const element = '<hessen-lotse id="two" lang="uk" topics="housing"></hessen-lotse>'
      await page.evaluate(([where, html]) => document.body.insertAdjacentHTML(where, html), [
        place,
        element,
      ] as const)
      const later = await widgetFrame(page, '#two')
      await greeted
      expect(await answered(later)).toEqual(['topics'])
      expect(await asked(later)).toBe('housing')
    },
  )

  it('go on each with its own answers after the page was loaded again', async () => {
    const page = await visit(two)
    await answerNext(await widgetFrame(page, '#one'), motherFromKharkiv)
    await answerNext(await widgetFrame(page, '#two'), { housing: 'rent' })
    await page.reload()
    const one = await widgetFrame(page, '#one')
    const other = await widgetFrame(page, '#two')
    await expect.poll(() => answered(one)).toEqual(['topics', 'childrenAges'])
    await expect.poll(() => answered(other)).toEqual(['topics', 'housing'])
  })
})

/** Where the page's focus is, and how far the page is scrolled. */
const whereAttentionIs = (page: Page) =>
  page.evaluate(() => ({ focus: document.activeElement?.id ?? '', scrolled: scrollY }))
