import { readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTokenHash } from '../../src/server/operator/token-hash.ts'
import { runOperatorCommand } from '../../src/server/operator-command/command.ts'
import { openStorage } from '../../src/storage/open.ts'
import { type Place, sqliteFile } from '../support/databases.ts'
import { openLine, step, turnOf } from '../support/doors.ts'
import { hostileTexts } from '../support/hostile-texts.ts'
import { type Running, run } from '../support/running-service.ts'
import { noon, realContent, type Service, startService } from '../support/service.ts'

const { speeches } = realContent()
const text = (key: string, filling = {}) => speeches.of('de').text(`operate.${key}`, filling)

let token = ''
let hash = ''
let place: Place
let service: Service
/** The clock: each test plays in a minute of its own, so that its tries are its own. */
let now = noon
const today = '2026-11-21'

beforeAll(async () => {
  const said: string[] = []
  expect(await runOperatorCommand(['token'], line => said.push(line))).toBe(0)
  token = /^Token: (\S+)$/m.exec(said.join('\n'))?.[1] ?? ''
  hash = /^OPERATOR_TOKEN_HASH='(\S+)'$/m.exec(said.join('\n'))?.[1] ?? ''
  place = await sqliteFile()
  const storage = await openStorage(place.place)
  const row = { day: today, kreis: '06412', lang: 'uk', kind: 'topic', subject: 'family' }
  await storage.tallies.addAll([
    { ...row, count: 41 },
    { ...row, subject: 'work', count: 9 },
    { ...row, kreis: '', kind: 'search', subject: 'pizza', count: 23 },
    { ...row, kreis: '', kind: 'search', subject: 'sauna', count: 9 },
    { ...row, kind: 'search', subject: '=cmd|x', count: 12 },
    { ...row, kreis: '', lang: '', kind: 'report', subject: 'wohngeld:moved', count: 1 },
    { ...row, kind: 'offerShown', subject: 'wohngeld', count: 33 },
    { ...row, kind: 'stage', subject: 'begun', count: 17 },
    { ...row, day: '2026-09-01', kind: 'topic', subject: 'housing', count: 50 },
  ])
  await storage.close()
  service = await startService({
    place: place.place,
    environment: { OPERATOR_TOKEN_HASH: hash },
    now: () => now,
  })
})
afterAll(async () => {
  await service.stop()
  await place.close()
})

const basic = (password: string) => `Basic ${Buffer.from(`anybody:${password}`).toString('base64')}`
const ask = (path = '/de/operator', authorization: string | undefined = basic(token), url = service.url) =>
  fetch(`${url}${path}`, { redirect: 'manual', headers: authorization === '' ? {} : { authorization } })
const nextMinute = () => {
  now += 60_000
}
const plain = (html: string) => html.replace(/<\/?bdi[^>]*>/g, '').replace(/[\u2066-\u2069]/g, '')

/** Reads CSV as RFC 4180 has it. */
function parseCsv(file: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  for (const line of file
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .filter(line => line !== '')) {
    const fields = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)]
    rows.push(fields.map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? ''))
  }
  return rows
}

