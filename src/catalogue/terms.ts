import type { Condition } from '../rules/condition.ts'
import type { WrittenCondition } from './schema.ts'

/** Conditions that several offers share, by name. */
export type Terms = ReadonlyMap<string, WrittenCondition>

/**
 * The condition with every term replaced by what it stands for; the term's name becomes its one sentence.
 * The terms must have been checked: each exists, and none leads back to itself.
 */
export function expandTerms(written: WrittenCondition, terms: Terms): Condition {
  if ('term' in written) {
    const { term, ...annotation } = written
    const definition = terms.get(term)
    if (definition === undefined) throw new TypeError(`there is no term ${term}`)
    return { all: [expandTerms(definition, terms)], as: term, ...annotation }
  }
  if ('not' in written) return { not: expandTerms(written.not, terms) }
  if ('all' in written) return { ...written, all: written.all.map(part => expandTerms(part, terms)) }
  if ('any' in written) return { ...written, any: written.any.map(part => expandTerms(part, terms)) }
  return written
}

/** What is wrong with the terms themselves, by the term's name: names that stand for nothing, and circles. */
export function* termFaults(terms: Terms): Iterable<{ readonly term: string; readonly reason: string }> {
  const reported = new Set<string>()
  for (const [term, definition] of terms) {
    for (const used of termsIn(definition)) {
      if (!terms.has(used)) yield { term, reason: `there is no term ${used} in terms.yaml` }
    }
    const circle = circleFrom(term, terms, [])
    if (circle && !circle.some(name => reported.has(name))) {
      for (const name of circle) reported.add(name)
      yield { term, reason: `the terms ${circle.join(' → ')} form a circle` }
    }
  }
}

/** The names of the terms that a condition uses. */
export function* termsIn(condition: WrittenCondition): Iterable<string> {
  if ('term' in condition) yield condition.term
  else if ('not' in condition) yield* termsIn(condition.not)
  else if ('all' in condition) for (const part of condition.all) yield* termsIn(part)
  else if ('any' in condition) for (const part of condition.any) yield* termsIn(part)
}

function circleFrom(term: string, terms: Terms, way: readonly string[]): readonly string[] | undefined {
  if (way.includes(term)) return [...way.slice(way.indexOf(term)), term]
  const definition = terms.get(term)
  if (!definition) return undefined
  for (const used of termsIn(definition)) {
    const circle = circleFrom(used, terms, [...way, term])
    if (circle) return circle
  }
  return undefined
}
