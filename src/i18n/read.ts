import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Locale, type Locales, localeSchema } from './locale.ts'

/** Thrown when a language's folder is incomplete or a file in it is malformed. */
export class LocaleError extends Error {
  override readonly name = 'LocaleError'
}

/** Reads every language of a folder: one sub-folder a language, German first. */
export function readLocales(folder: string): Locales {
  const codes = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)
    .sort((a, b) => Number(b === 'de') - Number(a === 'de') || a.localeCompare(b))
  return codes.map(code => readLocale(join(folder, code), code))
}

function readLocale(folder: string, code: string): Locale {
  const files: Record<string, unknown> = {}
  for (const name of Object.keys(localeSchema.shape)) {
    const path = join(folder, `${name}.json`)
    try {
      files[name] = JSON.parse(readFileSync(path, 'utf8'))
    } catch (error) {
      throw new LocaleError(`${path}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  const parsed = localeSchema.safeParse(files)
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${folder}/${path.join('.')}: ${message}`)
    throw new LocaleError(faults.join('\n'))
  }
  if (parsed.data.language.code !== code)
    throw new LocaleError(`${folder}/language.json: code is not ${code}`)
  return parsed.data
}
