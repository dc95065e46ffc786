import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { topics } from '../../src/facts/topics.ts'
import { readAssets } from '../../src/server/assets.ts'
import { hostileTexts } from '../support/hostile-texts.ts'
import { realContent, type Service, startService } from '../support/service.ts'

const { speeches, world } = realContent()
const languages = speeches.languages.map(({ lang }) => lang)
const assets = readAssets('dist/public')
let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const get = (path: string, init: RequestInit = {}) =>
  fetch(`${service.url}${path}`, { redirect: 'manual', ...init })
const textOf = async (path: string) => (await get(path)).text()

describe('the way by topics', () => {
  it('leads over all topics to every offer that there is', async () => {
    const html = await textOf('/pl/topics')
    const found = new Set<string>()
    for (const topic of topics) {
      expect(html).toContain(`href="/pl/topics/${topic}"`)
      for (const [, id] of (await textOf(`/pl/topics/${topic}`)).matchAll(/data-offer="([^"]+)"/g))
        found.add(id ?? '')
    }
    expect([...found].sort()).toEqual(world.offers.map(({ id }) => id).sort())
  })

  it('says plainly that a topic is not there', async () => {
    for (const topic of ['nowhere', '__proto__', '..%2F..', 'family%00'])
      expect((await get(`/de/topics/${topic}`)).status, topic).toBe(404)
  })
})

describe('the page to read without a network', () => {
  it.each(languages)('has every help line on top, and every offer with a way to reach it: %s', async lang => {
    const html = await textOf(`/${lang}/offline`)
    const [before = ''] = html.split('data-offline-status')
    for (const number of ['tel:110', 'tel:112', 'tel:116016', 'tel:08001110111', 'tel:116111'])
      expect(before.replaceAll('tel:+49', 'tel:0')).toContain(number)
    const offers = [...html.matchAll(/data-offer="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(offers)).toEqual(
      new Set(world.offers.filter(({ status }) => status !== 'ended').map(({ id }) => id)),
    )
  })

  it('is small enough for a slow network', async () => {
    const response = await get('/ar/offline', { headers: { 'accept-encoding': 'br' } })
    expect(response.headers.get('content-encoding')).toBe('br')
    const html = await response.text()
    expect(html.length).toBeGreaterThan(50_000)
  })
})

describe('pages about the service', () => {
  it.each([
    ['traces', 'traces.heading'],
    ['accessibility', 'access.heading'],
    ['topics', 'topics.heading'],
    ['embed', 'embed.heading'],
  ])(
    'are there in every language, with a quick exit and a way to every other language: %s',
    async (path, key) => {
      for (const { lang, text } of speeches.languages) {
        const html = await textOf(`/${lang}/${path}`)
        expect(html).toContain(
          `>${text(`ui:${key}`)
            .replace(/[\u2066-\u2069]/g, '')
            .slice(0, 8)}`,
        )
        expect(html).toContain('id="exit"')
        for (const other of languages) expect(html).toContain(`href="/${other}/${path}"`)
      }
    },
  )
})

describe('the page for web teams', () => {
  const chosen = '/de/embed?lang=uk&kreis=06412&topics=family&topics=money&accent=%23Fa0&position=launcher'

  it('writes lines with exactly what was chosen', async () => {
    const html = await textOf(chosen)
    expect(html).toContain(
      '&lt;hessen-lotse lang=&quot;uk&quot; kreis=&quot;06412&quot; topics=&quot;family,money&quot; accent=&quot;#ffaa00&quot; position=&quot;launcher&quot;&gt;',
    )
    expect(html).toContain(`&lt;a href=&quot;${service.url}/uk/&quot;&gt;`)
    expect(html).toMatch(/<hessen-lotse id="preview" lang="uk" kreis="06412"/)
  })

  it('names the loader by its version, with a checksum that fits what is served, for a year', async () => {
    const html = await textOf('/de/embed')
    const [, path = '', integrity = ''] =
      /src=&quot;http:\/\/[^/]+(\/widget-[\d.]+\.js)&quot; integrity=&quot;([^&]+)&quot; crossorigin/.exec(
        html,
      ) ?? []
    const response = await get(path)
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(`sha384-${createHash('sha384').update(bytes).digest('base64')}`).toBe(integrity)
    expect(response.headers.get('cache-control')).toContain('immutable')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  })

  it('keeps a colour that nobody can read, and says how one is written', async () => {
    const html = await textOf('/de/embed?accent=blau')
    expect(html).toContain('value="blau"')
    expect(html).toContain('aria-invalid="true"')
    expect(html).toContain(speeches.of('de').text('embed.accentInvalid').slice(0, 30))
  })

  it('takes anything else for not chosen, and puts nothing unescaped into the page', async () => {
    for (const [, text] of hostileTexts) {
      const query = new URLSearchParams({
        lang: text,
        kreis: text,
        topics: text,
        position: text,
        accent: text,
      })
      const response = await get(`/de/embed?${query}`)
      if (response.status !== 200) {
        expect([400, 413, 414, 431]).toContain(response.status)
        continue
      }
      const html = await response.text()
      expect(html).toContain('&lt;hessen-lotse&gt;')
      expect(html).not.toContain('<script>alert')
    }
  })

  it('is found without a language', async () => {
    const response = await get('/embed?position=page', { headers: { 'accept-language': 'tr' } })
    expect(response.headers.get('location')).toBe('/tr/embed?position=page')
  })
})

describe('a released loader', () => {
  it('stays as it was: who changes the loader raises the version', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
    const released = `widget/loader/released/widget-${version}.js`
    if (!existsSync(released)) return
    expect(readFileSync(`dist/public/widget-${version}.js`, 'utf8')).toBe(readFileSync(released, 'utf8'))
  })
})

