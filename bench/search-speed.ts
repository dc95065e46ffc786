import type { SearchText } from '../src/search/search-text.ts'
import type { Engine } from '../tests/support/judge.ts'
import { queries } from '../tests/support/queries.ts'
import { peers, type SearchDocument } from './search-peers.ts'

/** Local services: an offer in a place, described in one language. */
interface LocalService extends SearchDocument {
  readonly offer: string
  readonly place: string
}

const sizes = [1_000, 10_000, 100_000]
/** A query of a linear scan takes seconds: of the slow ones few are asked. */
const patience = 4_000
const asked = [...queries].flatMap(([lang, { open }]) => open.map(({ query }) => ({ query, lang })))

/** Prints how long a query takes among so many entries: ours with offer and place joined by a map, and the peers alone. */
export async function speeds(texts: readonly SearchText[], ours: Engine): Promise<void> {
  const medians = new Map<string, number>()
  for (const size of sizes) {
    const services = localServices(texts, size)
    const byOffer = new Map<string, LocalService[]>()
    for (const service of services) {
      const beside = byOffer.get(service.offer)
      if (beside) beside.push(service)
      else byOffer.set(service.offer, [service])
    }
    const joined = (query: string, lang: string) =>
      ours(query, lang).offers.map(offer => byOffer.get(offer)?.[0]?.id)
    print('ours', size, timed(joined), medians)
    for (const [name, make] of peers) {
      const find = await make(services)
      print(
        name,
        size,
        timed(query => find(query, 5)),
        medians,
      )
    }
  }
  for (const size of sizes) {
    const ratio = (medians.get(`Fuse.js ${size}`) ?? 0) / (medians.get(`ours ${size}`) ?? 1)
    console.log(`Fuse.js alone takes ${Math.round(ratio)} times as long as ours among ${size} entries`)
  }
}

function timed(find: (query: string, lang: string) => unknown): readonly number[] {
  const times: number[] = []
  const end = performance.now() + patience
  for (const { query, lang } of asked) {
    const start = performance.now()
    find(query, lang)
    times.push(performance.now() - start)
    if (performance.now() > end) break
  }
  return times.sort((a, b) => a - b)
}

function print(name: string, size: number, times: readonly number[], medians: Map<string, number>): void {
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  medians.set(`${name} ${size}`, at(0.5))
  console.log(
    `${name.padEnd(12)} ${String(size).padStart(7)} entries: p50 ${at(0.5).toFixed(2).padStart(9)} ms, p99 ${at(0.99).toFixed(2).padStart(9)} ms (${times.length} queries)`,
  )
}

function localServices(texts: readonly SearchText[], size: number): readonly LocalService[] {
  const described = new Map<string, { offer: string; title: string; words: string }>()
  for (const { offer, lang, kind, text } of texts) {
    const key = `${offer} ${lang}`
    const { title, words } = described.get(key) ?? { title: '', words: '' }
    described.set(key, {
      offer,
      title: kind === 'title' ? text : title,
      words: kind === 'title' ? words : `${words} ${text}`,
    })
  }
  const list = [...described.values()]
  return Array.from({ length: size }, (_, index) => {
    const { offer, title, words } = list[index % list.length] ?? { offer: '', title: '', words: '' }
    const place = `Ort ${Math.floor(index / list.length)}`
    return { id: String(index), offer, place, title: `${title} ${place}`, words }
  })
}
