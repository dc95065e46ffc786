import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linksOf, type Visit, visit, visitAll } from '../../src/catalogue/links.ts'
import { readCatalogue } from '../../src/catalogue/read.ts'

let server: Server
let base = ''
let open = 0
let mostOpen = 0

/** A server with every fate that a page can have. */
beforeAll(async () => {
  server = createServer((request, response) => {
    open++
    mostOpen = Math.max(mostOpen, open)
    response.on('close', () => open--)
    const to = (status: number, location: string) => response.writeHead(status, { location }).end()
    switch (request.url) {
      case '/alive':
        return setTimeout(() => response.end('here'), 20)
      case '/moved':
        return to(301, '/alive')
      case '/moved-twice':
        return to(308, '/moved')
      case '/elsewhere-for-now':
        return to(302, '/alive')
      case '/moved-away':
        return to(301, '/gone')
      case '/circle':
        return to(301, '/circle')
      case '/forbidden':
        return response.writeHead(403).end()
      case '/broken':
        return response.writeHead(500).end()
      case '/silent':
        return undefined
      case '/gone':
        return response.writeHead(410).end()
      default:
        return response.writeHead(404).end()
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  base = `http://127.0.0.1:${port}`
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

describe('a visit', () => {
  it.each<readonly [path: string, found: Visit['found']]>([
    ['/alive', 'alive'],
    ['/elsewhere-for-now', 'alive'],
    ['/nowhere', 'dead'],
    ['/gone', 'dead'],
    ['/moved-away', 'dead'],
    ['/circle', 'unsure'],
    ['/forbidden', 'unsure'],
    ['/broken', 'unsure'],
    ['/silent', 'unsure'],
  ])('to %s finds it %s', async (path, found) => {
    expect((await visit(`${base}${path}`, 300)).found).toBe(found)
  })

  it.each(['/moved', '/moved-twice'])('to %s says where it has moved', async path => {
    expect(await visit(`${base}${path}`, 300)).toEqual({ found: 'moved', to: `${base}/alive` })
  })

  it('to a server that is not there is no proof that a page is gone', async () => {
    expect((await visit('http://127.0.0.1:1/', 300)).found).toBe('unsure')
  })
})

describe('a round of visits', () => {
  it('visits each address once and only a few at a time', async () => {
    mostOpen = 0
    const links = Array.from({ length: 12 }, (_, index) => ({
      url: `${base}/alive?${index}`,
      where: ['somewhere'],
    }))
    const seen: string[] = []
    await visitAll(links, { timeout: 1000, atOnce: 3 }, ({ url }) => seen.push(url))
    expect([...seen].sort()).toEqual(links.map(({ url }) => url).sort())
    expect(mostOpen).toBeLessThanOrEqual(3)
  })
})

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
