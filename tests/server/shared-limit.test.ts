import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSharedLimits } from '../../src/server/shared-limit.ts'
import { openStorage, type Storage } from '../../src/storage/open.ts'
import type { TryStore } from '../../src/storage/tries.ts'
import { type Place, postgresServer, sqliteFile } from '../support/databases.ts'

const minute = 60_000
const noon = Date.UTC(2026, 10, 26, 12)

describe.each([
  ['a file of SQLite', sqliteFile],
  ['PostgreSQL', postgresServer],
] as const)('a limit that servers share through %s', (_, makePlace) => {
  let place: Place
  let near: Storage
  let far: Storage
  let now = noon
  beforeAll(async () => {
    place = await makePlace()
    near = await openStorage(place.place)
    far = await openStorage(place.place)
  })
  afterAll(async () => {
    await near.close()
    await far.close()
    await place.close()
  })
  let number = 0
  /** A name that no other test has counted under. */
  const fresh = () => {
    number += 1
    return `limit ${number}`
  }
  const limitAt = (storage: Storage, name: string, most: number, secret = 'a secret') =>
    createSharedLimits(storage.tries, secret, () => now)(name, most)

  it('counts what both servers see, and begins anew with the next minute', async () => {
    const name = fresh()
    const [here, there] = [limitAt(near, name, 4), limitAt(far, name, 4)]
    const tried = []
    for (let at = 0; at < 3; at++) tried.push(await here.allows('1.2.3.4'), await there.allows('1.2.3.4'))
    expect(tried).toEqual([true, true, true, true, false, false])
    expect(await here.allows('1.2.3.5')).toBe(true)
    now += minute
    expect(await there.allows('1.2.3.4')).toBe(true)
  })

  it('loses no try where many come at once', async () => {
    const name = fresh()
    const servers = [limitAt(near, name, 10), limitAt(far, name, 10)]
    const tried = await Promise.all(
      Array.from({ length: 30 }, (_, at) => servers[at % 2]?.allows('2001:db8::1')),
    )
    expect(tried.filter(allowed => allowed)).toHaveLength(10)
  })

  it('is swept when its minute is over', async () => {
    await limitAt(near, fresh(), 10).allows('1.2.3.4')
    await near.tries.sweep(now)
    expect(await near.tries.sweep(now)).toBe(0)
    expect(await far.tries.sweep(now + minute)).toBeGreaterThan(0)
  })
})

describe('what a limit stores', () => {
  const keys: string[] = []
  const store: TryStore = {
    count: async key => keys.push(key),
    sweep: async () => 0,
  }
  const keyOf = async (address: string, secret: string, now: number) => {
    await createSharedLimits(store, secret, () => now)('tries', 5).allows(address)
    return keys.at(-1) ?? ''
  }

  it('is never an address, is another hash every minute, and nobody’s without the secret', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.ipV4(),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 1, max: 59_999 }),
        async (address, minutes, moment) => {
          const at = noon + minutes * minute
          const key = await keyOf(address, 'a secret', at)
          expect(key).toMatch(/^[\w-]{43}$/)
          expect(await keyOf(address, 'a secret', at + moment)).toBe(key)
          expect(await keyOf(address, 'a secret', at + minute)).not.toBe(key)
          expect(await keyOf(address, 'another secret', at)).not.toBe(key)
        },
      ),
    )
  })

  it('takes a household of IPv6 for one', async () => {
    const key = await keyOf('2001:db8:1:2::1', 'a secret', noon)
    expect(await keyOf('2001:db8:1:2:ffff::9', 'a secret', noon)).toBe(key)
    expect(await keyOf('2001:db8:1:3::1', 'a secret', noon)).not.toBe(key)
  })
})
