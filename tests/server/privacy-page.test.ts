import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadContent } from '../../src/server/content.ts'
import { realContent, type Service, startService } from '../support/service.ts'
import { exampleText, townOf } from '../support/towns.ts'

const { speeches } = realContent()
const languages = speeches.languages.map(({ lang }) => lang)
/** The parts of the notice, in the order of Art. 13 DSGVO. */
const headings = [
  'who',
  'officer',
  'what',
  'basis',
  'receivers',
  'duration',
  'rights',
  'complaint',
  'duty',
  'decision',
]

let service: Service
let plain: Service
beforeAll(async () => {
  const content = loadContent('.', undefined, townOf(exampleText))
  ;[service, plain] = await Promise.all([startService({ content }), startService()])
})
afterAll(() => Promise.all([service.stop(), plain.stop()]))

const page = async (lang: string, { url }: Service) => (await fetch(`${url}/${lang}/privacy`)).text()
const read = (html: string) => html.replace(/<[^>]+>/g, '')
/** A text as it is read, without the marks around German words. */
const bare = (text: string) =>
  text
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')

describe('the notice under Art. 13', () => {
  it.each(languages)('has every part under its own heading, in order: %s', async lang => {
    const { text } = speeches.of(lang)
    const html = await page(lang, plain)
    const found = [...html.matchAll(/<h2>(.*?)<\/h2>/gs)].map(([, heading = '']) => read(heading))
    expect(found).toEqual(headings.map(key => bare(text(`notice.${key}`))))
    expect(read(html)).toContain(bare(text('notice.noController')))
    expect(html).toContain('href="https://datenschutz.hessen.de/"')
    // What could not be read on an official page is marked so.
    expect(read(html).split(bare(text('card.unconfirmed')))).toHaveLength(3)
  })

  it('names every article that people can call on', async () => {
    const words = read(await page('de', plain)).replaceAll('\u00a0', ' ')
    for (const right of [15, 16, 17, 18, 20, 21, 22, 77]) expect(words).toContain(`Art. ${right} DSGVO`)
    for (const basis of [
      'Art. 7 Abs. 3 DSGVO',
      'Art. 6 Abs. 1 Buchstabe a DSGVO',
      'Art. 9 Abs. 2 Buchstabe a DSGVO',
      'Art. 6 Abs. 1 Buchstabe e DSGVO',
      '§ 3 Abs. 1 HDSIG',
      '§ 25 Abs. 2 Nr. 2 TDDDG',
    ])
      expect(words).toContain(basis)
  })

  it.each(['de', 'ar'])(
    'names who runs the service and the data protection officer, as the town does: %s',
    async lang => {
      const html = await page(lang, service)
      expect(html).toMatch(
        /<address class="reached" lang="de" dir="ltr">Magistrat der Beispielstadt<br>Musterplatz 1<br>00000 Beispielstadt<br><a href="mailto:magistrat@beispielstadt\.example\.org">/,
      )
      expect(html).toContain('href="mailto:datenschutz@beispielstadt.example.org"')
      expect(html).toContain('href="tel:+496990009101"')
      expect(read(html)).not.toContain(bare(speeches.of(lang).text('notice.noController')))
      expect(read(html)).not.toContain(bare(speeches.of(lang).text('notice.noOfficer')))
    },
  )
})
