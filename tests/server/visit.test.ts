import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reportVisits, type Visit, visit, visitAll } from '../../src/server/catalogue-command/visit.ts'

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
    switch (request.url?.split('?')[0]) {
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
    expect(mostOpen).toBe(3)
  })
})

describe('the report of a round', () => {
  it('names what is dead, moved or uncertain with its places, and nothing that is alive', async () => {
    const links = ['/alive', '/moved', '/gone', '/forbidden'].map(path => ({
      url: `${base}${path}`,
      where: ['one offer', 'another'],
    }))
    const lines: string[] = []
    expect(await reportVisits(links, { timeout: 1000, atOnce: 1 }, line => lines.push(line))).toBe(3)
    expect(lines).toEqual([
      `moved ${base}/moved (${base}/alive) in one offer, another`,
      `dead ${base}/gone (410) in one offer, another`,
      `unsure ${base}/forbidden (status 403) in one offer, another`,
      '4 addresses, 3 to look at',
    ])
  })
})
