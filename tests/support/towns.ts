import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { day } from '../../src/facts/day.ts'
import { knownTo } from '../../src/server/town.ts'
import { exampleFile } from '../../src/server/town-command/command.ts'
import type { Known } from '../../src/town/misfits.ts'
import { readTown, type Town, type TownReading } from '../../src/town/read.ts'

/** The example of a town's file, as people get it. */
export const exampleText = readFileSync(exampleFile, 'utf8')
export const exampleLogo = readFileSync('docs/operation/town.example.svg')

let known: Known | undefined

/** What the real content knows, on a day on which the example is fresh. */
export function knownThen(): Known {
  known ??= knownTo('.', day('2026-11-26'))
  return known
}

/** Reads a town's file that lies beside the logo of the example, or beside another of its name. */
export function readingOf(
  text: string,
  logo: Uint8Array | undefined = exampleLogo,
  today?: string,
): TownReading {
  const folder = mkdtempSync(join(tmpdir(), 'hessenlotse-'))
  try {
    writeFileSync(join(folder, 'town.yaml'), text)
    if (logo) writeFileSync(join(folder, 'town.example.svg'), logo)
    const there = today === undefined ? knownThen() : { ...knownThen(), today: day(today) }
    return readTown(join(folder, 'town.yaml'), there)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The faults of a town's file, each as `line: reason`. */
export function faultsOfTown(text: string, logo?: Uint8Array): readonly string[] {
  const reading = readingOf(text, logo)
  return reading.ok ? [] : reading.faults.map(({ line, reason }) => `${line}: ${reason}`)
}

/** The town of a file that is right. */
export function townOf(text: string): Town {
  const reading = readingOf(text)
  if (!reading.ok)
    throw new TypeError(reading.faults.map(({ line, reason }) => `${line}: ${reason}`).join('\n'))
  return reading.town
}
