import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Counted } from '../../src/counsel/counted.ts'
import { createCounting } from '../../src/server/counting.ts'
import { openStorage, type Storage } from '../../src/storage/open.ts'
import type { TallyRow } from '../../src/storage/schema.ts'
import { type Place, postgresServer, sqliteFile } from '../support/databases.ts'
import { openLine, openPage, postForm, turnOf } from '../support/doors.ts'
import { noon, realContent, type Service, startService } from '../support/service.ts'

const content = realContent()
const one: Counted = { kreis: '', lang: 'de', kind: 'topic', subject: 'family' }
const short = (rows: readonly TallyRow[], kind: string) =>
  rows
    .filter(row => row.kind === kind)
    .map(({ kreis, lang, subject, count }) => [kreis, lang, subject, count])

/** What services over one place have counted when they have stopped. */
async function countedBy(
  makePlace: () => Promise<Place>,
  act: (services: readonly Service[]) => Promise<void>,
  look: (place: Place) => Promise<void> = async () => undefined,
): Promise<readonly TallyRow[]> {
  const place = await makePlace()
  const services = [await startService({ place: place.place }), await startService({ place: place.place })]
  await act(services)
  for (const service of services) await service.stop()
  const storage: Storage = await openStorage(place.place)
  const rows = await storage.tallies.all()
  await storage.close()
  await look(place)
  await place.close()
  return rows
}

describe('counting', () => {
  const storeOf = (addAll: (rows: readonly TallyRow[]) => Promise<void>) => ({
    add: async () => undefined,
    addAll,
    sums: async () => [],
    all: async () => [],
    replace: async () => undefined,
    purge: async () => 0,
  })

  it('writes what has come together at once, and each count once', async () => {
    const written: (readonly TallyRow[])[] = []
    const store = storeOf(async rows => {
      if (rows.length > 0) written.push(rows)
    })
    const counting = createCounting({ content, store, now: () => noon, log: { error: () => undefined } })
    counting.count(() => [one, one])
    counting.count(() => [one, { ...one, subject: 'work' }])
    expect(written).toEqual([])
    await counting.flush()
    await counting.flush()
    expect(written).toEqual([
      [
        { ...one, day: '2026-11-21', count: 3 },
        { ...one, day: '2026-11-21', subject: 'work', count: 1 },
      ],
    ])
  })

  it('loses counts where the database fails, says so without them, and goes on', async () => {
    const said: [object, string][] = []
    const store = storeOf(() => Promise.reject(new Error('family is down')))
    const counting = createCounting({
      content,
      store,
      now: () => noon,
      log: { error: (what, message) => said.push([what, message]) },
    })
    counting.count(() => [one])
    await counting.flush()
    expect(said.map(([, message]) => message)).toEqual(['counts lost'])
  })

  it('never lets a fault of its own reach who waits for an answer', () => {
    const said: string[] = []
    const counting = createCounting({
      content,
      store: storeOf(async () => undefined),
      now: () => noon,
      log: { error: (_, message) => said.push(message) },
    })
    counting.count(() => {
      throw new TypeError('a bug')
    })
    expect(said).toEqual(['counting failed'])
  })
})

