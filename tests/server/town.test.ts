import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { topics } from '../../src/facts/topics.ts'
import type { OfferMessage, TurnMessage } from '../../src/render/message.ts'
import { accentSheet, readColour } from '../../src/server/accent.ts'
import { readConfig } from '../../src/server/config.ts'
import { loadContent } from '../../src/server/content.ts'
import { step, turnOf } from '../support/doors.ts'
import { type Running, run } from '../support/running-service.ts'
import { type Service, startService } from '../support/service.ts'
import { exampleText, townOf } from '../support/towns.ts'

const town = townOf(
  exampleText.replace('      - arrival\n    # The key', '      - arrival\n      - family\n    # The key'),
)
const content = loadContent('.', undefined, town)
const { speeches } = content
const speech = (lang: string) => speeches.of(lang)
let service: Service
let plain: Service
beforeAll(async () => {
  ;[service, plain] = await Promise.all([startService({ content }), startService()])
})
afterAll(() => Promise.all([service.stop(), plain.stop()]))

/** An answer, read to its end: a service waits for those that are half read. */
const get = async (path: string, url = service.url): Promise<Response> => {
  const response = await fetch(`${url}${path}`)
  return new Response(await response.arrayBuffer(), response)
}
const textOf = async (path: string, url = service.url) => (await get(path, url)).text()
/** A page as it is read: without elements and marks. */
const read = (page: string) =>
  page
    .replace(/<[^>]+>/g, '')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
const name = 'Vielfaltszentrum Beispielstadt'

describe('every page of a town', () => {
  it.each([
    ['ar', 'rtl'],
    ['de', 'ltr'],
  ])('shows name, logo and the town’s own pages at its foot: %s', async (lang, dir) => {
    for (const path of ['', 'search', 'offers', 'privacy', 'topics/family', 'offline']) {
      const page = await textOf(`/${lang}/${path}`)
      expect(page).toContain(`<html lang="${lang}" dir="${dir}"`)
      expect(page).toMatch(/<img class="logo" src="\/assets\/town-[0-9a-f]{10}\.svg" alt="" height="28">/)
      expect(page).toContain('<bdi class="town" lang="de">Beispielstadt</bdi>')
      expect(page).toContain('<link rel="stylesheet" href="/accent/8a4b08.css">')
      for (const [key, end] of [
        ['imprint', 'impressum'],
        ['privacy', 'datenschutz'],
        ['accessibility', 'barrierefreiheit'],
      ])
        expect(page.replace(/<\/?bdi[^>]*>/g, '')).toContain(
          `<a href="https://www.beispielstadt.example.org/${end}" rel="noopener noreferrer" data-text="town.${key}">${read(speech(lang).text(`town.${key}`))}</a>`,
        )
    }
  })

  it('has its colour from a style sheet of our own, as legible as the colour of a site', async () => {
    const colour = readColour('#8a4b08')
    expect(await textOf('/accent/8a4b08.css')).toBe(colour && accentSheet(colour))
  })

  it('takes the colour of the site in its frame before its own', async () => {
    expect(await textOf('/frame/de/?accent=0b5563')).toContain('href="/accent/0b5563.css"')
    expect(await textOf('/frame/de/')).toContain('href="/accent/8a4b08.css"')
  })

  it('keeps the policy of every page', async () => {
    for (const path of ['/de/', '/ar/offers/wohngeld', '/de/privacy', '/frame/de/']) {
      const [ours, others] = await Promise.all([get(path), get(path, plain.url)])
      const policy = ours.headers.get('content-security-policy')
      expect(policy).toContain("img-src 'self'")
      expect(policy).toBe(others.headers.get('content-security-policy'))
    }
  })

  it('serves the logo itself, for a year, and lets it run and load nothing', async () => {
    const [, path = ''] = /src="(\/assets\/town-[^"]+)"/.exec(await textOf('/de/')) ?? []
    const response = await get(path)
    expect(response.headers.get('content-type')).toBe('image/svg+xml')
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none';.*sandbox$/)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await response.text()).toContain('<svg')
    expect((await get('/assets/town-0000000000.svg')).status).toBe(404)
  })
})

