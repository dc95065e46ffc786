/** A set of ends that something can still come to, as bits. */
export type Prospect = number

/**
 * The ends that there are, from the worst to the best: refused, open until the law is settled, open until the office has
 * weighed it, and held. The two between are both undetermined, but a person can apply to an office.
 */
export const prospects = { failed: 1, law: 2, office: 4, met: 8 } as const satisfies {
  readonly [end: string]: Prospect
}

const ends: readonly Prospect[] = Object.values(prospects)
const sets: readonly Prospect[] = Array.from({ length: 16 }, (_, set) => set)

/** How two parts of a group come to an end together. */
export type Join = (a: Prospect, b: Prospect) => Prospect

/** All answers of a function of two sets, worked out once: it is asked a hundred times for each answer of a person. */
function tabled(of: (a: Prospect, b: Prospect) => number): Join {
  const table = Uint8Array.from(sets.flatMap(a => sets.map(b => of(a, b))))
  return (a, b) => table[a * 16 + b] ?? 0
}

/** Every end that two sets can come to together, where `choose` says which of two ends counts. */
const together = (choose: (...of: readonly number[]) => number): Join =>
  tabled((a, b) =>
    ends
      .filter(end => a & end)
      .flatMap(one => ends.filter(end => b & end).map(other => choose(one, other)))
      .reduce((found, end) => found | end, 0),
  )

/** Of parts that all must hold the worst counts. */
export const worst = together(Math.min)

/** Of parts of which one must hold the best counts. */
export const best = together(Math.max)

/** Whether ends of `part` lead to different ends beside the same end of `rest`. */
const differs = (join: Join): Join =>
  tabled((part, rest) =>
    Number(ends.some(end => (rest & end) !== 0 && !ends.includes(join(part, end)) && part !== 0)),
  )
const differences = new Map([worst, best].map(join => [join, differs(join)]))

/** Whether it makes a difference to a group what one part comes to, in some case of what the rest comes to. */
export const settles = (join: Join, part: Prospect, rest: Prospect): boolean =>
  differences.get(join)?.(part, rest) === 1
