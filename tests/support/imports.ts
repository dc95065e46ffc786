import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'

/** One file that another one names. */
export interface Import {
  /** A path from the root of the repository (`src/facts/day.ts`), or the name of a package. */
  readonly target: string
  readonly isOurs: boolean
  /** Whether nothing of the file is loaded when the program runs. */
  readonly isType: boolean
}

/** Everything that a TypeScript text imports or hands on: statements at the start of a line, and `import()` anywhere. */
export function importsOf(file: string, text: string): readonly Import[] {
  const statements = [
    ...text.matchAll(/^(?:import|export)\s+(type\s)?(?:[\w$*\s{},]+?\sfrom\s+)?['"]([^'"\n]+)['"]/gm),
  ]
  const calls = [...text.matchAll(/\b(?:import|require)\(\s*()['"`]([^'"`\n]+)['"`]/g)]
  return [...statements, ...calls].map(([, type, written = '']) => {
    const isOurs = written.startsWith('.')
    const target = isOurs ? posix.join(posix.dirname(file), written) : packageName(written)
    return { target, isOurs, isType: Boolean(type) }
  })
}

/** `@fastify/static`, `node:fs`, or `fuse.js` of `fuse.js/basic`. */
const packageName = (written: string): string =>
  written.startsWith('node:') ? written : written.split('/', written.startsWith('@') ? 2 : 1).join('/')

/** Every TypeScript file below some folders with what it imports, by its path from the root. */
export function readImports(folders: readonly string[]): ReadonlyMap<string, readonly Import[]> {
  const files = folders.flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts'))
      .map(name => posix.join(folder, name.replaceAll('\\', '/'))),
  )
  return new Map(files.sort().map(file => [file, importsOf(file, readFileSync(file, 'utf8'))]))
}

/** Groups of files that lead back to themselves; each group sorted, the groups by their first file. */
export function circles(graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const reach = new Map([...graph.keys()].map(file => [file, reachable(graph, file)]))
  const groups = [...graph.keys()]
    .filter(file => reach.get(file)?.has(file))
    .map(file => [...(reach.get(file) ?? [])].filter(other => reach.get(other)?.has(file)).sort())
  return [...new Map(groups.map(group => [group.join(), group])).values()].sort()
}

/** The files that a file leads to, itself only where a way leads back. */
function reachable(graph: ReadonlyMap<string, readonly string[]>, start: string): ReadonlySet<string> {
  const seen = new Set<string>()
  const waiting = [...(graph.get(start) ?? [])]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    waiting.push(...(graph.get(file) ?? []))
  }
  return seen
}
