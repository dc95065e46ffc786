import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readAssets } from '../../src/server/assets.ts'
import { step, turnOf } from '../support/doors.ts'
import { realContent, type Service, startService } from '../support/service.ts'

const languages = realContent().speeches.languages.map(({ lang }) => lang)

let service: Service
let embedded: Service
let resume = ''
beforeAll(async () => {
  service = await startService()
  embedded = await startService({
    environment: { EMBED_ORIGINS: 'https://stadt.example', PUBLIC_URL: 'https://lotse.example' },
  })
  resume = turnOf((await step(service.url, { type: 'start', lang: 'de', topics: ['family'] })).body).resume
})
afterAll(() => Promise.all([service.stop(), embedded.stop()]))

/** A request, and the status that its answer has. */
interface Visit {
  readonly status: number
  readonly path: string
  readonly body?: string | URLSearchParams
  readonly type?: string
}

const get = (path: string, status = 200): Visit => ({ path, status })
const form =
  (path: string, event: string, token: () => string, status = 200) =>
  (): Visit => ({
    path,
    status,
    body: new URLSearchParams({ event, resume: token() }),
  })
const json =
  (path: string, body: () => unknown, status = 200) =>
  (): Visit => ({
    path,
    status,
    body: JSON.stringify(body()),
    type: 'application/json',
  })
const good = () => resume
const spoilt = () => 'no-token'

/** Pages by themselves, and pages in the frame that other sites embed. */
const pages = [
  ...languages.flatMap(lang => [
    `/${lang}/`,
    `/${lang}/offers`,
    `/${lang}/offers/wohngeld`,
    `/${lang}/privacy`,
  ]),
  '/de',
  '/de/demo',
  '/demo',
  '/de/?topics=family&kreis=06412',
].map(path => () => get(path))
const talks = [
  form('/de/talk', 'results', good),
  form('/uk/talk', 'back', good),
  form('/de/talk', 'nonsense', good, 400),
  form('/de/talk', 'results', spoilt, 400),
]
const lost = ['/nowhere', '/de/nowhere', '/de/offers/nowhere', '/xx/offers', '/assets/nowhere.js'].map(
  path => () => get(path, 404),
)
const frames = [
  () => get('/frame/de'),
  () => get('/frame/ar/'),
  () => get('/frame/de/?topics=family'),
  form('/frame/de/talk', 'results', good),
  form('/frame/de/talk', 'nonsense', good, 400),
  form('/frame/de/talk', 'results', spoilt, 400),
]
/** Calls whose question or answer tells something of a person. */
const calls = [
  json('/api/v1/turn', () => ({ event: { type: 'start', lang: 'de' } })),
  json('/api/v1/turn', () => ({ resume, event: { type: 'results' } })),
  json('/api/v1/turn', () => ({ resume: 'no-token', event: { type: 'results' } }), 400),
  json('/api/v1/turn', () => 'nonsense', 400),
  json('/api/v1/search', () => ({ q: 'Wohngeld' })),
  json('/api/v1/eligibility', () => ({ facts: { pregnant: true } })),
  json('/api/v1/eligibility', () => ({ facts: { pregnant: 'yes' } }), 400),
  () => get('/api/v1/search?q=Wohngeld'),
  () => get('/api/v1/places?q=Kassel'),
  () => get('/api/v1/nowhere', 404),
]
const public_ = [
  '/healthz',
  '/readyz',
  '/metrics',
  '/widget.js',
  '/assets/favicon.svg',
  '/api/v1/offers',
  '/api/v1/languages',
  '/api/openapi.json',
  '/api/v1/messages.schema.json',
  '/de/words.json',
].map(path => () => get(path))
const redirects = ['/', '/frame', '/frame/', '/de/talk'].map(path => () => get(path, 302))

/** What came back, with its headers. */
async function visit({ path, body, type, status }: Visit, url = service.url): Promise<Response> {
  const response = await fetch(`${url}${path}`, {
    redirect: 'manual',
    ...(body !== undefined && { method: 'POST', body }),
    ...(type !== undefined && { headers: { 'content-type': type } }),
  })
  expect(response.status, path).toBe(status)
  // A body that nobody reads keeps its connection, and the service waits for it when it stops.
  return new Response(await response.arrayBuffer(), response)
}

const { styleHash } = readAssets('dist/public')

/** The directives of a content security policy. */
function policyOf({ headers }: Response): { readonly [directive: string]: readonly string[] } {
  const directives = (headers.get('content-security-policy') ?? '')
    .split(';')
    .map(part => part.trim().split(/\s+/))
  return Object.fromEntries(directives.map(([name = '', ...values]) => [name, values]))
}

