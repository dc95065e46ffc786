import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CatalogueError } from '../../catalogue/fault.ts'
import { LocaleError } from '../../i18n/read.ts'
import { MissingTextError } from '../../i18n/speech.ts'
import { loadContent } from '../content.ts'
import { flowPages } from './pages.ts'

const usage = `npm run flows -- <command>
  check    whether docs/flows shows the flows as they are (the default)
  write    writes docs/flows`

/** Where the generated pictures lie. */
export const flowsFolder = 'docs/flows'

/**
 * Runs one command on the pages in a folder and gives the exit code:
 * 0 where all is well, 1 where something is wrong, 2 for a wrong call.
 */
export function runFlowsCommand(
  args: readonly string[],
  say: (line: string) => void,
  folder: string = flowsFolder,
): number {
  const [name = 'check', ...rest] = args
  if ((name !== 'check' && name !== 'write') || rest.length > 0) {
    say(usage)
    return 2
  }
  let pages: ReadonlyMap<string, string>
  try {
    pages = flowPages(loadContent('.'))
  } catch (error) {
    if (!isContentFault(error)) throw error
    say(error.message)
    return 1
  }
  const wrong = stalePages(pages, folder)
  if (name === 'write') {
    mkdirSync(folder, { recursive: true })
    for (const file of wrong) {
      const page = pages.get(file)
      if (page === undefined) rmSync(join(folder, file))
      else writeFileSync(join(folder, file), page)
      say(`${page === undefined ? 'removed' : 'wrote'} ${join(folder, file)}`)
    }
    return 0
  }
  for (const file of wrong) say(`${join(folder, file)} is stale: npm run flows -- write`)
  say(`${pages.size} pages, ${wrong.length} stale`)
  return wrong.length > 0 ? 1 : 0
}

/** Content that cannot be read: its own checks say more. */
const isContentFault = (error: unknown): error is Error =>
  error instanceof CatalogueError || error instanceof LocaleError || error instanceof MissingTextError

/** The files of a folder that differ from the pages, are missing, or belong to no page. */
function stalePages(pages: ReadonlyMap<string, string>, folder: string): readonly string[] {
  const there = new Map(textsIn(folder))
  const all = new Set([...pages.keys(), ...there.keys()])
  return [...all].filter(file => there.get(file) !== pages.get(file))
}

function textsIn(folder: string): readonly (readonly [string, string])[] {
  try {
    const files = readdirSync(folder).filter(file => file.endsWith('.md'))
    return files.map(file => [file, readFileSync(join(folder, file), 'utf8')])
  } catch (error) {
    // No folder, no pages.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
