import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import type { Regions } from '../facts/places.ts'
import { buildOffers, type Locate, type SourceFile } from './build.ts'
import { CatalogueError } from './fault.ts'
import { type Groups, groupsFileSchema } from './groups.ts'
import { type DangerLines, dangerLinesSchema } from './lines.ts'
import type { RuledOffer } from './offer.ts'
import { type KreisWebsites, kreiseFileSchema, type Office, officesFileSchema } from './offices.ts'
import { regionsSchema } from './regions.ts'
import { compileRisks, type Risks, risksFileSchema } from './risks.ts'
import { parseYaml } from './yaml-file.ts'

/** Everything that the catalogue knows. */
export interface Catalogue {
  readonly offers: readonly RuledOffer[]
  readonly regions: Regions
  /** The web address of each Kreis, by its AGS. */
  readonly kreise: KreisWebsites
  readonly offices: readonly Office[]
  readonly risks: Risks
  readonly groups: Groups
  /** Where something of an offer is written. */
  readonly locate: Locate
  readonly dangerLines: DangerLines
}

/**
 * Reads a catalogue folder: `terms.yaml`, `risks.yaml`, `offers/*.yaml`, `kreise.yaml`,
 * `offices.yaml`, `danger.yaml`, `groups.yaml`, `regions.json`.
 * Throws a CatalogueError that names file, line and reason of every fault.
 */
export function readCatalogue(folder: string): Catalogue {
  const read = (name: string): SourceFile => ({ name, text: readFileSync(join(folder, name), 'utf8') })
  const names = readdirSync(join(folder, 'offers'))
    .filter(name => name.endsWith('.yaml'))
    .sort()
  const risks = compileRisks(parse(read('risks.yaml'), risksFileSchema))
  const { offers, faults, locate } = buildOffers(
    read('terms.yaml'),
    names.map(name => read(`offers/${name}`)),
    risks,
  )
  if (faults.length > 0) throw new CatalogueError(faults)
  const dangerLines = parse(read('danger.yaml'), dangerLinesSchema)
  const ids = new Set(offers.map(({ id }) => id))
  for (const id of Object.values(dangerLines).flat()) {
    if (!ids.has(id))
      throw new CatalogueError([{ file: 'danger.yaml', line: 1, reason: `there is no offer ${id}` }])
  }
  for (const { name, advice } of risks.values()) {
    if (advice !== undefined && !ids.has(advice))
      throw new CatalogueError([
        { file: 'risks.yaml', line: 1, reason: `${name}: there is no offer ${advice}` },
      ])
  }
  return {
    offers,
    risks,
    locate,
    groups: parse(read('groups.yaml'), groupsFileSchema),
    dangerLines,
    kreise: parse(read('kreise.yaml'), kreiseFileSchema),
    offices: parse(read('offices.yaml'), officesFileSchema),
    regions: regionsSchema.parse(JSON.parse(read('regions.json').text)),
  }
}

function parse<S extends z.ZodType>({ name, text }: SourceFile, schema: S): z.infer<S> {
  const file = parseYaml(name, text, schema)
  if (!file.ok) throw new CatalogueError(file.faults)
  return file.parsed.value
}
