/** One choice for every factor, by its number. */
export type Row = readonly number[]

/** Some factors that are taken together, and which of their combinations stand in no row yet. */
interface Group {
  readonly factors: readonly number[]
  readonly weights: readonly number[]
  /** 1 where a combination is still missing. */
  readonly missing: Uint8Array
  /** No combination before this one is missing. */
  from: number
}

/**
 * Rows such that every combination of choices of any two factors (or `together` of them) stands in some row.
 * Greedy and deterministic, those that bring most first: each row begins with a combination that is still missing, and takes in as many others as it can.
 */
export function* covering(sizes: readonly number[], together = 2): Iterable<Row> {
  const groups = choose(sizes.length, Math.min(together, sizes.length)).map(factors => group(factors, sizes))
  const byFactor = sizes.map((_, factor) => groups.filter(({ factors }) => factors.includes(factor)))
  let rows = 0
  for (const seed of groups) {
    for (let cell = nextMissing(seed); cell !== undefined; cell = nextMissing(seed)) {
      const row = sizes.map(() => -1)
      for (const [at, factor] of seed.factors.entries()) row[factor] = choiceIn(seed, cell, at, sizes)
      for (const [factor, size] of sizes.entries()) {
        if (row[factor] === -1) row[factor] = best(factor, size, row, byFactor[factor] ?? [], rows)
      }
      for (const each of groups) each.missing[cellOf(each, row)] = 0
      rows++
      yield row
    }
  }
}

/** The choice that brings most of what is missing together with the choices made; ties are broken in turn. */
function best(factor: number, size: number, row: number[], groups: readonly Group[], turn: number): number {
  const settled = groups.filter(({ factors }) => factors.every(f => f === factor || row[f] !== -1))
  let winner = turn % size
  let most = -1
  for (let step = 0; step < size; step++) {
    const choice = (turn + step) % size
    row[factor] = choice
    let found = 0
    for (const each of settled) found += each.missing[cellOf(each, row)] ?? 0
    if (found > most) {
      most = found
      winner = choice
    }
  }
  return winner
}

function group(factors: readonly number[], sizes: readonly number[]): Group {
  let cells = 1
  const weights = factors.map(factor => {
    const weight = cells
    cells *= sizes[factor] ?? 1
    return weight
  })
  return { factors, weights, missing: new Uint8Array(cells).fill(1), from: 0 }
}

function nextMissing(seed: Group): number | undefined {
  const cell = seed.missing.indexOf(1, seed.from)
  seed.from = cell === -1 ? seed.missing.length : cell
  return cell === -1 ? undefined : cell
}

function cellOf({ factors, weights }: Group, row: Row): number {
  let cell = 0
  for (let at = 0; at < factors.length; at++) cell += (row[factors[at] ?? 0] ?? 0) * (weights[at] ?? 0)
  return cell
}

const choiceIn = ({ factors, weights }: Group, cell: number, at: number, sizes: readonly number[]): number =>
  Math.floor(cell / (weights[at] ?? 1)) % (sizes[factors[at] ?? 0] ?? 1)

/** Every choice of `count` numbers below `limit`, each in rising order. */
function choose(limit: number, count: number, from = 0): readonly (readonly number[])[] {
  if (count === 0) return [[]]
  return Array.from({ length: Math.max(0, limit - from) }, (_, index) => from + index).flatMap(first =>
    choose(limit, count - 1, first + 1).map(rest => [first, ...rest]),
  )
}
