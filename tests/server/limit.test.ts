import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { createLimit } from '../../src/server/limit.ts'
import { errorOf, openLine, step, turnOf } from '../support/doors.ts'
import { noon, realContent, type Service, startService } from '../support/service.ts'

const minute = 60_000

/** An IPv6 address as Node writes it. */
const ipV6 = (groups: readonly number[]): string =>
  new URL(`http://[${groups.map(group => group.toString(16)).join(':')}]/`).hostname.slice(1, -1)

const groups = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: length, maxLength: length })
/** Groups of which many are zero, as in real addresses. */
const sparseGroups = (length: number) =>
  fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 0xffff })), {
    minLength: length,
    maxLength: length,
  })
const homes = fc
  .tuple(fc.integer({ min: 0x2000, max: 0x3fff }), sparseGroups(3))
  .map(([first, rest]) => [first, ...rest])
const addresses = fc.oneof(
  fc.ipV4(),
  fc.ipV4().map(address => `::ffff:${address}`),
  fc.tuple(homes, groups(4)).map(([home, device]) => ipV6([...home, ...device])),
)

describe('a limit', () => {
  it('lets an address go on as often as it says in a minute, and no more', () => {
    fc.assert(
      fc.property(addresses, fc.integer({ min: 1, max: 50 }), fc.nat(10), (address, most, more) => {
        const limit = createLimit(most, () => noon)
        const allowed = Array.from({ length: most + more }, () => limit.allows(address))
        expect(allowed).toEqual([...Array(most).fill(true), ...Array(more).fill(false)])
      }),
    )
  })

  it('is none where it is 0', () => {
    const limit = createLimit(0, () => noon)
    expect(Array.from({ length: 5000 }, () => limit.allows('192.0.2.1'))).not.toContain(false)
  })

  it('begins anew with every minute', () => {
    const visits = fc.array(fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.nat(minute - 1)), { minLength: 1 })
    fc.assert(
      fc.property(addresses, visits, (address, list) => {
        let now = noon
        const limit = createLimit(1, () => now)
        for (const [minutes, late] of list) {
          now = now - (now % minute) + minutes * minute
          expect(limit.allows(address)).toBe(true)
          now += late
          expect(limit.allows(address)).toBe(false)
        }
      }),
    )
  })

  it('is used up by nobody else', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.ipV4(), { minLength: 2 }), ([first = '', ...others]) => {
        const limit = createLimit(1, () => noon)
        limit.allows(first)
        expect(limit.allows(first)).toBe(false)
        expect(others.map(limit.allows)).not.toContain(false)
      }),
    )
  })

  it('counts all addresses of an IPv6 household as one, and two households as two', () => {
    fc.assert(
      fc.property(homes, sparseGroups(4), sparseGroups(4), fc.nat(3), (home, one, two, at) => {
        const limit = createLimit(1, () => noon)
        expect(limit.allows(ipV6([...home, ...one]))).toBe(true)
        expect(limit.allows(ipV6([...home, ...two]))).toBe(false)
        const neighbour = home.with(at, (home[at] ?? 0) ^ 1)
        expect(limit.allows(ipV6([...neighbour, ...one]))).toBe(true)
      }),
    )
  })
})

describe('a service with a limit', () => {
  let service: Service | undefined
  afterEach(() => service?.stop())

  const asOf = (url: string, forwarded: string) =>
    fetch(`${url}/healthz`, { headers: { 'x-forwarded-for': forwarded, 'accept-language': 'uk' } })

  it('says in the language of the browser that there were too many requests, and when to come again', async () => {
    service = await startService({ environment: { RATE_LIMIT: '3' } })
    const { url } = service
    for (let time = 0; time < 3; time++) expect((await asOf(url, '192.0.2.1')).status).toBe(200)
    const refused = await asOf(url, '192.0.2.2')
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('60')
    expect(await refused.json()).toMatchObject({
      type: 'error',
      code: 'rate.limited',
      text: realContent().speeches.of('uk').text('error.rate.limited'),
    })
  })

  it('counts frames as it counts requests, and loses no answer over it', async () => {
    let now = noon
    service = await startService({ environment: { RATE_LIMIT: '4' }, now: () => now })
    const line = await openLine(service.url)
    turnOf(await line.ask({ type: 'start', lang: 'ar', topics: ['family'] }))
    turnOf(await line.ask({ type: 'answer', question: 'childrenAges', value: [4] }))
    turnOf(await line.ask({ type: 'results' }))
    const refused = errorOf(await line.ask({ type: 'answer', question: 'singleParent', value: true }))
    expect(refused.code).toBe('rate.limited')
    expect(refused.text).toBe(realContent().speeches.of('ar').text('error.rate.limited'))
    expect((await step(service.url, { type: 'start', lang: 'de' })).status).toBe(429)
    now += minute
    const { facts } = turnOf(await line.ask({ type: 'answer', question: 'singleParent', value: true }))
    expect(facts).toEqual({ childrenAges: [4], singleParent: true })
    line.cut()
  })

  it('believes a proxy that it is told to trust, and nobody behind it', async () => {
    service = await startService({ environment: { RATE_LIMIT: '1', TRUST_PROXY: '1' } })
    const { url } = service
    expect((await asOf(url, '192.0.2.1')).status).toBe(200)
    expect((await asOf(url, '192.0.2.2')).status).toBe(200)
    expect((await asOf(url, '198.51.100.7, 192.0.2.2')).status).toBe(429)
  })
})
