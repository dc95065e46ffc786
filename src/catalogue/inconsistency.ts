import type { Condition } from '../rules/condition.ts'
import type { Risks } from './risks.ts'
import type { OfferFile, WrittenCondition } from './schema.ts'
import { expandTerms, type Terms } from './terms.ts'

/** Something that a schema can't see, with the path of the value at fault. */
export interface Inconsistency {
  readonly path: readonly PropertyKey[]
  readonly reason: string
}

/** What an offer is checked against. */
export interface Surroundings {
  /** Id that the file's name asks for. */
  readonly id: string
  readonly ids: ReadonlySet<string>
  readonly terms: Terms
  readonly risks: Risks
}

/** Names that point nowhere, and conditions without a source. */
export function* inconsistencies(
  offer: OfferFile,
  { id, ids, terms, risks }: Surroundings,
): Iterable<Inconsistency> {
  if (offer.id !== id) yield { path: ['id'], reason: `id ${offer.id} does not match the file's name` }
  if (offer.successor !== undefined && !ids.has(offer.successor)) {
    yield { path: ['successor'], reason: `there is no offer ${offer.successor}` }
  }
  if (offer.status === 'ended' && offer.successor === undefined) {
    yield { path: ['status'], reason: 'an ended offer names its successor' }
  }
  for (const [index, name] of offer.risks.entries()) {
    if (!risks.has(name)) yield { path: ['risks', index], reason: `there is no risk ${name} in risks.yaml` }
  }
  const sources = new Set(offer.sources.map(source => source.id))
  if (sources.size < offer.sources.length) yield { path: ['sources'], reason: 'two sources have the same id' }
  for (const { path, source } of sourcesNamed(offer)) {
    if (!sources.has(source)) yield { path, reason: `there is no source ${source} in this file` }
  }
  const faults = [...conditionFaults(offer.conditions, ['conditions'], undefined, terms)]
  yield* faults
  if (faults.length > 0) return
  for (const source of sourcesIn(expandTerms(offer.conditions, terms))) {
    const isOwn = sources.has(source) || [...sourcesIn(offer.conditions)].includes(source)
    if (!isOwn)
      yield { path: ['conditions'], reason: `a term names the source ${source}, which is not in this file` }
  }
}

/** Every place of an offer that names a source. */
function* sourcesNamed(
  offer: OfferFile,
): Iterable<{ readonly path: readonly PropertyKey[]; readonly source: string }> {
  for (const [index, { source }] of offer.contacts.entries())
    yield { path: ['contacts', index, 'source'], source }
  for (const [ags, contacts] of Object.entries(offer.regional)) {
    for (const [index, { source }] of contacts.entries())
      yield { path: ['regional', ags, index, 'source'], source }
  }
  for (const [index, { source }] of offer.notes.entries()) yield { path: ['notes', index, 'source'], source }
  yield* sourcesWritten(offer.conditions, ['conditions'])
}

function* sourcesWritten(
  condition: WrittenCondition,
  path: readonly PropertyKey[],
): Iterable<{ readonly path: readonly PropertyKey[]; readonly source: string }> {
  if (!('not' in condition) && condition.source !== undefined) {
    yield { path: [...path, 'source'], source: condition.source }
  }
  for (const [part, where] of parts(condition)) yield* sourcesWritten(part, [...path, ...where])
}

/** Tests that no source stands behind, and terms that there are not. */
function* conditionFaults(
  condition: WrittenCondition,
  path: readonly PropertyKey[],
  inherited: string | undefined,
  terms: Terms,
): Iterable<Inconsistency> {
  const source = 'not' in condition ? inherited : (condition.source ?? inherited)
  if ('term' in condition && !terms.has(condition.term)) {
    yield { path: [...path, 'term'], reason: `there is no term ${condition.term} in terms.yaml` }
  }
  const inner = [...parts(condition)]
  const isTest = !('not' in condition || 'all' in condition || 'any' in condition)
  if (isTest && source === undefined) yield { path, reason: 'the condition names no source' }
  for (const [part, where] of inner) yield* conditionFaults(part, [...path, ...where], source, terms)
}

/** The conditions within a condition, each with its way from there. */
function* parts(condition: WrittenCondition): Iterable<readonly [WrittenCondition, readonly PropertyKey[]]> {
  if ('not' in condition) yield [condition.not, ['not']]
  else if ('all' in condition)
    for (const [index, part] of condition.all.entries()) yield [part, ['all', index]]
  else if ('any' in condition)
    for (const [index, part] of condition.any.entries()) yield [part, ['any', index]]
}

function* sourcesIn(condition: WrittenCondition | Condition): Iterable<string> {
  for (const { source } of sourcesWritten(condition, [])) yield source
}