describe.each([
  ['a file of SQLite', sqliteFile],
  ['PostgreSQL', postgresServer],
] as const)('services that count into %s', (_, makePlace) => {
  it('count a conversation once, whichever door it goes through, and a page that is drawn again not at all', async () => {
    let question = ''
    const rows = await countedBy(makePlace, async ([first, second]) => {
      if (!first || !second) throw new TypeError('no services')
      const line = await openLine(first.url)
      await line.ask({ type: 'start', lang: 'de' })
      const turn = turnOf(await line.ask({ type: 'answer', question: 'topics', value: ['family'] }))
      question = turn.question?.id ?? ''
      const skipped = turnOf(await line.ask({ type: 'answer', question, value: null, because: 'refused' }))
      await line.ask({ type: 'language', lang: 'de' })
      await line.ask({ type: 'results' })
      line.cut()
      const page = await openPage(second.url, { type: 'start', lang: 'de' })
      const chosen = await postForm(second.url, page, {
        type: 'answer',
        question: 'topics',
        kind: 'choices',
        value: ['family'],
      })
      await postForm(second.url, chosen, { type: 'answer', question, value: null, because: 'refused' })
      for (const path of ['print', 'handover'])
        await fetch(`${second.url}/de/${path}`, {
          method: 'POST',
          body: new URLSearchParams({ resume: skipped.resume }),
        })
    })
    expect(short(rows, 'topic')).toEqual([['', 'de', 'family', 2]])
    expect(short(rows, 'stage')).toEqual([
      ['', 'de', 'begun', 2],
      ['', 'de', 'chosen', 2],
    ])
    expect(short(rows, 'questionRefused')).toEqual([['', 'de', question, 2]])
    expect(short(rows, 'questionAsked')).toContainEqual(['', 'de', question, 2])
    expect(short(rows, 'questionAnswered')).toEqual([])
  })

  it('count that something was handed over, and nothing about it', async () => {
    const rows = await countedBy(makePlace, async ([first]) => {
      if (!first) throw new TypeError('no service')
      const line = await openLine(first.url)
      await line.ask({ type: 'start', lang: 'fa', topics: ['family'], kreis: '06412' })
      expect(turnOf(await line.ask({ type: 'handover', facts: ['topics'] })).handover?.code).toBeDefined()
      line.cut()
    })
    expect(short(rows, 'handover')).toEqual([['', '', '', 1]])
  })

  it('keep no word of a search without result but one that a list of ours holds', async () => {
    const typed = 'Bitcoin Quirlpfeffer Xaverius'
    const rows = await countedBy(
      makePlace,
      async ([first]) => {
        if (!first) throw new TypeError('no service')
        const headers = { 'content-type': 'application/json' }
        await fetch(`${first.url}/de/search`, {
          method: 'POST',
          body: new URLSearchParams({ q: typed, place: '34117' }),
        })
        await fetch(`${first.url}/api/v1/search`, {
          method: 'POST',
          headers,
          body: JSON.stringify({ q: typed, lang: 'de' }),
        })
        const line = await openLine(first.url)
        await line.ask({ type: 'start', lang: 'de' })
        await line.ask({ type: 'say', text: typed })
        await line.ask({ type: 'say', text: 'mein Mann schlägt mich, Bitcoin' })
        line.cut()
      },
      async ({ folder }) => {
        for (const name of await readdir(folder, { recursive: true, withFileTypes: true })) {
          if (!name.isFile()) continue
          const bytes = (await readFile(join(name.parentPath, name.name))).toString('latin1').toLowerCase()
          for (const word of ['quirlpfeffer', 'xaverius', 'schlägt'])
            expect([name.name, word, bytes.includes(word)]).toEqual([name.name, word, false])
        }
      },
    )
    expect([...short(rows, 'search')].sort()).toEqual([
      ['', 'de', 'bitcoin', 2],
      ['06611', 'de', 'bitcoin', 1],
    ])
  })

  it('tell nothing of violence by Kreis or language', async () => {
    const rows = await countedBy(makePlace, async ([first]) => {
      if (!first) throw new TypeError('no service')
      const line = await openLine(first.url)
      await line.ask({ type: 'start', lang: 'fa', kreis: '06412' })
      await line.ask({ type: 'answer', question: 'topics', value: ['safety'] })
      await line.ask({ type: 'answer', question: 'affectedByViolence', value: true })
      await line.ask({ type: 'offer', id: 'frauenhaus' })
      line.cut()
    })
    const telling = rows.filter(
      ({ kind, subject }) =>
        subject === 'safety' ||
        subject === 'affectedByViolence' ||
        content.world.offer(subject)?.topics.includes('safety') ||
        content.world.offer(subject)?.urgency === 'danger' ||
        kind === 'offerOpened',
    )
    expect(telling.length).toBeGreaterThan(3)
    for (const { kreis, lang } of telling) expect([kreis, lang]).toEqual(['', ''])
  })
})
