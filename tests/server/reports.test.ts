import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openStorage, type Storage } from '../../src/storage/open.ts'
import type { TallyRow } from '../../src/storage/schema.ts'
import { reasons } from '../../widget/view/wrong.ts'
import { asSeen } from '../support/as-seen.ts'
import { type Place, sqliteFile } from '../support/databases.ts'
import { hostileTexts, longTexts } from '../support/hostile-texts.ts'
import { readHtml } from '../support/html-tokens.ts'
import { realContent, type Service, startService } from '../support/service.ts'

const { speeches, world } = realContent()
/** Late in the evening in Greenwich: in Hesse it is the next day already. */
const late = Date.UTC(2026, 10, 26, 23, 30)
const minute = 60_000
let now = late
let place: Place
let service: Service
let storage: Storage
beforeAll(async () => {
  place = await sqliteFile()
  service = await startService({ now: () => now, place: place.place })
  storage = await openStorage(place.place)
})
afterAll(async () => {
  await service.stop()
  await storage.close()
  await place.close()
})
beforeEach(async () => {
  // A minute of its own for each test, in which nobody has sent anything yet.
  now += minute
  await storage.tallies.replace([])
})

const call = (body: unknown, headers: { readonly [name: string]: string } = {}) =>
  fetch(`${service.url}/api/v1/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
const send = (
  path: string,
  fields: { readonly [name: string]: string },
  headers: { readonly [name: string]: string } = {},
) =>
  fetch(`${service.url}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers,
    redirect: 'manual',
  })