describe('a service without a town', () => {
  it('shows nothing of one', async () => {
    for (const path of ['/de/', '/ar/offers/wohngeld', '/de/accessibility', '/frame/de/']) {
      const page = await textOf(path, plain.url)
      expect(page).toContain('<svg class="sign" width="28" height="28"')
      expect(page).not.toMatch(/class="town"|\/assets\/town-|href="\/accent|data-text="town\./)
    }
    const { body } = await step(plain.url, { type: 'start', lang: 'de', topics: ['family'], kreis: '06412' })
    expect(JSON.stringify(body)).not.toMatch(/"local"|"suggestions"/)
    expect(JSON.stringify(await (await get('/api/v1/offers?lang=de', plain.url)).json())).not.toContain(
      '"local"',
    )
  })
})

/** The turn after a few answers of somebody in a Kreis. */
async function results(lang: string, kreis: string): Promise<TurnMessage> {
  let turn = turnOf((await step(service.url, { type: 'start', lang, topics: ['family'], kreis })).body)
  for (const [question, value] of [
    ['childrenAges', [1, 4]],
    ['singleParent', true],
    ['receivesMaintenance', false],
    ['residence', 'temporaryProtection'],
  ] as const)
    turn = turnOf((await step(service.url, { type: 'answer', question, value }, turn.resume)).body)
  return turnOf((await step(service.url, { type: 'results' }, turn.resume)).body)
}
const wholes = ({ offers }: TurnMessage): readonly OfferMessage[] =>
  offers.flatMap(offer => ('summary' in offer ? [offer] : []))
const post = async (path: string, fields: Record<string, string>) =>
  (await fetch(`${service.url}${path}`, { method: 'POST', body: new URLSearchParams(fields) })).text()

describe('a local contact', () => {
  it('stands first for people of its Kreis, and is not there for others', async () => {
    const own = wholes(await results('uk', '06412'))
    const other = wholes(await results('uk', '06531'))
    expect(own.length).toBeGreaterThan(0)
    for (const { local = [], contacts } of own) {
      expect(local.map(help => help.name)).toEqual([name])
      expect(contacts[0]).toEqual({ kind: 'phone', value: '+496990009123', label: `${name}: 06990009123` })
      expect(contacts.slice(0, 4).map(({ kind }) => kind)).toEqual(['phone', 'email', 'url', 'address'])
    }
    for (const { local, contacts } of other) {
      expect(local).toBeUndefined()
      expect(JSON.stringify(contacts)).not.toContain('beispielstadt')
    }
    expect(other.map(({ id }) => id).sort()).toEqual(own.map(({ id }) => id).sort())
  })

  it.each([
    ['de', 'Montag bis Freitag 9 bis 12 Uhr', 'Deutsch, Arabisch und Tigrinya', '20.11.2026'],
    ['ar', 'من الاثنين إلى الجمعة، من 9 إلى 12', 'الألمانية والعربية والتغرينية', '20'],
    ['uk', 'Montag bis Freitag 9 bis 12 Uhr', 'німецька, арабська', '20'],
  ])(
    'shows hours and languages in the card, on the page and on the sheet: %s',
    async (lang, hours, languages, date) => {
      const { resume } = await results(lang, '06412')
      const card = await post(`/${lang}/talk`, { event: 'offer', id: 'unterhaltsvorschuss', resume })
      const sheet = await post(`/${lang}/print`, { resume })
      const page = await textOf(`/${lang}/offers/unterhaltsvorschuss`)
      for (const shown of [card, page, sheet]) {
        const words = read(shown)
        expect(words).toContain(name)
        expect(words).toContain(hours)
        expect(words).toContain(languages)
        expect(words).toContain(date)
        expect(words).toContain('Frankfurt am Main')
        // Before every other contact of the offer, and each way once.
        const [first] = /<h4>(?:(?!<h4>).)*Vielfaltszentrum.*/s.exec(shown) ?? ['']
        expect(first).toContain('06990009123')
      }
      for (const shown of [card, page]) {
        const [, contacts = ''] = /<ul class="contacts">(.*?)<\/ul>/s.exec(shown) ?? []
        expect(contacts).toContain('href="tel:+496990009123"')
        expect(shown.split('href="tel:+496990009123"').length).toBe(2)
      }
      // What is German is said in German.
      if (lang === 'uk')
        expect(page).toMatch(/<bdi lang="de" dir="ltr">Montag bis Freitag 9 bis 12 Uhr<\/bdi>/)
    },
  )

  it('is told with the name of its place where nobody has said where they live', async () => {
    const offer: OfferMessage = await (await get('/api/v1/offers/schuldnerberatung?lang=de')).json()
    const [local] = offer.local ?? []
    expect(local).toMatchObject({
      name: 'Schuldnerberatung Beispielstadt',
      place: expect.stringContaining('Gießen'),
    })
    const elsewhere: OfferMessage = await (
      await get('/api/v1/offers/schuldnerberatung?lang=de&kreis=06432')
    ).json()
    expect(elsewhere.local).toBeUndefined()
  })
})