describe('every page', () => {
  it('runs and loads nothing but the service’s own files', async () => {
    for (const made of [...pages, ...talks, ...lost, ...frames]) {
      const { 'frame-ancestors': _, ...policy } = policyOf(await visit(made()))
      expect(policy).toEqual({
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'", `'${styleHash}'`],
        'img-src': ["'self'"],
        'connect-src': ["'self'"],
        'frame-src': ["'self'"],
        'manifest-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
      })
    }
  })

  it('needs nothing that its policy forbids: no script, style or handler in the page, nothing from elsewhere', async () => {
    for (const made of [...pages, ...talks, ...lost, ...frames]) {
      const source = await (await visit(made())).text()
      const scripts = source.match(/<script\b[^>]*>/g) ?? []
      for (const script of scripts) expect(script).toMatch(/ src="\/[^/]| type="application\/(ld\+)?json"/)
      // A page may bring the one style sheet along that its policy names.
      const bare = source.replace(/<style>([^<]*)<\/style>/, (_, sheet: string) => {
        expect(`sha256-${createHash('sha256').update(sheet).digest('base64')}`).toBe(styleHash)
        return ''
      })
      expect(bare).not.toMatch(/<style\b|<[^>]* style=|<[^>]* on\w+=|javascript:/i)
      const loaded = bare
        .replace(/<link rel="(?:canonical|alternate)"[^>]*>/g, '')
        .matchAll(/<(?:link|script|img|iframe|use|source)\b[^>]* (?:href|src)="([^"]*)"/g)
      for (const [, address] of loaded) expect(address).toMatch(/^\/[^/]/)
      const forms = source.matchAll(/<form\b[^>]* action="([^"]*)"/g)
      for (const [, address] of forms) expect(address).toMatch(/^\/[^/]/)
    }
  })

  it('stands in nobody’s frame, but the widget’s frame stands on the sites that may embed it', async () => {
    for (const made of [...pages, ...talks, ...lost]) {
      expect(policyOf(await visit(made()))['frame-ancestors']).toEqual(["'none'"])
    }
    for (const made of frames) expect(policyOf(await visit(made()))['frame-ancestors']).toEqual(['*'])
    expect(policyOf(await visit(get('/frame/de'), embedded.url))['frame-ancestors']).toEqual([
      "'self'",
      'https://stadt.example',
    ])
    expect(policyOf(await visit(get('/de/'), embedded.url))['frame-ancestors']).toEqual(["'none'"])
  })

  it('names the public address for its sockets, and is asked for over https alone, where there is one', async () => {
    const response = await visit(get('/de/'), embedded.url)
    expect(policyOf(response)['connect-src']).toEqual(["'self'", 'wss://lotse.example'])
    expect(response.headers.get('strict-transport-security')).toMatch(/^max-age=\d{7,}/)
    expect((await visit(get('/de/'))).headers.has('strict-transport-security')).toBe(false)
  })
})

describe('every answer', () => {
  const everything = [...pages, ...talks, ...lost, ...frames, ...calls, ...public_, ...redirects]

  it('sets no cookie', async () => {
    for (const made of everything) expect((await visit(made())).headers.getSetCookie()).toEqual([])
  })

  it('tells no other site where the person was, and is taken for nothing else than it is', async () => {
    for (const made of everything) {
      const { headers } = await visit(made())
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  it('is kept nowhere where it can hold an answer', async () => {
    const starts = [...languages.map(lang => `/${lang}/`), '/de', '/frame/de'].map(path => () => get(path))
    for (const made of [...starts, ...talks, ...frames, ...calls, ...lost, ...redirects]) {
      const asked = made()
      expect((await visit(asked)).headers.get('cache-control'), asked.path).toBe('no-store')
    }
  })

  it('is kept for a year where its name changes with its content, and the loader for an hour', async () => {
    const source = await (await visit(get('/de/'))).text()
    const hashed = [...source.matchAll(/ (?:src|href)="(\/assets\/\w+-[0-9a-f]{10}\.\w+)/g)].map(
      ([, path = '']) => path,
    )
    expect(hashed.length).toBeGreaterThan(1)
    for (const path of hashed) {
      expect((await visit(get(path))).headers.get('cache-control')).toBe(
        'public, max-age=31536000, immutable',
      )
    }
    const { headers } = await visit(get('/widget.js'))
    expect(headers.get('cache-control')).toBe('public, max-age=3600')
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  })

  it('is as careful where the address itself can’t be read', async () => {
    for (const [path, status] of [
      ['/de/%ff', 400],
      [`/de/offers/${'x'.repeat(200)}`, 414],
    ] as const) {
      const response = await visit(get(path, status))
      expect(policyOf(response)['default-src'], path).toEqual(["'none'"])
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(await response.text()).not.toContain(path)
    }
  })

  it('is a page in words where an embedding site wrote its wishes wrongly', async () => {
    for (const query of [
      'kreis=06412&kreis=06411',
      `topics=${'family,'.repeat(50)}`,
      'topics=astronomy',
      'kreis=9',
    ]) {
      for (const path of ['/de/', '/frame/de']) {
        expect(await (await visit(get(`${path}?${query}`))).text()).toContain('<section class="question"')
      }
    }
  })

  it('takes no token from an address', async () => {
    const asked = json(`/api/v1/turn?resume=${resume}`, () => ({ event: { type: 'results' } }), 400)
    expect(await (await visit(asked())).json()).toMatchObject({ type: 'error', field: 'resume' })
  })
})
