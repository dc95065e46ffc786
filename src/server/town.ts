import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Fault, said } from '../catalogue/fault.ts'
import { readCatalogue } from '../catalogue/read.ts'
import type { Day } from '../facts/day.ts'
import { readLocales } from '../i18n/read.ts'
import type { Known } from '../town/misfits.ts'
import { readTown, type Town } from '../town/read.ts'
import { ConfigError } from './config.ts'

/** The file that is read where it is there and no other is named. */
export const usualTownFile = 'town.yaml'

/** A town's settings, and what should be looked at. */
export interface LoadedTown {
  readonly town: Town
  readonly warnings: readonly Fault[]
}

/** What the content below a folder knows, for a town's file to name. */
export function knownTo(root: string, today: Day): Known {
  const { offers, regions } = readCatalogue(join(root, 'catalogue'))
  return {
    offers: new Set(offers.map(({ id }) => id)),
    languages: readLocales(join(root, 'locales')).map(({ language }) => language.code),
    places: new Set([...regions.kreise, ...regions.gemeinden].map(({ ags }) => ags)),
    today,
  }
}

/**
 * The town that a file sets: the one named, which has to be there, else `town.yaml` where there is one.
 * Throws a ConfigError that names every fault with its line.
 */
export function loadTown(root: string, named: string | undefined, today: Day): LoadedTown | undefined {
  if (named === undefined && !existsSync(usualTownFile)) return undefined
  if (named !== undefined && !existsSync(named)) throw new ConfigError(`TOWN_FILE: there is no file ${named}`)
  const reading = readTown(named ?? usualTownFile, knownTo(root, today))
  if (!reading.ok) throw new ConfigError(reading.faults.map(said).join('\n'))
  return reading
}
