import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { baseOf } from './forms.ts'
import { type Locale, type Locales, localeSchema } from './locale.ts'

/** Thrown when a language's folder is incomplete or a file in it is malformed. */
export class LocaleError extends Error {
  override readonly name = 'LocaleError'
}

/** Lists of words that people say. A form of a language (`de-simple`) hears with those of the language (`de`). */
const heard: readonly (keyof Locale)[] = ['lexicon', 'words', 'synonyms', 'danger', 'situations']

/** Reads every language of a folder: one sub-folder a language, German and its forms first. */
export function readLocales(folder: string): Locales {
  const codes = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b))
  const locales: Locale[] = []
  for (const code of codes) {
    const tag = baseOf(code, codes)
    const base = locales.find(({ language }) => language.code === tag)
    locales.push(readLocale(join(folder, code), code, base))
  }
  return locales
}

function readLocale(folder: string, code: string, base: Locale | undefined): Locale {
  const files: { [name: string]: unknown } = {}
  for (const name of localeSchema.keyof().options) {
    const path = join(folder, `${name}.json`)
    const isThere = existsSync(path)
    // The original and a language that has just begun have no status.
    if (name === 'status' && !isThere) files[name] = { texts: {}, reviews: {} }
    else files[name] = base && isHeard(name) && !isThere ? base[name] : readJson(path)
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

const rank = (code: string): number => (code === 'de' ? 0 : code.startsWith('de-') ? 1 : 2)

const isHeard = (name: keyof Locale): boolean => heard.includes(name)

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new LocaleError(`${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
