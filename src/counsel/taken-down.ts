import type { Answer } from '../dialogue/conversation.ts'
import { type AnswerValue, parseValue, questionForm } from '../dialogue/question.ts'
import { factsOfPlace, type Gazetteer, type Place } from '../facts/places.ts'
import { type FactName, type Facts, factNames } from '../facts/schema.ts'

/** What stands in the fields of one fact; nothing where it is not known. */
export type Entries = ReadonlyMap<FactName, readonly string[]>

/** Facts as somebody took them down, and what of it could not be read. */
export interface TakenDown {
  readonly facts: Facts
  /** What stands in the fields, as it was written. */
  readonly entries: Entries
  /** What is wrong with a field: nothing that fits its question, or no place of Hesse. */
  readonly faults: ReadonlyMap<FactName, 'value' | 'place'>
  /** The places that what was written can mean, where it can mean several. */
  readonly places: readonly Place[]
}

/** Stands in a field of several answers for none of them. */
export const none = 'none'

/** Reads the fields of a form; a field that can't be read leaves its fact unknown, and keeps what was written. */
export function readTakenDown(entries: Entries, gazetteer: Gazetteer): TakenDown {
  const facts: Record<string, unknown> = {}
  const faults = new Map<FactName, 'value' | 'place'>()
  let places: readonly Place[] = []
  for (const [fact, written] of entries) {
    const [first = ''] = written
    if (written.every(text => text.trim() === '')) continue
    if (fact === 'kreis') {
      const found = placesIn(written, gazetteer)
      const [place, ...others] = found
      if (!place) faults.set(fact, 'place')
      else if (others.length > 0) places = found
      else Object.assign(facts, factsOfPlace(place.ags))
      continue
    }
    const value = parseValue(fact, rawOf(fact, written, first))
    if (value === undefined) faults.set(fact, 'value')
    else facts[fact] = value
  }
  return { facts, entries, faults, places }
}

/** The places that a field means; where it could be several, a second field can say which. */
function placesIn([typed = '', chosen]: readonly string[], gazetteer: Gazetteer): readonly Place[] {
  const found = gazetteer.resolve(typed)
  const one = found.find(({ ags }) => ags === chosen)
  return one ? [one] : found
}

/** What was written, in the form in which the question's schema takes it. */
function rawOf(fact: FactName, written: readonly string[], first: string): unknown {
  const { kind } = questionForm(fact)
  switch (kind) {
    case 'choice':
      return first === 'true' ? true : first === 'false' ? false : first
    case 'choices':
      return written.includes(none) ? [] : written.filter(text => text !== '')
    case 'number':
      return numberOf(first)
    case 'numbers':
      return written.includes(none)
        ? []
        : first
            .split(/[\s,;.]+/u)
            .filter(text => text !== '')
            .map(numberOf)
    case 'month':
      return monthOf(latin(first.trim()))
    case 'place':
      return first
    default:
      return kind satisfies never
  }
}

/** Digits of any script that is written here, as those of Latin script. */
const latin = (text: string): string => text.replace(/[٠-٩۰-۹]/g, digit => String(digit.charCodeAt(0) & 0xf))

const numberOf = (text: string): number | string => {
  const digits = latin(text.trim())
  return /^\d{1,4}$/.test(digits) ? Number(digits) : text
}

/** A month as it is kept (`2023-05`), of the ways in which it is written in forms. */
function monthOf(text: string): string {
  const [, month, year] = /^(\d{1,2})\s*[./-]\s*(\d{4})$/.exec(text) ?? []
  return month !== undefined && year !== undefined ? `${year}-${month.padStart(2, '0')}` : text
}

/** What stands in the fields for facts that are known otherwise. */
export function entriesOf(facts: Facts, gazetteer: Gazetteer): Entries {
  const entries = new Map<FactName, readonly string[]>()
  for (const fact of factNames) {
    const value = facts[fact]
    if (value === undefined || fact === 'gemeinde' || fact === 'kreis') continue
    entries.set(fact, writtenOf(fact, value))
  }
  const ags = facts.gemeinde ?? facts.kreis
  if (ags !== undefined) entries.set('kreis', [nameOf(ags, gazetteer)])
  return entries
}

function writtenOf(fact: FactName, value: AnswerValue): readonly string[] {
  if (!Array.isArray(value)) return [String(value)]
  if (value.length === 0) return questionForm(fact).kind === 'numbers' ? ['', none] : [none]
  return questionForm(fact).kind === 'numbers' ? [value.join(', ')] : value.map(String)
}

/** The name of a place where it means no other, else its key. */
function nameOf(ags: string, gazetteer: Gazetteer): string {
  const name = gazetteer.place(ags)?.name ?? ags
  const [place, ...others] = gazetteer.resolve(name)
  return place?.ags === ags && others.length === 0 ? name : ags
}

/** The facts as answers of a conversation, in a given order: given ahead of their questions. */
export const answersOf = (facts: Facts, order: readonly FactName[]): readonly Answer[] =>
  order.flatMap(fact => {
    const value = fact === 'kreis' ? (facts.gemeinde ?? facts.kreis) : facts[fact]
    return value === undefined ? [] : [{ question: fact, value, volunteered: true as const }]
  })
