import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { day, dayInHesse } from '../../src/facts/day.ts'
import { indexFile, runCatalogueCommand } from '../../src/server/catalogue-command/command.ts'
import { indexPage } from '../../src/server/catalogue-command/index-page.ts'
import { realContent } from '../support/service.ts'

const folder = mkdtempSync(join(tmpdir(), 'catalogue-command-'))
afterAll(() => rmSync(folder, { recursive: true }))

const today = dayInHesse(Date.now())

async function run(...args: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  const lines: string[] = []
  const code = await runCatalogueCommand(args, line => lines.push(line), today)
  return { code, said: lines.join('\n') }
}

function written(name: string, content: string): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

describe('npm run catalogue', () => {
  it('checks the whole catalogue and finds nothing wrong', async () => {
    const { code, said } = await run('check')
    expect(said).toBe(`${realContent().world.offers.length} offers, 0 faults`)
    expect(code).toBe(0)
    expect(await run()).toEqual({ code, said })
  })

  it('tells what was never confirmed, and what is older than so many months', async () => {
    const { code, said } = await run('stale', '0')
    expect(code).toBe(1)
    expect(said).toMatch(/^\d{4}-\d\d-\d\d old /m)
    expect(said).toMatch(/^\d{4}-\d\d-\d\d unconfirmed /m)
    const lines: string[] = []
    await runCatalogueCommand(['stale', '600'], line => lines.push(line), day('2027-01-01'))
    expect(lines.filter(line => line.includes(' old '))).toEqual([])
  })

  it('shows an offer and its rule in words, in a language', async () => {
    const { code, said } = await run('show', 'kita-platz', 'uk')
    expect(code).toBe(0)
    expect(said).toContain(realContent().speeches.of('uk').text('offers:kita-platz.title'))
    expect(said).toContain('[SGB VIII § 24]')
  })

  it('explains what a rule says of a person', async () => {
    const file = written('facts.json', '{ "childrenAges": [4] }')
    const { code, said } = await run('explain', 'kita-platz', file)
    expect(code).toBe(0)
    expect(said).toMatch(/^✓ .*\[SGB VIII § 24\] ← Alter der Kinder: 4 Jahre$/m)
  })

  it.each([
    ['a command that there is not', () => ['dance']],
    ['an offer that there is not', () => ['show', 'nowhere']],
    ['no offer', () => ['show']],
    ['a language that there is not', () => ['show', 'kita-platz', 'xx']],
    ['months that are no number', () => ['stale', 'soon']],
    ['no facts', () => ['explain', 'kita-platz']],
    ['a file that is not there', () => ['explain', 'kita-platz', join(folder, 'nowhere.json')]],
    ['a file that is no JSON', () => ['explain', 'kita-platz', written('broken.json', '{')]],
    ['a fact that there is not', () => ['explain', 'kita-platz', written('strange.json', '{"shoe": 42}')]],
  ] as const)('says how it is called where it gets %s', async (_, args) => {
    const { code, said } = await run(...args())
    expect(code).toBe(2)
    expect(said).not.toBe('')
  })
})

describe('the index for people', () => {
  it('is what the catalogue says today: run `npm run catalogue -- index` after a change', () => {
    expect(readFileSync(indexFile, 'utf8')).toBe(indexPage(realContent()))
  })

  it('names every offer once, with a source and a date', () => {
    const page = indexPage(realContent())
    for (const { id, titleDe } of realContent().world.offers) {
      expect(page.split(`\`${id}\` ·`)).toHaveLength(2)
      expect(page).toContain(`### ${titleDe}\n`)
    }
    expect(page.match(/^Quelle: \[.+\]\(https?:.+\).* geprüft am \d{4}-\d\d-\d\d/gm)).toHaveLength(
      realContent().world.offers.length,
    )
  })
})
