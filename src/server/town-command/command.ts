import { existsSync, readFileSync } from 'node:fs'
import { said } from '../../catalogue/fault.ts'
import type { Day } from '../../facts/day.ts'
import { readTown } from '../../town/read.ts'
import { knownTo, usualTownFile } from '../town.ts'

/** The example that people start from. */
export const exampleFile = 'docs/operation/town.example.yaml'

const usage = `npm run town -- check [FILE]   every fault of a town's file with its line (TOWN_FILE, or town.yaml, where none is named)
npm run town -- example        prints a complete example to start from`

/**
 * Looks at a town's file; gives the exit status: 0 where it can be used, 1 where it can't, 2 for a wrong call.
 * `named` is the file of the environment.
 */
export function runTownCommand(
  [command, argument, ...rest]: readonly string[],
  say: (line: string) => void,
  today: Day,
  named?: string,
): number {
  const isKnown = command === 'check' || (command === 'example' && argument === undefined)
  if (!isKnown || rest.length > 0) {
    say(usage)
    return 2
  }
  if (command === 'example') {
    say(readFileSync(exampleFile, 'utf8').trimEnd())
    return 0
  }
  return check(argument ?? named ?? usualTownFile, say, today)
}

function check(file: string, say: (line: string) => void, today: Day): number {
  if (!existsSync(file)) {
    say(`There is no file ${file}. Begin with: npm run -s town -- example > ${usualTownFile}`)
    return 1
  }
  const reading = readTown(file, knownTo('.', today))
  for (const warning of reading.warnings) say(`${said(warning)} (warning)`)
  if (!reading.ok) {
    for (const fault of reading.faults) say(said(fault))
    return 1
  }
  say(`${file} can be used: ${reading.town.name}`)
  return 0
}
