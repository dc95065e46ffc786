import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { circles, type Import, importsOf, readImports } from './support/imports.ts'

const files = readImports(['src', 'flows', 'widget'])
const every = [...files].flatMap(([file, imports]) => imports.map(found => ({ file, ...found })))

/** What a room may name: rooms, or single files of them. */
interface Permission {
  /** May be loaded. */
  readonly loads?: readonly string[]
  /** May be named in types alone. */
  readonly types?: readonly string[]
}

/** The table of the design, a second time, so that loosening it has to be done on purpose. */
const table: { readonly [room: string]: Permission } = {
  'src/facts': {},
  'src/rules': { loads: ['src/facts'] },
  'src/i18n': { loads: ['src/facts'] },
  'src/search': { loads: ['src/facts'] },
  'src/storage': { loads: ['src/facts'] },
  'src/dialogue': { loads: ['src/facts', 'src/rules'] },
  flows: { loads: ['src/dialogue/flow.ts', 'src/facts'] },
  'src/catalogue': { loads: ['src/facts', 'src/rules'] },
  'src/town': { loads: ['src/facts', 'src/catalogue/yaml-file.ts', 'src/catalogue/fault.ts'] },
  'src/turn': { loads: ['src/facts', 'src/rules', 'src/dialogue'], types: ['src/catalogue', 'src/search'] },
  'src/render': { loads: ['src/i18n'], types: ['src/turn', 'src/catalogue'] },
  'src/exchange': { loads: ['src/catalogue', 'src/i18n'] },
  'src/counsel': {
    loads: ['src/facts', 'src/turn', 'src/render', 'src/catalogue', 'src/storage', 'src/i18n'],
  },
  'src/server': { loads: ['src', 'flows', 'widget'] },
  'src/build': {},
  widget: { types: ['src/render/message.ts'] },
}

/** Imports that the table does not allow and that are there nevertheless, file by file: none may join them unseen. */
const deviations: { readonly [file: string]: readonly string[] } = {
  'flows/index.ts': ['type src/dialogue/question.ts', 'type src/dialogue/replay.ts'],
  'flows/situations.ts': ['type src/rules/condition.ts'],
  'src/counsel/counted.ts': ['src/dialogue/question.ts', 'type src/dialogue/conversation.ts'],
  'src/counsel/desk.ts': [
    'src/dialogue/question.ts',
    'src/rules/evaluate.ts',
    'src/rules/next-fact.ts',
    'src/rules/rule.ts',
    'type src/rules/condition.ts',
    'type src/rules/verdict.ts',
  ],
  'src/counsel/taken-down.ts': ['src/dialogue/question.ts', 'type src/dialogue/conversation.ts'],
  'src/render/answer.ts': ['type src/dialogue/conversation.ts', 'src/dialogue/question.ts'],
  'src/render/because.ts': ['src/rules/rule.ts', 'type src/dialogue/question.ts'],
  'src/render/criterion.ts': ['type src/rules/condition.ts', 'type src/rules/verdict.ts'],
  'src/render/message.ts': ['src/facts/schema.ts', 'src/facts/topics.ts'],
  'src/render/offer.ts': [
    'src/dialogue/question.ts',
    'src/rules/rule.ts',
    'type src/facts/day.ts',
    'type src/facts/schema.ts',
    'type src/rules/verdict.ts',
  ],
  'src/render/rule.ts': ['type src/rules/rule.ts'],
  'src/render/turn.ts': ['src/dialogue/question.ts', 'type src/dialogue/question.ts'],
}

/** Circles that are there in types alone, which nothing loads. */
const circlesOfTypes: readonly (readonly string[])[] = []

/** Where each package may be imported. */
const packages: { readonly [name: string]: readonly string[] } = {
  xstate: ['src/dialogue'],
  'fuse.js': ['src/search'],
  i18next: ['src/i18n'],
  yaml: ['src/catalogue'],
  zod: ['src/facts', 'src/i18n', 'src/catalogue', 'src/town', 'src/turn', 'src/render', 'src/server'],
  fastify: ['src/server'],
  '@fastify/compress': ['src/server'],
  '@fastify/formbody': ['src/server'],
  '@fastify/static': ['src/server'],
  '@fastify/websocket': ['src/server'],
  ws: ['src/server'],
  'prom-client': ['src/server'],
  uqr: ['src/server'],
  kysely: ['src/storage'],
  libsql: ['src/storage'],
  pg: ['src/storage'],
  esbuild: ['src/build'],
}

const lies = (file: string, places: readonly string[]): boolean =>
  places.some(place => file === place || file.startsWith(`${place}/`))

const roomOf = (file: string): string | undefined => Object.keys(table).find(room => lies(file, [room]))

