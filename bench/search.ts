import { readCatalogue } from '../src/catalogue/read.ts'
import { readLocales } from '../src/i18n/read.ts'
import { createWordIndex } from '../src/search/word-index.ts'
import { loadContent } from '../src/server/content.ts'
import { searchTextsOf } from '../src/server/search-texts.ts'
import { byKind, byLanguage, type Engine, type Figures, figuresOf, judge } from '../tests/support/judge.ts'
import type { Half } from '../tests/support/queries.ts'
import { peers, type SearchDocument } from './search-peers.ts'
import { speeds } from './search-speed.ts'

/** The search against its peers on the labelled queries, and how fast they are. `--kept` counts the half kept apart too. */
const halves: readonly Half[] = process.argv.includes('--kept') ? ['open', 'kept'] : ['open']
const found = ['first', 'three', 'mrr', 'nonsense'] as const
const columns = [...found, 'danger', 'kind', 'falseAlarms'] as const
const shown = 5

const locales = readLocales('locales')
const { offers } = readCatalogue('catalogue')
const texts = searchTextsOf(locales, offers)
globalThis.gc?.()
const before = process.memoryUsage().heapUsed
const { index, milliseconds } = indexed()
globalThis.gc?.()
const megabytes = (process.memoryUsage().heapUsed - before) / 1e6
console.log(
  `the index of ${locales.length} languages, ${index.entries.length} texts: ${Math.round(milliseconds)} ms, ${Math.round(megabytes)} MB`,
)
const { search, world } = loadContent('.')

const ours: Engine = (query, lang) => ({
  offers: search(query, lang)
    .findings.hits.slice(0, shown)
    .map(({ offer }) => offer),
  danger: world.danger(query)?.kind,
})
const documents: readonly SearchDocument[] = offers.map(({ id }) => {
  const own = texts.filter(({ offer }) => offer === id)
  return {
    id,
    title: own.flatMap(({ kind, text }) => (kind === 'title' ? text : [])).join('\n'),
    words: own.flatMap(({ kind, text }) => (kind === 'title' ? [] : text)).join('\n'),
  }
})
const engines = new Map<string, Engine>([['ours', ours]])
for (const [name, make] of peers) {
  const find = await make(documents)
  engines.set(name, query => ({ offers: find(query, shown) }))
}

for (const half of halves) {
  console.log(`\n## Queries, the ${half} half (shares; MRR of the first five)`)
  console.log(row('engine', [...columns]))
  const judged = new Map([...engines].map(([name, engine]) => [name, judge(engine, half)]))
  for (const [name, judgements] of judged) console.log(row(name, line(name, figuresOf(judgements))))
  for (const [name, judgements] of judged) {
    console.log(`\n${name} by language`)
    for (const [lang, some] of byLanguage(judgements)) console.log(row(lang, line(name, figuresOf(some))))
    console.log(`\n${name} by kind of query`)
    for (const [kind, some] of byKind(judgements)) console.log(row(kind, line(name, figuresOf(some))))
  }
}

console.log('\n## Speed')
await speeds(texts, ours)

/** The index of all texts, and how long it took to build. */
function indexed() {
  const common = new Map(locales.map(({ language, words }) => [language.code, words.common]))
  const start = performance.now()
  const built = createWordIndex(texts, common)
  return { index: built, milliseconds: performance.now() - start }
}

function line(name: string, figures: Figures): readonly string[] {
  // The peers listen for no danger.
  const own: readonly (keyof Figures)[] = name === 'ours' ? columns : found
  return own.map(column => (Number.isNaN(figures[column]) ? '–' : figures[column].toFixed(3)))
}

function row(name: string, cells: readonly string[]): string {
  return [name.padEnd(18), ...cells.map(cell => cell.padStart(11))].join(' ')
}