describe('the colour of a site', () => {
  it('comes as a style sheet of the service itself, in the frame alone, and stays with every step', async () => {
    const first = await textOf('/frame/uk/?accent=%23c00')
    expect(first).toContain('<link rel="stylesheet" href="/accent/cc0000.css">')
    expect(first).toContain('action="/frame/uk/talk?accent=cc0000#now"')
    const response = await get('/accent/cc0000.css')
    expect(response.headers.get('content-type')).toContain('text/css')
    expect(await response.text()).toMatch(/^:root\{--accent:#[0-9a-f]{6};/)
    expect(await textOf('/uk/?accent=%23c00')).not.toContain('/accent/')
    const next = await get('/frame/uk/talk?accent=cc0000', {
      method: 'POST',
      body: new URLSearchParams({ event: 'language', lang: 'de' }),
    })
    expect(await next.text()).toContain('/accent/cc0000.css')
  })

  it('is none where it can’t be read', async () => {
    for (const accent of ['red', '%3Bcolor', '1234', '%22%3E%3Cscript%3E'])
      expect(await textOf(`/frame/de/?accent=${accent}`)).not.toContain('/accent/')
    for (const file of ['red.css', 'cc0000', 'cc0000.css.map']) {
      expect((await get(`/accent/${file}`)).status, file).toBe(404)
    }
  })
})

describe('what search engines find', () => {
  it('is every public page in every language, and each is there', async () => {
    const xml = await textOf('/sitemap.xml')
    const pages = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) =>
      url.replace(service.url, ''),
    )
    expect(new Set(pages).size).toBe(pages.length)
    expect(pages.length).toBeGreaterThan(languages.length * 130)
    for (const path of pages.filter((_, at) => at % 97 === 0))
      expect((await get(path)).status, path).toBe(200)
  })

  it('is told by robots.txt, which keeps frames and the interface for programs out', async () => {
    const text = await textOf('/robots.txt')
    expect(text).toContain(`Sitemap: ${service.url}/sitemap.xml`)
    expect(text).toContain('Disallow: /frame/')
    expect(await textOf('/frame/de/')).toContain('<meta name="robots" content="noindex">')
  })

  it('is what schema.org calls a government service, on each offer’s own page', async () => {
    const html = await textOf('/uk/offers/unterhaltsvorschuss')
    const [, json = ''] = /<script type="application\/ld\+json">([^<]+)<\/script>/.exec(html) ?? []
    expect(JSON.parse(json)).toMatchObject({ '@type': 'GovernmentService', inLanguage: 'uk' })
  })
})

describe('the installed page', () => {
  it.each(languages)('has a name and a start in its language: %s', async lang => {
    const response = await get(`/${lang}/app.webmanifest`)
    expect(response.headers.get('content-type')).toContain('application/manifest+json')
    expect(await response.json()).toMatchObject({
      lang,
      start_url: `/${lang}/`,
      display: 'standalone',
      name: expect.stringContaining('Hessenlotse'),
    })
    expect(await textOf(`/${lang}/`)).toContain(`<link rel="manifest" href="/${lang}/app.webmanifest">`)
  })

  it('has its icons', async () => {
    const { icons } = await (await get('/de/app.webmanifest')).json()
    for (const { src, type } of icons) {
      const response = await get(src)
      expect([src, response.status, response.headers.get('content-type')]).toEqual([src, 200, type])
    }
  })

  it('asks for its worker anew each time', async () => {
    const response = await get('/sw.js')
    expect(response.headers.get('content-type')).toContain('javascript')
    expect(response.headers.get('cache-control')).toBe('no-cache')
  })
})

describe('pages of a person', () => {
  it('are never compressed: their size could tell of what is in them', async () => {
    const response = await get('/de/talk', {
      method: 'POST',
      headers: { 'accept-encoding': 'br, gzip' },
      body: new URLSearchParams({ event: 'answer', question: 'topics', kind: 'choices', value: 'family' }),
    })
    expect(response.headers.get('content-encoding')).toBeNull()
    expect((await response.text()).length).toBeGreaterThan(2000)
  })
})

describe('the bytes that a phone loads', () => {
  const sizeOf = (path: string) => readFileSync(`dist/public/${path.replace('/assets/', '')}.br`).length

  it('are few: the loader 3 KB at most, with the app 12 KB', () => {
    const loader = sizeOf('widget.js')
    expect(loader).toBeLessThanOrEqual(3 * 1024)
    expect(loader + sizeOf(assets.app)).toBeLessThanOrEqual(12 * 1024)
  })

  it('are 40 KB at most for a first question with everything around it, in every language', async () => {
    // The first page brings its style along, and is sent small.
    const files = [assets.app, assets.icons].reduce((sum, path) => sum + sizeOf(path), 0)
    for (const lang of languages) {
      const page = await bytesOf(`${service.url}/${lang}/`)
      expect(page.encoding, lang).toBe('br')
      expect(page.html, lang).not.toContain('rel="stylesheet"')
      expect(page.length + files, lang).toBeLessThanOrEqual(40 * 1024)
    }
  })
})

/** A page as it goes over the line. */
const bytesOf = (url: string) =>
  new Promise<{ readonly length: number; readonly encoding: string | undefined; readonly html: string }>(
    (resolve, reject) => {
      request(url, { headers: { 'accept-encoding': 'br' } }, response => {
        const parts: Buffer[] = []
        response.on('data', part => parts.push(part))
        response.on('end', () => {
          const sent = Buffer.concat(parts)
          const html = brotliDecompressSync(sent).toString('utf8')
          resolve({ length: sent.length, encoding: response.headers['content-encoding'], html })
        })
      })
        .on('error', reject)
        .end()
    },
  )
