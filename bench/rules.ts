import { readCatalogue } from '../src/catalogue/read.ts'
import { day } from '../src/facts/day.ts'
import type { Facts } from '../src/facts/schema.ts'
import { evaluate } from '../src/rules/evaluate.ts'

/** The floor: 100 offers for one person, with reasons and missing facts, in milliseconds. */
const floor = 0.3
const today = day('2026-11-21')
const { offers } = readCatalogue('catalogue')
const hundred = Array.from({ length: 100 }, (_, index) => offers[index % offers.length]).filter(
  offer => offer !== undefined,
)
const persons: readonly Facts[] = offers.flatMap(({ examples }) => examples.map(({ facts }) => facts))

const round = () => {
  const start = performance.now()
  for (const facts of persons) for (const { rule } of hundred) evaluate(rule, facts, today)
  return (performance.now() - start) / persons.length
}
const times = Array.from({ length: 12 }, round)
  .slice(2)
  .sort((a, b) => a - b)
const median = times[Math.floor(times.length / 2)] ?? 0
console.log(
  `rules: 100 offers × one person with reasons: ${median.toFixed(3)} ms (floor ${floor} ms, ${persons.length} persons)`,
)
