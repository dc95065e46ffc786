import type { Flow } from '../../dialogue/flow.ts'
import type { Condition } from '../../rules/condition.ts'

/** When a step's arrow is taken: by everybody, where its condition may hold, or where no arrow before it was taken. */
export type When =
  | { readonly kind: 'always' }
  | { readonly kind: 'if'; readonly condition: Condition; readonly isFirst: boolean }
  | { readonly kind: 'otherwise' }

/** A way from one step of a flow to the next, or to `done`. */
export interface Arrow {
  readonly from: string
  readonly to: string
  readonly when: When
}

/** The step in which a flow starts; `undefined` where it has none. */
export const firstStep = ({ steps }: Flow): string | undefined => Object.keys(steps)[0]

/** The number of a step on its flow's page, from 1. */
export const numberOf = ({ steps }: Flow, step: string): number => Object.keys(steps).indexOf(step) + 1

/** Every arrow of a flow, in the order in which the flow tries them. */
export function arrowsOf({ steps }: Flow): readonly Arrow[] {
  return Object.entries(steps).flatMap(([from, { next }]) => {
    const branches = typeof next === 'string' ? [{ to: next }] : next
    return branches.map((branch, index) => ({ from, to: branch.to, when: whenOf(branch.if, index === 0) }))
  })
}

function whenOf(condition: Condition | undefined, isFirst: boolean): When {
  if (condition) return { kind: 'if', condition, isFirst }
  return { kind: isFirst ? 'always' : 'otherwise' }
}

/** The steps that no way through a flow goes round: they lie on everybody's way. */
export function stepsOfEverybody(flow: Flow): ReadonlySet<string> {
  const arrows = arrowsOf(flow)
  const start = firstStep(flow)
  const isPassedByAll = (step: string) => step === start || !reached(arrows, start, step).has('done')
  return new Set(Object.keys(flow.steps).filter(isPassedByAll))
}

/** Everything that arrows lead to from a start, without going through one step. */
function reached(
  arrows: readonly Arrow[],
  start: string | undefined,
  without: string,
): ReadonlySet<string | undefined> {
  const found = new Set([start])
  for (const step of found) {
    for (const { from, to } of arrows) if (from === step && to !== without) found.add(to)
  }
  return found
}