const isAllowed = (file: string, { target, isType }: Import): boolean => {
  const room = roomOf(file)
  const { loads = [], types = [] } = table[room ?? ''] ?? {}
  return room !== undefined && (lies(target, [room, ...loads]) || (isType && lies(target, types)))
}

const written = ({ target, isType }: Import): string => (isType ? `type ${target}` : target)

describe('every file', () => {
  it('stands in a room of the table', () => {
    expect([...files.keys()].filter(file => roomOf(file) === undefined)).toEqual([])
    expect(files.size).toBeGreaterThan(80)
  })

  it('imports only files that there are', () => {
    const gone = every.filter(({ target, isOurs }) => isOurs && !existsSync(target))
    expect(gone.map(({ file, target }) => `${file} → ${target}`)).toEqual([])
  })

  it('imports only what the table allows its room, but for the deviations named here', () => {
    const found = every.filter(({ file, ...named }) => named.isOurs && !isAllowed(file, named))
    const named = Object.entries(deviations).flatMap(([file, list]) =>
      list.map(target => `${file} → ${target}`),
    )
    expect(found.map(({ file, ...target }) => `${file} → ${written(target)}`).sort()).toEqual(named.sort())
  })
})

describe('every package', () => {
  it('is imported in its own room alone', () => {
    const strange = every.filter(
      ({ file, target, isOurs }) =>
        !isOurs && !target.startsWith('node:') && !lies(file, packages[target] ?? []),
    )
    expect(strange.map(({ file, target }) => `${file} → ${target}`)).toEqual([])
  })

  it('that this test names is imported somewhere', () => {
    const used = new Set(every.map(({ target }) => target))
    expect(Object.keys(packages).filter(name => !used.has(name))).toEqual([])
  })

  it('of Node is for reading content, checking it, building and serving', () => {
    const strange = every.filter(
      ({ file, target }) =>
        target.startsWith('node:') &&
        !/\/read(-\w+)?\.ts$/.test(file) &&
        !lies(file, ['src/server', 'src/build', 'src/i18n/fingerprint.ts']),
    )
    expect(strange.map(({ file, target }) => `${file} → ${target}`)).toEqual([])
  })
})

describe('no circle of files', () => {
  const graph = (among: readonly (readonly [string, readonly Import[]])[]) =>
    new Map(
      among.map(([file, imports]) => [
        file,
        imports.filter(({ isOurs }) => isOurs).map(({ target }) => target),
      ]),
    )

  it('is loaded', () => {
    const loaded = [...files].map(
      ([file, imports]) => [file, imports.filter(({ isType }) => !isType)] as const,
    )
    expect(circles(graph(loaded))).toEqual([])
  })

  it('goes through types, but for those named here', () => {
    expect(circles(graph([...files]))).toEqual(circlesOfTypes)
  })

  it('escapes this test', () => {
    const some = new Map([
      ['a', ['b', 'd']],
      ['b', ['c']],
      ['c', ['a', 'd']],
      ['d', []],
      ['e', ['e']],
    ])
    expect(circles(some)).toEqual([['a', 'b', 'c'], ['e']])
  })
})

describe('the reader of imports', () => {
  const read = (text: string) => importsOf('src/facts/day.ts', text)

  it('sees every way to import a file, and whether it is for its types alone', () => {
    const text = [
      `import { a } from './a.ts'`,
      `import type { B } from '../rules/b.ts'`,
      `import C, { type D } from "./c.ts"`,
      `import {\n  e,\n  type F,\n} from './e.ts'`,
      `import * as g from './g.ts'`,
      `import './h.ts'`,
      `export { i } from './i.ts'`,
      `export type { J } from './j.ts'`,
      `export * from './k.ts'`,
      `  const l = await import('./l.ts')`,
    ]
    expect(text.flatMap(read).map(written)).toEqual([
      'src/facts/a.ts',
      'type src/rules/b.ts',
      'src/facts/c.ts',
      'src/facts/e.ts',
      'src/facts/g.ts',
      'src/facts/h.ts',
      'src/facts/i.ts',
      'type src/facts/j.ts',
      'src/facts/k.ts',
      'src/facts/l.ts',
    ])
    expect(read(text.join('\n')).length).toBe(text.length)
  })

  it('sees packages by their names', () => {
    const text = `import x from 'fuse.js/basic'\nimport { y } from '@fastify/static/lib'\nimport { z } from 'node:fs/promises'`
    expect(read(text)).toEqual([
      { target: 'fuse.js', isOurs: false, isType: false },
      { target: '@fastify/static', isOurs: false, isType: false },
      { target: 'node:fs/promises', isOurs: false, isType: false },
    ])
  })

  it('takes nothing else for an import', () => {
    const text = `/** import { a } from './a.ts' */\nexport const b = 'c'\nexport type D = 'e'\nconst f = "import './g.ts'"\nexport function h() {}`
    expect(read(text)).toEqual([])
  })
})
