import { describe, expect, it } from 'vitest'
import { linksOf } from '../../src/catalogue/links.ts'
import { readCatalogue } from '../../src/catalogue/read.ts'

describe('the links of the catalogue', () => {
  const catalogue = readCatalogue('catalogue')
  const links = linksOf(catalogue)

  it('are named once, with every place that names them', () => {
    expect(new Set(links.map(({ url }) => url)).size).toBe(links.length)
    const stag = links.find(({ url }) => url.endsWith('/stag/__10.html'))
    expect(stag?.where).toContain('risks.yaml publicFundsNaturalisation')
  })

  it('hold every source, every contact on the web, every Kreis and every office', () => {
    const urls = new Set(links.map(({ url }) => url))
    const wanted = [
      ...catalogue.offers.flatMap(({ sources }) => sources.map(({ url }) => url)),
      ...catalogue.offers.flatMap(({ contacts }) =>
        contacts.filter(({ kind }) => kind === 'url').map(({ value }) => value),
      ),
      ...Object.values(catalogue.kreise).map(({ website }) => website),
      ...catalogue.offices.flatMap(({ url }) => url ?? []),
    ]
    expect(wanted.filter(url => !urls.has(url))).toEqual([])
  })
})
