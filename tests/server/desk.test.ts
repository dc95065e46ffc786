import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hostileTexts, longTexts } from '../support/hostile-texts.ts'
import { realContent, type Service, startService } from '../support/service.ts'

const { speeches, world } = realContent()
let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

type Fields = readonly (readonly [string, string])[]
const plain = (html: string) => html.replace(/<\/?bdi[^>]*>/g, '').replace(/[\u2066-\u2069]/g, '')
const send = (path: string, fields: Fields, headers: { readonly [name: string]: string } = {}) =>
  fetch(`${service.url}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
    headers,
    redirect: 'manual',
  })
const desk = async (fields: Fields, lang = 'de') =>
  plain(await (await send(`/${lang}/counsel/desk`, fields)).text())
const mother: Fields = [
  ['f.kreis', '34117'],
  ['f.childrenAges', '1, 4'],
  ['f.singleParent', 'true'],
  ['f.receivesMaintenance', 'false'],
]
const text = (key: string, filling = {}, lang = 'de') => plain(speeches.of(lang).text(key, filling))
/** The groups of a page, with the offers in each. */
const groupOf = (html: string, id: string): string | undefined => {
  const at = html.indexOf(`value="${id}"`)
  const heading = [...html.slice(0, at).matchAll(/<h3>([^<(]+) \(\d+\)<\/h3>/g)].at(-1)?.[1]
  return at === -1 ? undefined : heading
}
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1]?.replaceAll('&quot;', '"') ?? ''

describe('the desk', () => {
  it('shows all offers as open questions before anything is known, and nothing of anybody', async () => {
    const response = await fetch(`${service.url}/de/counsel/desk`)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('set-cookie')).toBeNull()
    const html = plain(await response.text())
    expect(groupOf(html, 'unterhaltsvorschuss')).toBe(text('desk.groups.undetermined'))
    expect(html).toContain(text('desk.next'))
  })

  it('judges what was taken down, and says what is missing', async () => {
    const without = await desk(mother)
    expect(groupOf(without, 'unterhaltsvorschuss')).toBe(text('desk.groups.undetermined'))
    const named = await desk([...mother, ['f.residence', 'german']])
    expect(groupOf(named, 'unterhaltsvorschuss')).toBe(text('desk.groups.eligible'))
    expect(without).toContain(text('desk.missing', { questions: text('questions:residence.short') }))
  })

  it('keeps every field as it was written, in every language', async () => {
    for (const { lang } of speeches.languages) {
      const html = await desk([...mother, ['f.age', 'x<y'], ['q', 'Kurs']], lang)
      expect(html).toContain(`lang="${lang}"`)
      expect(html).toContain('name="f.childrenAges" value="1, 4"')
      expect(html).toContain('name="f.age" value="x&lt;y"')
      expect(html).toContain(text('invalid.number', { min: 0, max: 120 }, lang).replaceAll("'", '&#39;'))
      expect(html).toContain('name="q" type="search" value="Kurs"')
    }
  })

  it('asks which place is meant, and takes the one that was chosen', async () => {
    const html = await desk([['f.kreis', 'Kassel']])
    expect(html).toContain(text('desk.choosePlace'))
    expect(html).toContain('value="06611000"')
    const chosen = await desk([
      ['f.kreis', 'Kassel'],
      ['f.kreis', '06611000'],
    ])
    expect(chosen).not.toContain(text('desk.choosePlace'))
    expect(await desk([['f.kreis', 'Wien']])).toContain(text('error.place.unknown'))
  })

  it('opens an offer with its reasons, their sources with dates, and the whole rule', async () => {
    const html = await desk([...mother, ['open', 'unterhaltsvorschuss']])
    expect(html).toContain('data-offer="unterhaltsvorschuss"')
    expect(html).toContain('UhVorschG § 1')
    expect(html).toContain('https://www.gesetze-im-internet.de/uhvorschg/')
    const rule = html.slice(html.indexOf(text('desk.rule')))
    expect(rule).toContain(text('rule.all'))
    expect(rule).toContain(text('rule.any'))
    const closed = await desk([...mother, ['opened', 'unterhaltsvorschuss'], ['open', '-']])
    expect(closed).not.toContain('data-offer="unterhaltsvorschuss"')
  })

  it('holds what is so, and tells what another fact would move', async () => {
    const held = hidden(await desk([...mother, ['do', 'hold']]), 'held')
    expect(JSON.parse(held)).toEqual({
      kreis: '06611',
      gemeinde: '06611000',
      childrenAges: [1, 4],
      singleParent: true,
      receivesMaintenance: false,
    })
    const moved = await desk([...mother, ['f.residence', 'german'], ['held', held]])
    const [, moves = ''] = /<ul data-moves>(.*?)<\/ul>/s.exec(moved) ?? []
    expect(moves).toContain(
      text('desk.move', {
        offer: text('offers:unterhaltsvorschuss.title'),
        before: text('desk.groups.undetermined'),
        after: text('desk.groups.eligible'),
      }),
    )
    expect(await desk([...mother, ['held', held]])).toContain(text('desk.still'))
    const back = await desk([
      ['f.age', '90'],
      ['held', held],
      ['do', 'restore'],
    ])
    expect(back).toContain('name="f.childrenAges" value="1, 4"')
    expect(back).not.toContain('name="f.age" value="90"')
    expect(hidden(await desk([...mother, ['held', held], ['do', 'release']]), 'held')).toBe('')
  })

  it('narrows down by topic, kind of claim and search, and puts help first where the search tells of danger', async () => {
    const german = await desk([['topic', 'german']])
    expect(groupOf(german, 'deutsch4u')).toBeDefined()
    expect(groupOf(german, 'unterhaltsvorschuss')).toBeUndefined()
    const found = await desk([['q', 'Unterhaltsvorschuss']])
    expect(groupOf(found, 'unterhaltsvorschuss')).toBeDefined()
    expect(groupOf(found, 'deutsch4u')).toBeUndefined()
    expect(await desk([['q', 'qwxyz']])).toContain(text('desk.nothing'))
    const danger = await desk([['q', 'mein Mann schlägt mich']])
    expect(danger).toContain('role="alert"')
    expect(danger).toContain('tel:116016')
  })

  it('makes a sheet in two languages with the counsellor’s sentence, and leads back with all fields', async () => {
    const note = 'Montag um 9 zum Jugendamt <b>& nicht</b> später'
    const response = await send('/de/counsel/desk/sheet', [
      ...mother,
      ['f.residence', 'german'],
      ['own', 'uk'],
      ['note', note],
    ])
    const html = plain(await response.text())
    expect(html).toContain('Montag um 9 zum Jugendamt &lt;b&gt;&amp; nicht&lt;/b&gt; später')
    for (const lang of ['uk', 'de']) {
      expect(html).toContain(text('questions:singleParent.text', {}, lang))
      expect(html).toContain(text('desk.noteHeading', {}, lang).replaceAll("'", '&#39;'))
    }
    expect(html).toContain(text('offers:unterhaltsvorschuss.title', {}, 'uk').replaceAll("'", '&#39;'))
    const back = /<form method="post" action="\/de\/counsel\/desk">(.*?)<\/form>/s.exec(html)?.[1] ?? ''
    for (const [name, value] of [...mother, ['own', 'uk'] as const])
      expect(back).toContain(`name="${name}" value="${value}"`)
  })

  it('gives a code and a talk of the same facts in the person’s language', async () => {
    const html = await desk([...mother, ['own', 'uk']])
    const resume = hidden(html.slice(html.indexOf('id="along"')), 'resume')
    const picking = await (await send('/uk/handover', [['resume', resume]])).text()
    expect(picking).toContain('name="share" value="childrenAges" checked')
    const talk = await (
      await send('/uk/talk', [
        ['resume', resume],
        ['event', 'language'],
        ['lang', 'uk'],
      ])
    ).text()
    expect(talk).toContain('lang="uk"')
    expect(plain(talk)).toContain(text('questions:singleParent.text', {}, 'uk'))
  })
})

describe('who means harm at the desk', () => {
  const names = [
    'q',
    'topic',
    'claim',
    'own',
    'open',
    'opened',
    'held',
    'note',
    'do',
    ...world.offers.slice(0, 1).map(({ id }) => id),
    'f.age',
    'f.kreis',
    'f.residence',
    'f.childrenAges',
    'f.arrivalDate',
    'f.benefitsReceived',
    'f.gemeinde',
    'f.__proto__',
  ]

  it('gets the desk, and nothing that runs, whatever stands in a field', async () => {
    const sent: (readonly [string, Fields])[] = [
      ...hostileTexts.map(([kind, hostile]) => [kind, names.map(name => [name, hostile] as const)] as const),
      ...longTexts.flatMap(([kind, long]) =>
        ['q', 'note', 'held', 'f.age'].map(
          name => [`${kind} in ${name}`, [[name, long.slice(0, 4000)]]] as const,
        ),
      ),
    ]
    for (const [kind, fields] of sent)
      for (const path of ['/de/counsel/desk', '/de/counsel/desk/sheet']) {
        const response = await send(path, fields)
        expect([kind, path, response.status]).toEqual([kind, path, 200])
        const html = await response.text()
        expect(html).not.toContain('<script>alert')
        expect(html).not.toContain('<img src=x')
      }
  })

  it('is told so where they send more than anybody types', async () => {
    const response = await send(
      '/de/counsel/desk',
      names.map(name => [name, 'x'.repeat(10_000)]),
    )
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('frame.tooLarge')
  })

  it.each([
    '{"kreis":"06611","constructor":1}',
    '{"age":"<b>"}',
    '[]',
    'null',
    '{"__proto__":{"age":3}}',
    '{',
  ])('can’t bring in held facts of their own: %s', async held => {
    const html = await desk([...mother, ['held', held]])
    expect(['', '{}']).toContain(hidden(html, 'held'))
    expect(html).not.toContain('data-moves')
  })

  it('is refused where a form of another site is sent, in the language of the person', async () => {
    for (const path of ['/de/counsel', '/de/counsel/desk', '/de/handover/make', '/uk/talk', '/de/search']) {
      const response = await send(path, mother, {
        'sec-fetch-site': 'cross-site',
        'accept-language': 'tr',
      })
      expect([path, response.status]).toEqual([path, 403])
      expect(plain(await response.text())).toContain(
        text('error.site.foreign', {}, 'tr').replaceAll("'", '&#39;'),
      )
    }
    const own = await send('/de/counsel/desk', mother, { 'sec-fetch-site': 'same-origin' })
    expect(own.status).toBe(200)
  })

  it('finds no fact in an address', async () => {
    const html = await (await send('/de/counsel/desk', [...mother, ['q', 'Unterhalt']])).text()
    for (const [, address = ''] of html.matchAll(/(?:href|action|src|formaction)="([^"]*)"/g))
      if (address.startsWith('/')) expect(address).not.toMatch(/[?]|34117|Unterhalt\b/)
  })
})