describe('the Kreise of a town', () => {
  it('are a button beside the question for the place, where every other place can be named', async () => {
    const { body } = await step(service.url, { type: 'start', lang: 'de', topics: ['family'] })
    let turn = turnOf(body)
    for (let asked = 0; turn.question?.id !== 'kreis' && asked < 40; asked++)
      turn = turnOf(
        (await step(service.url, { type: 'answer', question: turn.question?.id, value: null }, turn.resume))
          .body,
      )
    expect(turn.question?.options).toEqual([])
    expect(turn.question?.suggestions).toEqual([
      { value: '06412', label: expect.stringContaining('Frankfurt') },
    ])
    const shown = await post('/de/talk', { event: 'language', lang: 'de', resume: turn.resume })
    expect(shown).toMatch(
      /<input class="field" name="value"[^>]*>.*<button class="row" name="value" value="06412">/s,
    )
    const given = { event: 'answer', question: 'kreis', kind: 'place', resume: turn.resume }
    const tapped = await post('/de/talk', { ...given, value: '06412' })
    expect(read(tapped)).toContain('Frankfurt am Main')
    const typed = await post('/de/talk', { ...given, value: 'Kassel, Stadt' })
    expect(read(typed)).toContain('Kassel')
  })
})

describe('the topics of a town', () => {
  it('are chosen when a conversation begins, unless the address names others; all stay within reach', async () => {
    const chosen = ({ facts: _, transcript }: TurnMessage) => transcript[0]?.answer.value
    const data = async (path: string): Promise<TurnMessage> => {
      const [, json = ''] =
        /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(await textOf(path)) ?? []
      return JSON.parse(json).turn
    }
    expect(chosen(await data('/de/'))).toEqual(['arrival', 'german', 'family'])
    expect(chosen(await data('/frame/de/'))).toEqual(['arrival', 'german', 'family'])
    expect(chosen(await data('/de/?topics=money'))).toEqual(['money'])
    const page = await textOf('/de/')
    const { resume } = await data('/de/')
    expect(page).toContain('value="topics"')
    const again = await post('/de/talk', { event: 'revise', question: 'topics', resume })
    for (const topic of topics) expect(again).toContain(`name="value" value="${topic}"`)
  })
})

describe('the accessibility statement', () => {
  it('names the town’s contact where there is one', async () => {
    const page = await textOf('/ar/accessibility')
    expect(page).toContain('href="mailto:barrierefrei@beispielstadt.example.org"')
    expect(page).toContain('href="tel:+496990009102"')
    expect(page).not.toContain(speech('ar').text('access.contact').slice(0, 30))
  })
})

describe('languages and sites of a town', () => {
  it('hold where the environment names none', () => {
    expect(readConfig({}, town)).toMatchObject({
      languages: ['de', 'de-simple', 'en', 'uk', 'ar', 'fa'],
      embedOrigins: ['https://www.beispielstadt.example.org'],
    })
    expect(readConfig({ LANGUAGES: 'tr', EMBED_ORIGINS: '*' }, town)).toMatchObject({
      languages: ['tr'],
      embedOrigins: ['*'],
    })
  })
})

describe('a start with TOWN_FILE', () => {
  it('runs the town: its languages, its sites, its name', async () => {
    const running: Running = await run({ TOWN_FILE: 'docs/operation/town.example.yaml' })
    try {
      const page = await get('/uk/', running.url)
      expect(await page.text()).toContain('Beispielstadt')
      expect((await get('/tr/', running.url)).status).toBe(404)
      const frame = await get('/frame/de/', running.url)
      expect(frame.headers.get('content-security-policy')).toContain(
        "frame-ancestors 'self' https://www.beispielstadt.example.org",
      )
    } finally {
      running.signal('SIGTERM')
      await running.ended
    }
  })

  it('does not begin without the file, or with a fault in it, and says where it is', async () => {
    await expect(run({ TOWN_FILE: 'nowhere.yaml' })).rejects.toThrow(
      /TOWN_FILE: there is no file nowhere\.yaml/,
    )
    const folder = mkdtempSync(join(tmpdir(), 'hessenlotse-'))
    try {
      const file = join(folder, 'town.yaml')
      writeFileSync(file, 'name: A\nimprint: http://a.example\n')
      await expect(run({ TOWN_FILE: file })).rejects.toThrow(`${file}:2: imprint: must be an address`)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
