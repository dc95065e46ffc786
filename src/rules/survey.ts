import type { Day } from '../facts/day.ts'
import type { FactName, Facts } from '../facts/schema.ts'
import { best, type Join, type Prospect, prospects, settles, worst } from './prospect.ts'
import type { Node, Rule } from './rule.ts'
import type { Outcome } from './verdict.ts'

/** A rule's bare outcome, and the facts that can still change it. */
export interface Survey {
  readonly outcome: Outcome
  /** Empty unless the outcome is unknown; may name a fact twice. */
  readonly missing: readonly FactName[]
}

const none: ReadonlySet<FactName> = new Set()

/**
 * Decides a rule and finds what it lacks in one short pass, without reasons: what relevance needs at every step.
 * A fact is lacking only while some value of it can still change what the person comes to: held, refused, or open for
 * the office or the law. `left` are facts that will stay unknown, because the person left them open.
 */
export function survey({ root }: Rule, facts: Facts, today: Day, left: ReadonlySet<FactName> = none): Survey {
  const missing: FactName[] = []
  const prospect = look(root, { facts, today, left, parts: [] }, missing)
  return { outcome: outcomeOf(prospect), missing }
}

/** What is decided has one end left, to hold or to fail; everything else is unknown so far. */
const outcomeOf = (prospect: Prospect): Outcome =>
  prospect === prospects.met ? 'met' : prospect === prospects.failed ? 'failed' : 'unknown'

interface Looking {
  readonly facts: Facts
  readonly today: Day
  readonly left: ReadonlySet<FactName>
  /** What the parts of the groups that are being looked at can come to, and where their share of `missing` ends. */
  readonly parts: number[]
}

const yesOrNo: Prospect = prospects.met | prospects.failed
/** A month whose day decides stays open even when it is said. */
const whatever: Prospect = yesOrNo | prospects.office
/** Where no part can stay open, each one that can still be decided makes a difference. */
const openEnds: Prospect = prospects.law | prospects.office

/** What a node can still come to. Puts down what it lacks; what is decided or makes no difference is taken back. */
function look(node: Node, looking: Looking, missing: FactName[]): Prospect {
  const { facts, today, left, parts } = looking
  if (node.isDated && !node.inForce(today)) return prospects.law
  if (node.kind === 'leaf') {
    const { leaf } = node
    if ('open' in leaf) return prospects[leaf.open]
    const outcome = node.outcome(facts, today)
    if (outcome !== 'unknown') return prospects[outcome]
    if (!('fact' in leaf) || facts[leaf.fact] !== undefined) return prospects.office
    missing.push(leaf.fact)
    if (left.has(leaf.fact)) return prospects.office
    return 'monthsAgo' in leaf ? whatever : yesOrNo
  }
  const isAll = node.kind === 'all'
  const decisive = isAll ? prospects.failed : prospects.met
  const nothing = isAll ? prospects.met : prospects.failed
  const join = isAll ? worst : best
  const start = missing.length
  const first = parts.length
  let together: Prospect = nothing
  let seen: Prospect = 0
  for (const child of node.children) {
    const part = look(child, looking, missing)
    if (part === decisive) {
      missing.length = start
      parts.length = first
      return decisive
    }
    together = join(together, part)
    seen |= part
    parts.push(part, missing.length)
  }
  if (missing.length > start && (seen & openEnds) !== 0) {
    keepWhatSettles(missing, start, parts, first, join, nothing)
  }
  parts.length = first
  return together
}

/** Takes from `missing`, from `start` on, what was put down for parts that make no difference to their group. */
function keepWhatSettles(
  missing: FactName[],
  start: number,
  parts: readonly number[],
  first: number,
  join: Join,
  nothing: Prospect,
): void {
  let kept = start
  let from = start
  let before = nothing
  for (let at = first; at < parts.length; at += 2) {
    const part = parts[at] ?? nothing
    const end = parts[at + 1] ?? from
    if (end > from) {
      let rest = before
      for (let other = at + 2; other < parts.length; other += 2) rest = join(rest, parts[other] ?? nothing)
      if (settles(join, part, rest)) {
        if (kept < from) missing.copyWithin(kept, from, end)
        kept += end - from
      }
    }
    before = join(before, part)
    from = end
  }
  missing.length = kept
}
