import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hostileTexts } from '../support/hostile-texts.ts'
import { realContent, type Service, startService } from '../support/service.ts'

let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const send = (lang: string, fields: { readonly [name: string]: string }) =>
  fetch(`${service.url}/${lang}/search`, { method: 'POST', body: new URLSearchParams(fields) })
const page = async (lang: string, fields: { readonly [name: string]: string }) =>
  (await send(lang, fields)).text()
const hits = (html: string) => [...html.matchAll(/data-offer="([^"]+)"/g)].map(([, id]) => id)

describe('the page of the search, without JavaScript', () => {
  it('asks what somebody needs, and finds nothing before they say it', async () => {
    const html = await (await fetch(`${service.url}/uk/search`)).text()
    expect(html).toContain('method="post"')
    expect(html).not.toContain('id="found"')
  })

  it.each([
    ['uk', 'допомога на дитину', 'kindergeld'],
    ['ar', 'دورة لغة المانية مجانية', 'deutsch4u'],
    ['de', 'Wohngled', 'wohngeld'],
    ['tr', 'Kassel’de Wohngeld', 'wohngeld'],
  ])('finds in %s: %s', async (lang, q, offer) => {
    const html = await page(lang, { q })
    expect(hits(html).slice(0, 5)).toContain(offer)
    expect(html).toContain(`/${lang}/offers/${offer}`)
  })

  it('keeps what was entered, and shows it in another language', async () => {
    const html = await page('de', { q: '<b>"Kita" & Hort</b>', place: 'Fulda', topic: 'family' })
    expect(html).toContain('value="&lt;b&gt;&quot;Kita&quot; &amp; Hort&lt;/b&gt;"')
    expect(html).toContain('formaction="/uk/search"')
    expect(html).toMatch(/<input type="hidden" name="place" value="Fulda">/)
    expect(html).toMatch(/<option value="family" selected/)
  })

  it('says what is wrong with a place in the person’s language, and loses nothing', async () => {
    const response = await send('tr', { q: 'kurs', place: 'Atlantis' })
    const html = await response.text()
    expect(response.status).toBe(400)
    expect(html).toContain('aria-invalid="true"')
    expect(html).toContain(realContent().speeches.of('tr').text('error.place.unknown').slice(0, 20))
    expect(html).toContain('value="kurs"')
  })

  it('brings help up before everything else where somebody is in danger', async () => {
    const html = await page('en', { q: 'my husband hits me' })
    expect(html.indexOf('class="urgent"')).toBeLessThan(html.indexOf('<h1>'))
    expect(html).toContain('116016')
  })

  it('says that nobody has reviewed a translation, wherever it is one', async () => {
    const note = (lang: string) => realContent().speeches.of(lang).text('card.draft')
    expect(await page('ar', { q: 'Wohngeld' })).toContain(note('ar'))
    expect(await page('de', { q: 'Wohngeld' })).not.toContain(note('de'))
  })

  it('names somebody who helps on where nothing was found', async () => {
    const html = await page('fr', { q: 'xqzw' })
    expect(hits(html)).toEqual([])
    expect(html).toContain('/fr/offers/wir-vielfaltszentrum')
  })

  it.each(hostileTexts)('takes %s for a question like any other', async (_, q) => {
    const response = await send('ar', { q, place: '', topic: 'nonsense' })
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(html).not.toContain('<script>alert')
    expect(hits(html)).toEqual([])
  })

  it('says so where a text is longer than anybody reads', async () => {
    expect((await send('de', { q: 'x'.repeat(10_000) })).status).toBe(400)
  })

  it('is kept by nobody on the way', async () => {
    const response = await send('de', { q: 'Kindergeld' })
    expect(response.headers.get('cache-control')).toContain('no-store')
    expect(response.headers.get('set-cookie')).toBeNull()
  })
})

describe('suggestions', () => {
  const suggest = async (fields: object) =>
    (
      await fetch(`${service.url}/api/v1/suggestions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(fields),
      })
    ).json()

  it('complete what somebody types in their language and in German', async () => {
    expect(await suggest({ q: 'wohng', lang: 'uk', limit: 1 })).toEqual({
      suggestions: [{ text: expect.stringMatching(/wohng/i), offer: 'wohngeld' }],
    })
  })

  it('name the field that is wrong', async () => {
    expect(await suggest({ q: 'x'.repeat(500) })).toMatchObject({ type: 'error' })
    expect(await suggest({ lang: 'de' })).toMatchObject({ type: 'error' })
  })
})