const text = (lang: string, key: string, filling = {}) => speeches.of(lang).text(key, filling)
/** A text of a page without its elements. */
const plain = (html: string) => html.replace(/<\/?bdi[^>]*>/g, '').replaceAll('&#39;', "'")
/** A page without its style sheet, which is no HTML. */
const elementsOf = (html: string) => html.replace('<!doctype html>', '').replace(/<style>.*?<\/style>/s, '')
const counted = (): Promise<readonly TallyRow[]> => storage.tallies.all()
const row = (subject: string, count: number): TallyRow => ({
  day: '2026-11-27',
  kreis: '',
  lang: '',
  kind: 'report',
  subject,
  count,
})
/** The token of a talk that has begun in a language, with an answer. */
const begun = async (lang: string): Promise<string> => {
  const response = await fetch(`${service.url}/api/v1/turn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ event: { type: 'start', lang, topics: ['family'] } }),
  })
  return (await response.json()).resume
}
const ways = [
  ['the API', (offer: string, reason: string) => call({ offer, reason, lang: 'uk' })],
  ['a form', (offer: string, reason: string) => send('/uk/report', { offer, reason })],
  ['a form in a frame', (offer: string, reason: string) => send('/frame/uk/report', { offer, reason })],
] as const

describe.each(ways)('a report over %s', (_, report) => {
  it('is thanked for in the person’s language', async () => {
    const response = await report('kindergeld', 'moved')
    expect(response.status).toBe(200)
    expect(plain(await response.text())).toContain(text('uk', 'wrong.thanks'))
  })

  it('counts by the day in Hesse, offer and reason, and keeps nothing else', async () => {
    for (const reason of reasons) await report('kindergeld', reason)
    await report('wohngeld', 'closed')
    await report('wohngeld', 'closed')
    const expected = [...reasons.map(reason => row(`kindergeld:${reason}`, 1)), row('wohngeld:closed', 2)]
    expect([...(await counted())].sort((a, b) => (a.subject < b.subject ? -1 : 1))).toEqual(
      expected.sort((a, b) => (a.subject < b.subject ? -1 : 1)),
    )
  })

  it('can be made of every offer of the catalogue', async () => {
    for (const [index, { id }] of world.offers.entries()) {
      if (index % 10 === 0) now += minute
      expect([id, (await report(id, 'wrongRule')).status]).toEqual([id, 200])
    }
    expect((await counted()).reduce((sum, { count }) => sum + count, 0)).toBe(world.offers.length)
  })

  it('is refused after twenty in a minute, and taken again in the next', async () => {
    const statuses: number[] = []
    for (let at = 0; at < 20; at++) statuses.push((await report('kindergeld', 'moved')).status)
    expect(new Set(statuses)).toEqual(new Set([200]))
    const refused = await report('kindergeld', 'moved')
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60'])
    expect(plain(await refused.text())).toContain(text('uk', 'error.rate.limited'))
    expect(await counted()).toEqual([row('kindergeld:moved', 20)])
    now += minute
    expect((await report('kindergeld', 'moved')).status).toBe(200)
  })

  it('says clearly that an offer is unknown, and counts nothing', async () => {
    const response = await report('nirgendwo', 'moved')
    expect(response.status).toBe(400)
    expect(plain(await response.text())).toContain(text('uk', 'error.offer.unknown'))
    expect(await counted()).toEqual([])
  })

  it('takes whatever is sent for offer or reason as an error, and shows none of it', async () => {
    for (const [, hostile] of [...hostileTexts, ...longTexts])
      for (const [offer, reason] of [
        [hostile, 'moved'],
        ['kindergeld', hostile],
        [hostile, hostile],
      ] as const) {
        const response = await report(offer, reason)
        expect([hostile.slice(0, 40), response.status]).toEqual([hostile.slice(0, 40), 400])
        const body = await response.text()
        expect(body).not.toContain('<script>alert')
        expect(body).not.toContain('DROP TABLE')
      }
    expect(await counted()).toEqual([])
  })
})

describe('the API', () => {
  it('names the field that is wrong, in the language that the browser asks for', async () => {
    const headers = { 'accept-language': 'tr' }
    const answers = [
      [{ offer: 'kindergeld', reason: 'ugly' }, 'event.invalid', 'reason'],
      [{ offer: 'kindergeld' }, 'event.invalid', 'reason'],
      [{ reason: 'moved' }, 'event.invalid', 'offer'],
      [{ offer: 'kindergeld', reason: 'moved', text: 'my name is' }, 'event.invalid', 'text'],
      [{ offer: 'nirgendwo', reason: 'moved' }, 'offer.unknown', 'offer'],
      [{ offer: 'kindergeld', reason: 'moved', lang: 'xx' }, 'language.unknown', 'lang'],
    ] as const
    for (const [body, code, field] of answers) {
      const response = await call(body, headers)
      expect(response.status).toBe(400)
      const message = await response.json()
      expect(message).toEqual({ type: 'error', code, field, text: text('tr', `error.${code}`, { field }) })
    }
    expect(await counted()).toEqual([])
  })

  it('puts an error into the language that the report names, rather than the browser’s', async () => {
    const response = await call(
      { offer: 'nirgendwo', reason: 'moved', lang: 'uk' },
      { 'accept-language': 'tr' },
    )
    expect((await response.json()).text).toBe(text('uk', 'error.offer.unknown'))
  })

  it('documents the call with its reasons', async () => {
    const document = await (await fetch(`${service.url}/api/openapi.json`)).json()
    const { schema } = document.paths['/api/v1/reports'].post.requestBody.content['application/json']
    expect(schema.properties.reason.enum).toEqual([...reasons])
    expect(Object.keys(schema.properties)).toEqual(['offer', 'reason', 'lang'])
  })
})

describe('who means harm', () => {
  it('can’t have the visitors of a foreign page report', async () => {
    const foreign = { 'sec-fetch-site': 'cross-site' }
    const report = { offer: 'kindergeld', reason: 'moved' }
    for (const response of [
      await call(report, foreign),
      await send('/api/v1/reports', report, foreign),
      await send('/de/report', report, foreign),
      await send('/frame/de/report', report, foreign),
    ])
      expect(response.status).toBe(403)
    expect(await counted()).toEqual([])
  })

  it('gets nothing but text back from a token that is none', async () => {
    for (const [, hostile] of hostileTexts) {
      const response = await send('/de/report', { offer: 'kindergeld', reason: 'moved', resume: hostile })
      // Reading is strict: what escapes its attribute would fail.
      readHtml(elementsOf(await response.text()))
      now += minute
    }
  })

  it('finds nothing of the sender in the database or in its log of writes', async () => {
    await call({ offer: 'kindergeld', reason: 'moved', lang: 'uk' }, { 'user-agent': 'Testgerät 17' })
    if (!('file' in place.place)) throw new TypeError('the database is a file')
    for (const ending of ['', '-wal']) {
      const stored = (await readFile(`${place.place.file}${ending}`)).toString('latin1')
      expect(stored).not.toContain('127.0.0.1')
      expect(stored).not.toContain('Testger')
    }
    expect(await counted()).toEqual([row('kindergeld:moved', 1)])
  })
})

describe('without JavaScript', () => {
  it.each(['', '/frame'])('the way leads back to the offer, with every answer (%s)', async base => {
    const resume = await begun('fa')
    const response = await send(`${base}/fa/report?accent=0b5563`, {
      offer: 'kindergeld',
      reason: 'moved',
      resume,
    })
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy.includes('frame-ancestors *')).toBe(base !== '')
    expect(response.headers.get('cache-control')).toBe('no-store')
    const html = await response.text()
    const form = /<form method="post" action="([^"]+)"><input type="hidden" name="event" value="offer">/
    const address = form.exec(html)?.[1]
    expect(address).toBe(`${base}/fa/talk${base === '' ? '' : '?accent=0b5563'}#now`)
    const kept = /name="resume" value="([^"]+)"><input type="hidden" name="id" value="kindergeld"/.exec(html)
    expect(kept?.[1]).toBe(resume)
    const talk = await send(`${base}/fa/talk`, { event: 'offer', id: 'kindergeld', resume })
    const shown = await talk.text()
    expect(shown).toContain('data-offer="kindergeld"')
    expect(shown).toContain('data-question="topics"')
  })

  it('the way leads back to the offer’s public page where there is no conversation', async () => {
    const html = await (await send('/fa/report', { offer: 'kindergeld', reason: 'moved', resume: '' })).text()
    expect(html).toContain('class="button" href="/fa/offers/kindergeld"')
    expect(html).not.toContain('name="event" value="offer"')
  })

  it('the way leads back to the results where a report was refused for its offer', async () => {
    const resume = await begun('fa')
    const html = await (await send('/fa/report', { offer: 'nirgendwo', reason: 'moved', resume })).text()
    expect(html).toContain(
      `name="event" value="results"><input type="hidden" name="resume" value="${resume}"`,
    )
  })
})

