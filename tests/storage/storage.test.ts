import { readdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { remembered } from '../../src/storage/handovers.ts'
import { openStorage, type Storage, StorageError } from '../../src/storage/open.ts'
import { threshold } from '../../src/storage/tallies.ts'
import { type Place, postgresServer, sqliteFile } from '../support/databases.ts'
import { hostileTexts } from '../support/hostile-texts.ts'

const now = Date.UTC(2026, 10, 26, 12)
const hour = 60 * 60 * 1000

describe.each([
  ['a file of SQLite', sqliteFile],
  ['PostgreSQL', postgresServer],
] as const)('the storage in %s', (_, makePlace) => {
  let place: Place
  let storage: Storage
  beforeAll(async () => {
    place = await makePlace()
    storage = await openStorage(place.place)
  })
  afterAll(async () => {
    await storage.close()
    await place.close()
  })
  let number = 0
  const fresh = () => {
    number += 1
    return `id-${number}`
  }

  describe('a hand-over', () => {
    it('comes back as it was put in, until its time has come, and then says that it has expired', async () => {
      const id = fresh()
      await storage.handovers.put(id, 'sealed', now + hour)
      expect(await storage.handovers.look(id, now)).toEqual({
        state: 'open',
        sealed: 'sealed',
        ends: now + hour,
        opened: undefined,
      })
      expect(await storage.handovers.look(id, now + hour)).toEqual({ state: 'expired' })
      expect(await storage.handovers.look(id, now + hour + remembered)).toEqual({ state: 'unknown' })
      expect(await storage.handovers.look('another', now)).toEqual({ state: 'unknown' })
    })

    it('tells when it was opened first', async () => {
      const id = fresh()
      await storage.handovers.put(id, 'sealed', now + hour)
      await storage.handovers.markOpened(id, now + 1000)
      await storage.handovers.markOpened(id, now + 2000)
      expect(await storage.handovers.look(id, now)).toMatchObject({ opened: now + 1000 })
    })

    it('can be ended once, holds nothing afterwards, and says that it was ended', async () => {
      const id = fresh()
      await storage.handovers.put(id, 'sealed', now + hour)
      expect(await storage.handovers.end(id, now)).toBe(true)
      expect(await storage.handovers.end(id, now)).toBe(false)
      expect(await storage.handovers.look(id, now)).toEqual({ state: 'ended' })
    })

    it('is put under one id only', async () => {
      const id = fresh()
      await storage.handovers.put(id, 'mine', now + hour)
      await expect(storage.handovers.put(id, 'yours', now + hour)).rejects.toThrow()
      expect(await storage.handovers.look(id, now)).toMatchObject({ sealed: 'mine' })
    })

    it('is swept away: its content when it expires, the rest a day later', async () => {
      const id = fresh()
      await storage.handovers.put(id, 'sealed', now - 1)
      await storage.handovers.sweep(now)
      expect(await storage.handovers.look(id, now)).toEqual({ state: 'expired' })
      expect(await storage.handovers.sweep(now + remembered)).toBeGreaterThan(0)
      expect(await storage.handovers.look(id, now - hour)).toEqual({ state: 'unknown' })
    })

    it('is looked up by texts of any kind without harm', async () => {
      for (const [, text] of hostileTexts) {
        // PostgreSQL knows no text with a zero in it: ids of ours never have one.
        const id = Buffer.from(text.replaceAll('\u0000', '')).toString()
        expect(await storage.handovers.look(id, now)).toEqual({ state: 'unknown' })
        expect(await storage.handovers.end(id, now)).toBe(false)
      }
    })
  })

  describe('a count', () => {
    const tally = { day: '2026-11-26', kreis: '06412', lang: 'uk', kind: 'topic', subject: 'family' }

    const day = { from: '2026-11-26', until: '2026-11-26', kinds: ['topic'] }
    const month = { ...day, from: '2026-11-01', until: '2026-11-30' }
    const summed = async (...[choice, part, least]: Parameters<Storage['tallies']['sums']>) =>
      (await storage.tallies.sums(choice, part, least)).map(({ part: of, subject, count }) => [
        of,
        subject,
        count,
      ])

    it('grows by what is added, whoever adds it at the same time', async () => {
      await Promise.all(Array.from({ length: 20 }, () => storage.tallies.add(tally)))
      await storage.tallies.add(tally, 5)
      expect(await storage.tallies.sums(day, 'none')).toEqual([
        { kind: 'topic', subject: 'family', part: '', count: 25 },
      ])
    })

    it('grows by many at once, from several servers in whatever order', async () => {
      const other = await openStorage(place.place)
      const rows = Array.from({ length: 40 }, (_, at) => ({
        ...tally,
        kind: 'many',
        subject: `s${at}`,
        count: 1,
      }))
      await Promise.all(
        Array.from({ length: 10 }, (_, at) =>
          (at % 2 === 0 ? storage : other).tallies.addAll(at % 3 === 0 ? rows : rows.toReversed()),
        ),
      )
      await other.close()
      const sums = await storage.tallies.sums({ ...day, kinds: ['many'] }, 'none')
      expect(sums.map(({ count }) => count)).toEqual(rows.map(() => 10))
      await storage.tallies.addAll([])
    })

    it(`is not shown below ${threshold}, nor outside the days that are asked for`, async () => {
      await storage.tallies.add({ ...tally, subject: 'rare' }, threshold - 1)
      expect(await summed(month, 'none')).toEqual([['', 'family', 25]])
      expect(await summed({ ...day, from: '2026-11-27', until: '2026-12-31' }, 'none')).toEqual([])
      expect(await summed(month, 'none', 1)).toHaveLength(2)
    })

    it('is summed over days, Kreise and languages before the threshold is laid on', async () => {
      await storage.tallies.add({ ...tally, subject: 'rare', day: '2026-11-25', kreis: '06411' }, 1)
      await storage.tallies.add({ ...tally, subject: 'rare', day: '2026-10-31', lang: 'fa' }, 10)
      expect(await summed(month, 'none')).toEqual([
        ['', 'family', 25],
        ['', 'rare', 10],
      ])
      expect(await summed({ ...month, from: '2026-10-01' }, 'month')).toEqual([
        ['2026-10', 'rare', 10],
        ['2026-11', 'family', 25],
        ['2026-11', 'rare', 10],
      ])
      expect(await summed(month, 'day')).toEqual([['2026-11-26', 'family', 25]])
      expect(await summed(month, 'kreis')).toEqual([['06412', 'family', 25]])
      expect(await summed({ ...month, kreis: '06411' }, 'none')).toEqual([])
      expect(await summed({ ...month, from: '2026-10-01', lang: 'fa' }, 'lang')).toEqual([['fa', 'rare', 10]])
      expect(await summed({ ...month, kinds: [] }, 'none')).toEqual([])
    })

    it('comes back out of a backup as it was, and is purged by its day', async () => {
      const all = await storage.tallies.all()
      await storage.tallies.replace([])
      expect(await storage.tallies.all()).toEqual([])
      await storage.tallies.replace(all)
      expect(await storage.tallies.all()).toEqual(all)
      const older = all.filter(row => row.day < '2026-11-26')
      expect(older.length).toBeGreaterThan(0)
      expect(await storage.tallies.purge('2026-11-26')).toBe(older.length)
      expect(await storage.tallies.purge('2026-11-27')).toBe(all.length - older.length)
    })

    it('takes any text for a subject as it is', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.string({ unit: 'grapheme', maxLength: 40 }).filter(text => !text.includes('\u0000')),
          async subject => {
            await storage.tallies.replace([])
            await storage.tallies.add({ ...tally, subject }, 30)
            expect(await storage.tallies.all()).toEqual([{ ...tally, subject, count: 30 }])
            expect(await summed(day, 'none')).toEqual([['', subject, 30]])
          },
        ),
        { numRuns: 30 },
      )
    })
  })

  it('is there for a second server as well, with the same content', async () => {
    const id = fresh()
    await storage.handovers.put(id, 'shared', now + hour)
    const other = await openStorage(place.place)
    expect(await other.handovers.look(id, now)).toMatchObject({ sealed: 'shared' })
    await other.handovers.end(id, now)
    expect(await storage.handovers.look(id, now)).toEqual({ state: 'ended' })
    await other.close()
  })
})

describe('a file of SQLite', () => {
  it('holds nothing of a hand-over once it was ended, wherever one looks in it', async () => {
    const place = await sqliteFile()
    if (!('file' in place.place)) throw new TypeError('no file')
    const folder = dirname(place.place.file)
    const storage = await openStorage(place.place)
    const secret = 'a sealed text that is easily found '.repeat(20)
    await storage.handovers.put('id', secret, now + hour)
    await storage.handovers.end('id', now)
    await storage.close()
    for (const name of await readdir(folder))
      expect((await readFile(`${folder}/${name}`)).includes('easily found'), name).toBe(false)
    await place.close()
  })

  it('that can’t be opened is a clear error', async () => {
    await expect(openStorage({ file: '/nowhere/at/all.db' })).rejects.toThrow()
    const place = await sqliteFile()
    const storage = await openStorage(place.place)
    await storage.close()
    await place.close()
    expect(new StorageError('x').name).toBe('StorageError')
  })
})
