import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Fault } from '../catalogue/fault.ts'
import { parseYaml } from '../catalogue/yaml-file.ts'
import { type Logo, readLogoFrom } from './logo.ts'
import { type Known, misfits } from './misfits.ts'
import { type TownFile, townSchema } from './schema.ts'

/** What a town sets, ready to be used. */
export interface Town extends Omit<TownFile, 'logo'> {
  readonly logo?: Logo
}

/** A town's file that was read: usable, perhaps with warnings; or every fault that it has. */
export type TownReading =
  | { readonly ok: true; readonly town: Town; readonly warnings: readonly Fault[] }
  | { readonly ok: false; readonly faults: readonly Fault[]; readonly warnings: readonly Fault[] }

/** Reads a town's file and the logo that it names; each fault names file, line and reason. */
export function readTown(file: string, known: Known): TownReading {
  const refused = (...faults: readonly Fault[]): TownReading => ({
    ok: false,
    faults: inOrder(faults),
    warnings: [],
  })
  const content = bytesOf(file)
  if (!content) return refused({ file, line: 1, reason: 'there is no such file, or it can’t be read' })
  const read = parseYaml(file, new TextDecoder().decode(content), townSchema)
  if (!read.ok) return refused(...read.faults)
  const { value, lineOf } = read.parsed
  const { logo: path, ...rest } = value
  const logo = path === undefined ? undefined : logoAt(resolve(dirname(file), path), path)
  const found = [...misfits(value, known)].map(({ path: at, reason, isWarning = false }) => ({
    isWarning,
    fault: { file, line: lineOf(at), reason: `${at.map(String).join('.')}: ${reason}` },
  }))
  const warnings = found.flatMap(({ isWarning, fault }) => (isWarning ? [fault] : []))
  const faults = found.flatMap(({ isWarning, fault }) => (isWarning ? [] : [fault]))
  if (typeof logo === 'string') faults.push({ file, line: lineOf(['logo']), reason: `logo: ${logo}` })
  else if (faults.length === 0) return { ok: true, town: { ...rest, ...(logo && { logo }) }, warnings }
  return { ok: false, faults: inOrder(faults), warnings }
}

/** Faults from the top of the file to its end. */
const inOrder = (faults: readonly Fault[]): readonly Fault[] => [...faults].sort((a, b) => a.line - b.line)

/** The logo in a file, or what is wrong with it; `written` is the path as the town's file has it. */
function logoAt(path: string, written: string): Logo | string {
  const bytes = bytesOf(path)
  return bytes
    ? readLogoFrom(bytes)
    : `there is no file "${written}"; the path is seen from the folder of this file`
}

function bytesOf(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}
