import { appendFileSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CatalogueError } from '../../src/catalogue/fault.ts'
import { readCatalogue } from '../../src/catalogue/read.ts'
import { another, smallOffer, smallTerms } from '../support/small-catalogue.ts'
import { smallRegions } from '../support/small-regions.ts'

let folder = ''

const kindsOfDanger = ['medical', 'suicide', 'child', 'violence', 'trafficking', 'homeless']
/** A risk with the offer that advises on it. */
const risk = (advice: string) =>
  `harm:\n  tone: care\n  advice: ${advice}\n  for: { fact: pregnant, is: true }\n  source: { title: Gesetz, url: "https://www.example.org", checked: 2026-11-21 }\n`
const write = (name: string, text: string) => writeFileSync(join(folder, name), text)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'catalogue-'))
  mkdirSync(join(folder, 'offers'))
  for (const { name, text } of [smallTerms, smallOffer, another('a-help')]) write(name, text)
  write('risks.yaml', risk('small-help'))
  for (const name of ['kreise.yaml', 'offices.yaml', 'groups.yaml'])
    copyFileSync(join('catalogue', name), join(folder, name))
  write('danger.yaml', kindsOfDanger.map(kind => `${kind}: [small-help]\n`).join(''))
  write(
    'regions.json',
    JSON.stringify({ about: 'Test', asOf: '2026', attribution: ['nobody'], ...smallRegions }),
  )
})

afterEach(() => rmSync(folder, { recursive: true }))

/** The faults for which the folder is refused. */
function faults(): readonly string[] {
  try {
    readCatalogue(folder)
    return []
  } catch (error) {
    if (!(error instanceof CatalogueError)) throw error
    return error.message.split('\n')
  }
}

describe('a catalogue folder', () => {
  it('is read whole, its offers in the order of their names', () => {
    const { offers, regions, dangerLines } = readCatalogue(folder)
    expect(offers.map(({ id }) => id)).toEqual(['a-help', 'small-help'])
    expect(regions.gemeinden).toEqual(smallRegions.gemeinden)
    expect(dangerLines.medical).toEqual(['small-help'])
  })

  it('is refused with every fault of every file, each with file, line and reason', () => {
    appendFileSync(join(folder, 'offers/small-help.yaml'), 'extra: 1\n')
    write('offers/a-help.yaml', another('a-help').text.replace('level: bund', 'level: europe'))
    expect(faults()).toEqual([
      expect.stringMatching(/^offers\/a-help\.yaml:5: level: /),
      expect.stringMatching(/^offers\/small-help\.yaml:\d+: .*extra/),
    ])
  })

  it('is refused where a risk leads to advice that there is not, or has dates', () => {
    write('risks.yaml', risk('nowhere'))
    expect(faults()).toEqual([expect.stringMatching(/^risks\.yaml:\d+: harm.*nowhere/)])
    write('risks.yaml', risk('small-help').replace('is: true', 'is: true, until: 2026-12-31'))
    expect(faults()).toEqual([expect.stringMatching(/^risks\.yaml:\d+: .*dates/)])
  })

  it.each(['offices', 'groups'])('is refused for a fault in %s.yaml', name => {
    write(`${name}.yaml`, name === 'groups' ? 'crowd: { shoeSize: 42 }\n' : '- { kind: palace }\n')
    expect(faults()).toContainEqual(expect.stringMatching(new RegExp(`^${name}\\.yaml:1: `)))
  })

  it('is refused where a help line names an offer that there is not', () => {
    write('danger.yaml', kindsOfDanger.map(kind => `${kind}: [nowhere]\n`).join(''))
    expect(faults()).toEqual([expect.stringMatching(/^danger\.yaml:\d+: .*nowhere/)])
  })

  it('is refused where a kind of danger has no help line', () => {
    write(
      'danger.yaml',
      kindsOfDanger
        .slice(1)
        .map(kind => `${kind}: [small-help]\n`)
        .join(''),
    )
    expect(faults()).toEqual([expect.stringMatching(/^danger\.yaml:\d+: medical/)])
  })

  it('reads no file that is not YAML as an offer', () => {
    write('offers/NOTES.md', 'not an offer')
    expect(faults()).toEqual([])
  })
})
