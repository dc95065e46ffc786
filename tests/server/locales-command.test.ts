import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { day } from '../../src/facts/day.ts'
import { runLocalesCommand } from '../../src/server/locales-command/command.ts'

const root = mkdtempSync(join(tmpdir(), 'locales-command-'))
const folder = join(root, 'locales')
afterAll(() => rmSync(root, { recursive: true }))
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true })
  for (const code of ['de', 'uk']) cpSync(join('locales', code), join(folder, code), { recursive: true })
})

function run(...args: readonly string[]): { readonly code: number; readonly said: string } {
  const said: string[] = []
  const code = runLocalesCommand(args, line => said.push(line), day('2026-12-01'), folder)
  return { code, said: said.join('\n') }
}

/** Changes one text of the interface on the disk. */
function edit(lang: string, from: string, to: string): void {
  const path = join(folder, lang, 'ui.json')
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(from)
  writeFileSync(path, text.replace(from, to))
}

const numbersOf = (line: string) => line.match(/\d+/g)?.map(Number)
const lineOf = (said: string, code: string) =>
  numbersOf(said.split('\n').find(line => line.startsWith(`${code} `)) ?? '') ?? []

describe('npm run locales', () => {
  it('says of every language how much is there, reviewed, a draft and out of date', () => {
    const { code, said } = run()
    const [share, original, reviewed, draft, ofDanger, stale, unrecorded] = lineOf(said, 'uk')
    expect([code, share, original, reviewed, stale, unrecorded]).toEqual([0, 100, 0, 0, 0, 0])
    expect(draft).toBeGreaterThan(1400)
    expect(ofDanger).toBeGreaterThan(30)
    expect(lineOf(said, 'de').slice(2)).toEqual([0, 0, 0, 0, 0])
  })

  it('names texts whose German has changed, and what it is now', () => {
    edit('de', '"Schnell weg"', '"Sofort weg"')
    const { code, said } = run('stale')
    expect([code, said]).toEqual([1, 'uk ui:action.exit: Sofort weg\n1 texts to translate anew'])
    expect(run('stale', 'uk').code).toBe(1)
  })

  it('wants an edited text recorded, and takes it as made from the German of today', () => {
    edit('de', '"Schnell weg"', '"Sofort weg"')
    const { action } = JSON.parse(readFileSync(join(folder, 'uk', 'ui.json'), 'utf8'))
    edit('uk', `"${action.exit}"`, '"Негайно вийти"')
    expect([run().code, run().said.includes('run `npm run locales -- record`: uk')]).toEqual([1, true])
    expect(run('record').code).toBe(0)
    expect([run().code, run('stale').code]).toEqual([0, 0])
  })

  it('takes a text that still fits as it is, where it is told so', () => {
    edit('de', '"Schnell weg"', '"Sofort weg"')
    expect(run('record', 'uk').code).toBe(0)
    expect(run('stale').code).toBe(1)
    expect(run('record', 'uk', 'ui:action.exit').code).toBe(0)
    expect(run('stale').code).toBe(0)
  })

  it('notes who has read what, and no longer counts it as awaiting', () => {
    expect(run('awaits', 'uk', 'ui:urgent').said).toMatch(/7 texts await a reader$/)
    expect(run('review', 'uk', 'Olena K.', 'ui:urgent', 'danger:violence').said).toBe('8 texts reviewed')
    expect(run('awaits', 'uk', 'ui:urgent').said).toBe('0 texts await a reader')
    const { reviews } = JSON.parse(readFileSync(join(folder, 'uk', 'status.json'), 'utf8'))
    expect(reviews['ui:urgent.violence']).toMatchObject({ by: 'Olena K.', on: '2026-12-01' })
    expect(lineOf(run().said, 'uk')[2]).toBe(8)
  })

  it('puts what matters in danger first among what awaits', () => {
    const { said } = run('awaits', 'uk')
    expect(said.indexOf('ui:urgent.violence')).toBeLessThan(said.indexOf('danger:violence'))
    expect(said.indexOf('danger:violence')).toBeLessThan(said.indexOf('ui:start.heading'))
    expect(said).toContain('  de Wenn Ihnen jemand weh tut')
  })

  it.each([
    [['nonsense'], /npm run locales -- <command>/],
    [['stale', 'xx'], /There is no translation xx, only uk/],
    [['awaits'], /npm run locales -- <command>/],
    [['review', 'uk', 'Olena'], /npm run locales -- <command>/],
    [['review', 'uk', 'Olena', 'ui:nothing'], /No text has the key ui:nothing/],
  ] as const)('answers a wrong call with how to do it: %s', (args, answer) => {
    const { code, said } = run(...args)
    expect(code).toBe(2)
    expect(said).toMatch(answer)
  })

  it('names a file that is broken', () => {
    writeFileSync(join(folder, 'uk', 'ui.json'), '{')
    const { code, said } = run()
    expect([code, said.includes(join('uk', 'ui.json'))]).toEqual([1, true])
  })
})
