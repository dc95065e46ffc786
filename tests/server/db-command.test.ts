import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runDbCommand } from '../../src/server/db-command/command.ts'
import { openStorage } from '../../src/storage/open.ts'

const now = Date.UTC(2026, 10, 26)
let folder: string
let said: string[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hessenlotse-'))
  said = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const place = () => ({ file: join(folder, 'test.db') })
const run = (...words: readonly string[]) => runDbCommand(words, place(), line => said.push(line), now)
const count = { day: '2026-11-20', kreis: '06412', lang: 'uk', kind: 'topic', subject: 'family' }

/** Puts a count and a hand-over into the storage. */
async function fill(): Promise<void> {
  const storage = await openStorage(place())
  await storage.tallies.add(count, 12)
  await storage.handovers.put('an id', 'a sealed text', now + 1000)
  await storage.close()
}
const counts = async () => {
  const storage = await openStorage(place())
  const all = await storage.tallies.all()
  await storage.close()
  return all
}

describe('npm run db', () => {
  it('makes the tables, also where they are there already', async () => {
    expect(await run('migrate')).toBe(0)
    expect(await run('migrate')).toBe(0)
  })

  it('writes a backup without any hand-over, and brings it back', async () => {
    await fill()
    const file = join(folder, 'backup.json')
    expect(await run('backup', file)).toBe(0)
    expect(readFileSync(file, 'utf8')).not.toMatch(/an id|a sealed text/)
    expect(await run('purge', '2026-11-21')).toBe(0)
    expect(await counts()).toEqual([])
    expect(await run('restore', file)).toBe(0)
    expect(await counts()).toEqual([{ ...count, count: 12 }])
  })

  it('leaves what is there where a backup is none, and says what is wrong', async () => {
    await fill()
    for (const [name, text] of [
      ['broken.json', '{'],
      ['other.json', '[{"day":"26.11.2026"}]'],
    ] as const) {
      writeFileSync(join(folder, name), text)
      expect(await run('restore', join(folder, name))).toBe(1)
      expect(said.at(-1)).toContain(name)
    }
    expect(await run('restore', join(folder, 'nowhere.json'))).toBe(1)
    expect(await counts()).toHaveLength(1)
  })

  it('says how it is used where it is used wrongly', async () => {
    for (const words of [
      [],
      ['help'],
      ['migrate', 'x'],
      ['backup'],
      ['purge', 'gestern'],
      ['purge', '2026-11-21', 'x'],
    ])
      expect(await run(...words)).toBe(2)
    expect(said.join('\n')).toContain('npm run db -- backup')
  })
})
