import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Glossary, glossarySchema } from './glossary.ts'

/** Reads the glossary of a language; an empty one where there is none. */
export function readGlossary(folder: string, code: string): Glossary {
  const path = join(folder, code, 'glossary.json')
  return existsSync(path) ? glossarySchema.parse(JSON.parse(readFileSync(path, 'utf8'))) : {}
}
