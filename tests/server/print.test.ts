import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TurnMessage } from '../../src/render/message.ts'
import { step, turnOf } from '../support/doors.ts'
import { realContent, type Service, startService } from '../support/service.ts'

const { speeches } = realContent()
let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const answered = async (lang: string): Promise<TurnMessage> => {
  let turn = turnOf(
    (await step(service.url, { type: 'start', lang, topics: ['family'], kreis: '06412' })).body,
  )
  for (const [question, value] of [
    ['childrenAges', [1, 4]],
    ['singleParent', true],
    ['receivesMaintenance', false],
    ['residence', 'temporaryProtection'],
  ] as const)
    turn = turnOf((await step(service.url, { type: 'answer', question, value }, turn.resume)).body)
  return turnOf((await step(service.url, { type: 'results' }, turn.resume)).body)
}

const print = async (lang: string, resume: string, base = '') => {
  const response = await fetch(`${service.url}${base}/${lang}/print`, {
    method: 'POST',
    body: new URLSearchParams({ resume }),
  })
  return { status: response.status, headers: response.headers, body: await response.text() }
}

const inHtml = (text: string) =>
  text
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
const plain = (body: string) => body.replace(/<\/?bdi[^>]*>/g, '')

describe('a sheet to take along', () => {
  it.each(['', '/frame'])(
    'holds answers and results in the person’s language and in German (%s)',
    async base => {
      const turn = await answered('uk')
      const { status, body } = await print('uk', turn.resume, base)
      expect(status).toBe(200)
      const [uk, de] = ['uk', 'de'].map(speeches.of)
      for (const speech of [uk, de]) {
        for (const { question } of turn.transcript)
          expect(plain(body)).toContain(inHtml(speech?.text(`questions:${question}.text`) ?? '?'))
      }
      expect(turn.offers.filter(({ verdict }) => verdict === 'eligible').length).toBeGreaterThan(2)
      // Each offer with everything has a code that leads to its public page; none leads to the answers.
      const whole = turn.offers.filter(offer => 'nextStep' in offer && offer.verdict !== 'ineligible')
      expect(body.match(/class="qr"/g)).toHaveLength(whole.length)
      for (const { title, titleDe, verdict } of turn.offers) {
        const isThere = plain(body).includes(`<h3>${inHtml(title)}</h3>`)
        expect([title, isThere]).toEqual([title, verdict !== 'ineligible'])
        if (isThere) expect(plain(body)).toContain(inHtml(titleDe))
      }
    },
  )

  it('is in the language of the conversation, whatever page that began on', async () => {
    const { body } = await print('de', (await answered('uk')).resume)
    expect(body).toContain('<html lang="uk" dir="ltr"')
    expect(body).toContain('action="/uk/talk#now"')
  })

  it('says everything once on a German page', async () => {
    const turn = await answered('de')
    const { body } = await print('de', turn.resume)
    expect(body).not.toContain('class="twin" lang="de" dir="ltr">Wo wohnen Sie')
    expect(body.split('Wo wohnen Sie?').length).toBe(2)
  })

  it('is kept nowhere, and its answers stand in no address', async () => {
    const { headers, body } = await print('uk', (await answered('uk')).resume)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(body).not.toMatch(/(?:href|action)="[^"]*resume/)
  })

  it('leads back to the results', async () => {
    const turn = await answered('uk')
    const { body } = await print('uk', turn.resume)
    const resume = /name="event" value="results"><input type="hidden" name="resume" value="([^"]+)"/.exec(
      body,
    )?.[1]
    const again = turnOf((await step(service.url, { type: 'results' }, resume)).body)
    expect(again.transcript).toEqual(turn.transcript)
  })

  it.each(['', 'nonsense'])('is refused in words without answers that can be opened: "%s"', async resume => {
    const { status, body } = await print('uk', resume)
    expect(status).toBe(400)
    expect(body).toContain(inHtml(speeches.of('uk').text('error.resume.invalid')))
  })
})
