import type { Day } from '../facts/day.ts'
import { type FactName, factNames } from '../facts/schema.ts'
import { topics } from '../facts/topics.ts'
import type { Condition } from '../rules/condition.ts'
import { evaluate } from '../rules/evaluate.ts'
import type { Node } from '../rules/rule.ts'
import type { Locate } from './build.ts'
import { demandsWithoutExample, verdictsWithoutExample } from './coverage.ts'
import { contradictions } from './examples.ts'
import type { Fault } from './fault.ts'
import type { Groups } from './groups.ts'
import type { RuledOffer } from './offer.ts'
import { lastDays } from './stale.ts'

/** What the offers of a catalogue are held against. */
export interface Demands {
  readonly today: Day
  /** Facts that some question asks for. */
  readonly asked: ReadonlySet<FactName>
  readonly groups: Groups
}

/** What is wrong with a catalogue whose files are sound one by one, each with the line where it can be mended. */
export function* unsoundness(
  offers: readonly RuledOffer[],
  locate: Locate,
  demands: Demands,
): Iterable<Fault> {
  for (const offer of offers) {
    for (const { path, reason } of ownFaults(offer, demands)) yield { ...locate(offer.id, path), reason }
  }
  for (const { offer, path, reason } of sharedFaults(offers)) yield { ...locate(offer, path), reason }
  for (const reason of gaps(offers, demands)) yield { file: 'offers', line: 1, reason }
}

interface Found {
  readonly path: readonly PropertyKey[]
  readonly reason: string
}

function* ownFaults(offer: RuledOffer, { today, asked }: Demands): Iterable<Found> {
  for (const fact of offer.rule.facts) {
    if (!asked.has(fact)) yield { path: ['conditions'], reason: `no question asks for ${fact}` }
  }
  for (const until of lastDays(offer.rule.root)) {
    if (until < today.iso) yield { path: ['conditions'], reason: `a condition was law only until ${until}` }
  }
  for (const [index, { id, until }] of offer.notes.entries()) {
    if (until !== undefined && until < today.iso)
      yield { path: ['notes', index], reason: `the note ${id} held only until ${until}` }
  }
  for (const [index, { checked }] of offer.sources.entries()) {
    if (checked > today.iso)
      yield { path: ['sources', index, 'checked'], reason: `${checked} is still to come` }
  }
  if (offer.status !== 'ended' && hasEnded(offer.rule.root, today)) {
    yield { path: ['status'], reason: 'the programme has ended: write status: ended, and its successor' }
  }
  if (offer.status === 'ended' && evaluate(offer.rule, {}, today).verdict !== 'ineligible') {
    yield { path: ['conditions'], reason: 'nobody can be told yes by an ended offer: write { ended: … }' }
  }
  for (const { index, reason } of contradictions(offer, today)) yield { path: ['examples', index], reason }
  for (const verdict of verdictsWithoutExample(offer, today)) {
    yield { path: ['examples'], reason: `the rule can say ${verdict}, and no example shows it` }
  }
  for (const { criterion } of demandsWithoutExample(offer, today)) {
    yield { path: wayTo(criterion.id, offer), reason: 'no example fails this demand' }
  }
}

/** Whether the rule names a last day that has passed. */
const hasEnded = (node: Node, today: Day): boolean =>
  node.kind === 'leaf'
    ? 'ended' in node.leaf && node.leaf.ended < today.iso
    : node.children.some(child => hasEnded(child, today))

/** The way to a criterion (`0.2.1`) in its file: as far as it is written there, for terms stand in another. */
function wayTo(criterion: string, { area, conditions }: RuledOffer): readonly PropertyKey[] {
  const path: PropertyKey[] = ['conditions']
  let here: Condition | undefined = conditions
  let steps = criterion.split('.').slice(1).map(Number)
  if (typeof area !== 'string' && 'all' in conditions) {
    // The list of places became a demand beside those that the file writes.
    if (steps[0] === 1) return ['area']
    steps = steps.slice(1)
    here = conditions.all[0]
  }
  for (const step of steps) {
    while (here !== undefined && 'not' in here) {
      path.push('not')
      here = here.not
    }
    if (here === undefined) break
    const parts: readonly Condition[] = 'all' in here ? here.all : 'any' in here ? here.any : []
    path.push('all' in here ? 'all' : 'any', step)
    here = parts[step]
  }
  return path
}

function* sharedFaults(offers: readonly RuledOffer[]): Iterable<Found & { readonly offer: string }> {
  const titles = new Map<string, string>()
  const byId = new Map(offers.map(offer => [offer.id, offer]))
  for (const { id, titleDe, status, successor } of offers) {
    const title = titleDe.toLowerCase()
    const other = titles.get(title)
    if (other !== undefined) yield { offer: id, path: ['titleDe'], reason: `${other} has the same title` }
    titles.set(title, id)
    if (status === 'ended' && successor !== undefined && byId.get(successor)?.status === 'ended') {
      yield { offer: id, path: ['successor'], reason: `${successor} has ended too` }
    }
  }
}

/** What the catalogue as a whole lacks: facts that no rule reads, and topics that leave a group alone. */
function* gaps(offers: readonly RuledOffer[], { asked, groups, today }: Demands): Iterable<string> {
  // The place names the office, even where it decides no verdict.
  const ofPlace: readonly FactName[] = offers.some(({ isLocal }) => isLocal) ? ['kreis', 'gemeinde'] : []
  const read = new Set([...ofPlace, ...offers.flatMap(({ rule }) => rule.facts)])
  for (const fact of factNames) {
    if (asked.has(fact) && !read.has(fact)) yield `no rule reads ${fact}, which is asked for`
  }
  for (const topic of topics) {
    const own = offers.filter(offer => offer.topics.includes(topic) && offer.status !== 'ended')
    for (const [group, facts] of Object.entries(groups)) {
      const isThere = own.some(({ rule }) => evaluate(rule, facts, today).verdict !== 'ineligible')
      if (!isThere) yield `the topic ${topic} has nothing for ${group}`
    }
  }
}