describe('the form', () => {
  const ofOffer = { event: 'offer', id: 'kindergeld' }
  const pages = [
    ['the offer’s own page', '/report', () => fetch(`${service.url}/de/offers/kindergeld`)],
    ['the talk', '/report', async () => send('/de/talk', { ...ofOffer, resume: await begun('de') })],
    [
      'the frame',
      '/report?accent=0b5563',
      async () => send('/frame/de/talk?accent=0b5563', { ...ofOffer, resume: await begun('de') }),
    ],
    ['the results', '/report', async () => send('/de/talk', { event: 'results', resume: await begun('de') })],
    ['the counsellor’s desk', '/report', () => send('/de/counsel/desk', { open: 'kindergeld' })],
  ] as const

  it.each(pages)('stands on %s with its reasons, and no form lies in another', async (name, ending, open) => {
    const html = await (await open()).text()
    const tokens = readHtml(elementsOf(html))
    let within = 0
    for (const token of tokens) {
      if (token.kind === 'text' || token.name !== 'form') continue
      within += token.kind === 'open' ? 1 : -1
      expect(within, name).toBeLessThanOrEqual(1)
    }
    const forms = [...html.matchAll(/<form method="post" action="([^"]+)"[^>]* data-report.*?<\/form>/gs)]
    expect(forms.length).toBeGreaterThan(0)
    for (const [form, action = ''] of forms) {
      expect(action.endsWith(ending)).toBe(true)
      expect([...form.matchAll(/name="reason" value="(\w+)"/g)].map(([, reason]) => reason)).toEqual([
        ...reasons,
      ])
      expect(form).not.toMatch(/<textarea|type="text"/)
    }
  })

  it('is asked in the person’s language', async () => {
    const html = await (await fetch(`${service.url}/ar/offers/kindergeld`)).text()
    for (const key of ['ask', 'explain', ...reasons])
      expect(html).toContain(asSeen(text('ar', `wrong.${key}`)))
  })
})
