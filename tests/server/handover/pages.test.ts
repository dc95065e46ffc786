import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSeal } from '../../../src/server/seal.ts'
import { hostileTexts } from '../../support/hostile-texts.ts'
import { realContent, type Service, secret, startService } from '../../support/service.ts'

const { speeches } = realContent()
const noon = Date.UTC(2026, 10, 26, 11)
let now = noon
let service: Service
beforeAll(async () => {
  service = await startService({ now: () => now })
})
afterAll(() => service.stop())

/** The token of a mother who looks for safety, too. */
const answered = async (lang: string): Promise<string> =>
  createSeal(secret).seal(
    {
      lang,
      answers: [
        { question: 'topics', value: ['family', 'safety'] },
        { question: 'childrenAges', value: [1, 4] },
        { question: 'singleParent', value: true },
        { question: 'receivesMaintenance', value: false },
        { question: 'residence', value: 'temporaryProtection' },
        { question: 'affectedByViolence', value: true },
      ],
    },
    now,
  )
const send = (path: string, fields: readonly (readonly [string, string])[]) =>
  fetch(`${service.url}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
    redirect: 'manual',
  })
const textOf = async (path: string, fields: readonly (readonly [string, string])[]) =>
  (await send(path, fields)).text()
const boxes = (html: string) =>
  [...html.matchAll(/name="share" value="(\w+)"( checked)?/g)].map(
    ([, question = '', checked]) => [question, checked !== undefined] as const,
  )
const codeIn = (html: string) => /<bdi>([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5})<\/bdi>/.exec(html)?.[1] ?? ''
/** A hand-over of these answers, in Persian. */
const handOver = async (...share: readonly string[]) => {
  const resume = await answered('fa')
  const html = await textOf('/fa/handover/make', [
    ['resume', resume],
    ...share.map(question => ['share', question] as const),
  ])
  return { html, code: codeIn(html), resume }
}

describe('the person', () => {
  it.each(['', '/frame'])('picks what goes along; what can harm them is off (%s)', async base => {
    const html = await textOf(`${base}/fa/handover`, [['resume', await answered('fa')]])
    const off = boxes(html).filter(([, isChecked]) => !isChecked)
    expect(off.map(([question]) => question)).toEqual(
      expect.arrayContaining(['residence', 'affectedByViolence']),
    )
    const on = boxes(html).filter(([, isChecked]) => isChecked)
    expect(on.map(([question]) => question)).toEqual(expect.arrayContaining(['topics', 'childrenAges']))
    expect(html).toContain('/fa/offers/migrationsberatung-mbe')
  })

  it('is told what is missing where nothing was picked, and loses nothing', async () => {
    const response = await send('/fa/handover/make', [['resume', await answered('fa')]])
    expect(response.status).toBe(400)
    const html = await response.text()
    expect(html).toContain('role="alert"')
    expect(boxes(html).length).toBeGreaterThan(3)
  })

  it('sees the code, a picture of it, until when it holds, and whether it was opened', async () => {
    const { html, code, resume } = await handOver('childrenAges', 'singleParent')
    expect(code).not.toBe('')
    expect(html).toContain('class="qr"')
    const ends = /name="ends" value="(\d+)"/.exec(html)?.[1] ?? ''
    const fields = [
      ['code', code],
      ['ends', ends],
      ['resume', resume],
    ] as const
    const { text } = speeches.of('fa')
    const plain = (html: string) => html.replace(/<\/?bdi[^>]*>/g, '').replace(/[\u2066-\u2069]/g, '')
    expect(plain(html)).toContain(text('handover.closed'))
    await send('/de/counsel', [['code', code]])
    const after = plain(await textOf('/fa/handover/look', fields))
    expect(after).not.toContain(text('handover.closed'))
    const ended = plain(await textOf('/fa/handover/end', fields))
    expect(ended).toContain(text('handover.ended'))
    expect(await textOf('/de/counsel', [['code', code]])).toContain(speeches.of('de').text('counsel.ended'))
  })
})

describe('the counsellor', () => {
  it('sees what was shared and nothing else, in both languages, and can go on', async () => {
    const { code } = await handOver('topics', 'childrenAges', 'singleParent', 'receivesMaintenance')
    const html = await textOf('/de/counsel', [['code', code.toLowerCase().replaceAll('-', ' ')]])
    const [fa, de] = [speeches.of('fa'), speeches.of('de')]
    for (const speech of [fa, de])
      expect(html.replace(/<\/?bdi[^>]*>/g, '')).toContain(
        speech.text('questions:singleParent.text').replace(/[\u2066-\u2069]/g, ''),
      )
    expect(html).not.toContain(de.text('questions:residence.text').slice(0, 20))
    expect(html).not.toContain(de.text('questions:affectedByViolence.text').slice(0, 20))
    // That somebody looks for safety would tell of it.
    expect(html).not.toContain(de.text('questions:topics.options.safety'))
    const resume =
      /name="lang" value="de"><input type="hidden" name="resume" value="([^"]+)"/.exec(html)?.[1] ?? ''
    const talk = await textOf('/de/talk', [
      ['event', 'language'],
      ['lang', 'de'],
      ['resume', resume],
    ])
    expect(talk).toContain('lang="de"')
    expect(talk).toContain(de.text('questions:singleParent.text').slice(0, 20))
  })

  it.each([
    ['', 'length'],
    ['ABCD', 'length'],
    ['0000-0000-00001', 'mistyped'],
    ['0000-0000-00000', 'unknown'],
  ])('is told what is wrong with "%s"', async (code, why) => {
    const response = await send('/tr/counsel', [['code', code]])
    expect(response.status).toBe(400)
    const html = await response.text()
    expect(html.replace(/<\/?bdi[^>]*>/g, '')).toContain(speeches.of('tr').text(`counsel.${why}`))
    expect(html).toContain(`value="${code}"`)
  })

  it('is told that a code has expired', async () => {
    const { code } = await handOver('childrenAges')
    now += 25 * 60 * 60 * 1000
    expect(await textOf('/de/counsel', [['code', code]])).toContain(speeches.of('de').text('counsel.expired'))
    now = noon
  })
})

describe('who means harm', () => {
  it('gets a plain answer to whatever is typed for a code or sent for a form', async () => {
    for (const [, text] of hostileTexts)
      for (const path of [
        '/de/counsel',
        '/de/handover',
        '/de/handover/make',
        '/de/handover/look',
        '/de/handover/end',
      ]) {
        const response = await send(path, [
          ['code', text],
          ['resume', text],
          ['share', text],
          ['ends', text],
        ])
        expect([path, response.status]).toEqual([path, 400])
        expect(await response.text()).not.toContain('<script>alert')
      }
  })

  it('is told so in their language where they send more than anybody types', async () => {
    for (const path of ['/de/counsel', '/de/handover', '/de/handover/make', '/de/handover/end']) {
      const response = await fetch(`${service.url}${path}`, {
        method: 'POST',
        headers: { 'accept-language': 'pl' },
        body: new URLSearchParams({ code: 'x'.repeat(40_000) }),
      })
      expect([path, response.status]).toEqual([path, 400])
      expect(await response.json()).toMatchObject({
        code: 'frame.tooLarge',
        text: speeches.of('pl').text('error.frame.tooLarge'),
      })
    }
  })

  it('finds no code and no answer in an address, a cookie or a cache', async () => {
    const { html, code } = await handOver('childrenAges')
    const response = await send('/de/counsel', [['code', code]])
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('set-cookie')).toBeNull()
    for (const page of [html, await response.text()])
      for (const [, address = ''] of page.matchAll(/(?:href|action|src)="([^"]*)"/g)) {
        expect(address).not.toContain(code)
        expect(address).not.toContain(code.replaceAll('-', ''))
      }
  })

  it('is stopped when they guess on and on', async () => {
    const guarded = await startService({ now: () => now })
    const statuses = []
    for (let at = 0; at < 32; at++)
      statuses.push(
        (
          await fetch(`${guarded.url}/de/counsel`, {
            method: 'POST',
            body: new URLSearchParams({ code: '0000-0000-00000' }),
          })
        ).status,
      )
    expect(statuses.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 400))
    expect(statuses.at(-1)).toBe(429)
    await guarded.stop()
  })
})
