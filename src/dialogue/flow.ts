import { createMachine, initialTransition, transition } from 'xstate'
import type { Day } from '../facts/day.ts'
import type { FactName, Facts } from '../facts/schema.ts'
import type { Condition } from '../rules/condition.ts'
import { compile, outcomeOf, type Rule } from '../rules/rule.ts'

/** A way on from a step. It is open unless its condition surely fails: unknown is never treated as no. */
export interface Branch<Step extends string> {
  readonly if?: Condition
  readonly to: Step | 'done'
}

/** One question of a flow, and where it leads. */
export interface Step<Name extends string> {
  readonly ask: FactName
  /** The next step, or branches of which the first open one is taken. */
  readonly next: Name | 'done' | readonly Branch<Name>[]
}

/** A topic's dialogue: order and branches, no sentences. */
export interface Flow {
  readonly name: string
  readonly steps: { readonly [step: string]: Step<string> }
  /** The steps' facts, in the order in which they are written. */
  readonly asks: readonly FactName[]
  /** The questions on the way of a person of whom `know` tells the facts, walked so far, on a day. */
  readonly walk: (know: (fact: FactName) => Facts, today: Day) => Iterable<FactName>
}

/** What a step needs to find its way: the facts walked so far. */
interface GoOn {
  readonly type: 'goOn'
  readonly facts: Facts
  readonly today: Day
}

/**
 * Writes a flow as an XState machine. A step that names an unknown step does not compile.
 * The first step is the start.
 */
export function flow<const Name extends string>(
  name: string,
  steps: { readonly [N in Name]: Step<NoInfer<Name>> },
): Flow {
  const written: { readonly [step: string]: Step<string> } = steps
  const guards = new Map<string, readonly (Rule | undefined)[]>()
  const states: Record<string, object> = { done: { type: 'final' } }
  for (const [step, { ask, next }] of Object.entries(written)) {
    const branches: readonly Branch<string>[] = typeof next === 'string' ? [{ to: next }] : next
    const rules = branches.map(branch => branch.if && compile({ all: [branch.if] }, 'open'))
    guards.set(step, rules)
    states[step] = {
      meta: { ask },
      on: {
        goOn: branches.map(({ to }, index) => ({
          target: to,
          guard: ({ event }: { event: GoOn }) => isOpen(rules[index], event.facts, event.today),
        })),
      },
    }
  }
  const machine = createMachine({
    types: { events: {} as GoOn },
    id: name,
    initial: Object.keys(written)[0] ?? 'done',
    states,
  })
  type Snapshot = ReturnType<typeof initialTransition<typeof machine>>[0]
  const [start] = initialTransition(machine)
  const ways = new Map(Object.keys(written).map(step => [step, new Map<number, Snapshot>()]))

  /** Where a step leads depends on its guards alone, so XState is asked once for each of their outcomes. */
  const goOn = (snapshot: Snapshot, step: string, event: GoOn): Snapshot => {
    let open = 0
    for (const rule of guards.get(step) ?? [])
      open = open * 2 + (isOpen(rule, event.facts, event.today) ? 1 : 0)
    const known = ways.get(step)?.get(open)
    if (known) return known
    const [next] = transition(machine, snapshot, event)
    if (next.value === step) throw new TypeError(`${name}: no way leads on from ${step}`)
    ways.get(step)?.set(open, next)
    return next
  }

  return {
    name,
    steps: written,
    asks: [...new Set(Object.values(written).map(({ ask }) => ask))],
    *walk(know, today) {
      let snapshot = start
      while (snapshot.status === 'active') {
        const at = String(snapshot.value)
        const step = written[at]
        if (!step) throw new TypeError(`${name} has no step ${at}`)
        yield step.ask
        snapshot = goOn(snapshot, at, { type: 'goOn', facts: know(step.ask), today })
      }
    },
  }
}

const isOpen = (rule: Rule | undefined, facts: Facts, today: Day): boolean =>
  rule === undefined || outcomeOf(rule, facts, today) !== 'failed'
