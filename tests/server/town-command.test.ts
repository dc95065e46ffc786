import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { day } from '../../src/facts/day.ts'
import { exampleFile, runTownCommand } from '../../src/server/town-command/command.ts'
import { exampleText } from '../support/towns.ts'

let folder: string
let said: string[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hessenlotse-'))
  said = []
})
afterEach(() => rmSync(folder, { recursive: true }))
const run = (words: readonly string[], named?: string, today = '2026-11-26') =>
  runTownCommand(words, line => said.push(line), day(today), named)

describe('npm run town', () => {
  it('prints the example, which passes its own check', () => {
    expect(run(['example'])).toBe(0)
    expect(said.join('\n').trimEnd()).toBe(exampleText.trimEnd())
    expect(run(['check', exampleFile])).toBe(0)
    expect(said.at(-1)).toBe(`${exampleFile} can be used: Beispielstadt`)
  })

  it('prints every fault with file and line, from the top to the end', () => {
    const file = join(folder, 'town.yaml')
    writeFileSync(file, 'name: A\nimprint: http://a.example\ntopics:\n  - nothing\nkreis: "06412"\n')
    expect(run(['check', file])).toBe(1)
    expect(said.map(line => line.slice(file.length, file.length + 12))).toEqual([
      ':2: imprint:',
      ':4: topics.0',
      ':5: there is',
    ])
  })

  it('takes the file of the environment where none is named', () => {
    const file = join(folder, 'a.yaml')
    writeFileSync(file, 'name: A\n')
    expect(run(['check'], file)).toBe(0)
    expect(said).toEqual([`${file} can be used: A`])
  })

  it('warns of old contacts, and lets the file be used', () => {
    expect(run(['check', exampleFile], undefined, '2028-01-01')).toBe(0)
    expect(said[0]).toMatch(/town\.example\.yaml:\d+: contacts\.0\.checked: .* \(warning\)$/)
  })

  it('says how to begin where there is no file, and how it is called', () => {
    expect(run(['check', join(folder, 'nothing.yaml')])).toBe(1)
    expect(said.join()).toContain('npm run -s town -- example')
    for (const words of [[], ['look'], ['example', 'a'], ['check', 'a', 'b']]) {
      expect(run(words)).toBe(2)
      expect(said.at(-1)).toContain('npm run town -- check')
    }
  })
})