describe('the operator’s page', () => {
  it('is not there where no operator has set a token', async () => {
    const other = await startService()
    for (const path of ['/de/operator', '/de/operator/counts.csv', '/operator']) {
      const response = await ask(path, basic(token), other.url)
      expect(response.status, path).toBe(404)
      // Who leaves an answer unread keeps its connection busy.
      await response.text()
    }
    await other.stop()
  })

  it('shows what is large enough, and nothing of what is not', async () => {
    nextMinute()
    const response = await ask()
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('x-robots-tag')).toContain('noindex')
    expect(response.headers.get('set-cookie')).toBeNull()
    const html = plain(await response.text())
    expect(html).toContain('name="robots" content="noindex')
    expect(html).toContain('<td data-of="family">41</td>')
    expect(html).toContain(`<td data-of="work" class="hidden-count">${text('below', { threshold: 10 })}</td>`)
    expect(html).toContain('pizza')
    expect(html).not.toContain('sauna')
    expect(html).toContain(plain(speeches.of('de').text('wrong.moved')))
    expect(html).toContain(`<td data-of="${today}">17</td>`)
    expect(html).not.toContain('>50<')
    expect(html).toContain('<svg class="plot"')
  })

  it('looks at another period, Kreis and language, and splits conversations by each', async () => {
    nextMinute()
    const of = async (query: string) => plain(await (await ask(`/de/operator?${query}`)).text())
    expect(await of('from=2026-09-01&until=2026-09-30')).toContain('<td data-of="housing">50</td>')
    expect(await of('kreis=06411')).not.toContain('<td data-of="family">41</td>')
    expect(await of('kreis=06412&lang=uk')).toContain('<td data-of="family">41</td>')
    expect(await of('lang=fa')).not.toContain('<td data-of="family">41</td>')
    expect(await of('split=kreis')).toContain('<td data-of="06412">17</td>')
    expect(await of('split=lang')).toContain('<td data-of="uk">17</td>')
    expect(await of('split=month')).toContain('<td data-of="2026-11">17</td>')
    expect(await of('split=none')).toContain('<td data-of="">17</td>')
  })

  it('says that a period is none, and shows the last four weeks', async () => {
    nextMinute()
    for (const query of [
      'from=2026-11-21&until=2026-11-01',
      'from=2020-01-01',
      'from=gestern',
      'until=2026-02-31',
    ]) {
      const response = await ask(`/de/operator?${query}`)
      expect(response.status, query).toBe(400)
      const html = plain(await response.text())
      expect(html).toContain(text('badPeriod', { days: 28 }))
      expect(html).toContain('value="2026-10-25"')
    }
  })

  it('gives the same numbers as CSV that is read back, with no cell that a spreadsheet would run', async () => {
    nextMinute()
    const response = await ask('/de/operator/counts.csv')
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('content-disposition')).toContain('hessenlotse-2026-10-25-2026-11-21.csv')
    const bytes = Buffer.from(await response.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const rows = parseCsv(bytes.toString('utf8'))
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([5]))
    const found = (section: string, key: string) =>
      rows.find(([of, subject]) => of === text(section) && subject === key)?.at(-1)
    expect(found('topics', 'family')).toBe('41')
    expect(found('topics', 'work')).toBe(text('below', { threshold: 10 }))
    expect(found('searches', 'pizza')).toBe('23')
    expect(found('searches', 'sauna')).toBeUndefined()
    expect(found('searches', "'=cmd|x")).toBe('12')
    expect(rows.flat().filter(cell => /^[=+\-@]/.test(cell))).toEqual([])
  })

  it('leads to the language of the browser, and is linked for nobody', async () => {
    nextMinute()
    const response = await ask('/operator')
    expect(response.headers.get('location')).toMatch(/^\/\w+\/operator$/)
    for (const path of ['/de/', '/de/counsel/desk', '/sitemap.xml', '/robots.txt'])
      expect(await (await ask(path)).text(), path).not.toContain('/operator')
  })
})

describe('who has no token', () => {
  it('is asked for it, whatever they bring', async () => {
    nextMinute()
    for (const authorization of [
      '',
      `Bearer ${token}`,
      token,
      'Basic',
      'Basic %%%',
      `Digest ${token}`,
      basic(''),
    ]) {
      const response = await ask('/de/operator', authorization)
      expect(response.status, authorization).toBe(401)
      expect(response.headers.get('www-authenticate')).toContain('Basic')
      expect(plain(await response.text())).toContain(text('denied'))
    }
    expect((await ask('/de/operator/counts.csv', '')).status).toBe(401)
    expect((await ask('/de/operator', basic(`${token}x`))).status).toBe(401)
    expect((await ask('/de/operator', `Basic ${'A'.repeat(9000)}`)).status).toBe(401)
  })

  it('is let wait after some guesses, even with the right token, while others are served', async () => {
    nextMinute()
    const states: number[] = []
    const guesses = Array.from({ length: 24 }, (_, at) => ask('/de/operator', basic(`guess ${at}`)))
    for (const response of await Promise.all(guesses)) states.push(response.status)
    const whileGuessing = await fetch(`${service.url}/healthz`)
    expect(whileGuessing.status).toBe(200)
    expect(states).toContain(429)
    expect(states).not.toContain(200)
    const response = await ask()
    expect(response.status).toBe(429)
    expect(response.headers.get('retry-after')).toBe('60')
    nextMinute()
    expect((await ask()).status).toBe(200)
  })
})

describe('hostile parameters', () => {
  it('do no harm in any field, and come back in none', async () => {
    const hostile = [
      ...hostileTexts.map(([, value]) => value),
      "' OR 1=1; --",
      '"><script>alert(1)</script>',
      'a'.repeat(5000),
    ]
    for (const [at, value] of hostile.entries()) {
      if (at % 3 === 0) nextMinute()
      for (const field of ['from', 'until', 'kreis', 'lang', 'split']) {
        const response = await ask(
          `/de/operator?${new URLSearchParams({ [field]: value })}&${field}=${field}`,
        )
        expect([200, 400], `${field} ${value.slice(0, 40)}`).toContain(response.status)
        const html = await response.text()
        expect(html).not.toContain('alert(1)')
        expect(html).not.toContain('<script>alert')
      }
    }
    nextMinute()
    expect(plain(await (await ask()).text())).toContain('<td data-of="family">41</td>')
  })
})

describe('a hash', () => {
  it('is read as it was written, and refused where it is weak, dear or none', () => {
    expect(readTokenHash(hash)).toBeDefined()
    const [, , , , salt, key] = hash.split('$')
    for (const bad of [
      '',
      token,
      `scrypt$1024$8$1$${salt}$${key}`,
      `scrypt$32769$8$1$${salt}$${key}`,
      `scrypt$4194304$99$1$${salt}$${key}`,
      `scrypt$32768$8$1$${salt}$short`,
      `argon2$32768$8$1$${salt}$${key}`,
    ])
      expect(readTokenHash(bad), bad).toBeUndefined()
  })

  it('comes from a command that says how it is used', async () => {
    const said: string[] = []
    for (const words of [[], ['x'], ['token', 'x']])
      expect(await runOperatorCommand(words, line => said.push(line))).toBe(2)
    expect(said.join()).toContain('npm run operator -- token')
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  })
})

describe('a running service', () => {
  const typed = 'Kirsebom sucht Pizzaofen 0171234567 in Wolfhagen'
  let running: Running
  let own: Place
  beforeAll(async () => {
    own = await sqliteFile()
    if (!('file' in own.place)) throw new TypeError('no file')
    const storage = await openStorage(own.place)
    await storage.tallies.add({ day: '2020-01-01', kreis: '', lang: 'de', kind: 'topic', subject: 'work' }, 5)
    await storage.close()
    running = await run({ DATABASE_FILE: own.place.file, OPERATOR_TOKEN_HASH: hash, LOG_LEVEL: 'debug' })
  })
  afterAll(async () => {
    running.signal('SIGKILL')
    await own.close()
  })

  it('keeps one known word of a search without result, nothing else that was typed, and no guess', async () => {
    const begun = turnOf((await step(running.url, { type: 'start', lang: 'de', topics: ['work'] })).body)
    await step(running.url, { type: 'say', text: typed }, begun.resume)
    await fetch(`${running.url}/api/v1/search`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ q: typed, lang: 'de' }),
    })
    const line = await openLine(running.url)
    await line.ask({ type: 'start', lang: 'de' })
    await line.ask({ type: 'say', text: typed })
    expect((await ask('/de/operator', basic('guessedByMallory'), running.url)).status).toBe(401)
    running.signal('SIGTERM')
    await running.ended
    if (!('file' in own.place)) throw new TypeError('no file')
    const storage = await openStorage(own.place)
    const all = await storage.tallies.all()
    await storage.close()
    expect(all.filter(({ kind }) => kind === 'search').map(({ subject }) => subject)).toEqual(['pizza'])
    expect(all.find(({ kind }) => kind === 'search')?.count).toBe(3)
    expect(all.filter(({ day }) => day === '2020-01-01')).toEqual([])
    const folder = dirname(own.place.file)
    const files = readdirSync(folder).map(name => readFileSync(`${folder}/${name}`, 'latin1'))
    for (const word of ['irsebom', 'izzaofen', '0171234567', 'olfhagen', 'allory'])
      for (const content of [...files, running.output()])
        expect(content.toLowerCase().includes(word), word).toBe(false)
    expect(running.output()).toContain('operator refused')
    expect(running.output()).not.toContain('"127.0.0.1"')
  })
})
