import { addTo } from './multimap.ts'
import type { Alternative, Lexeme, Pattern } from './pattern.ts'

/** A pattern found in a text: what it stands for, and where its words are. */
export interface Found<T> {
  readonly meaning: T
  readonly isWhole: boolean
  /** Positions among the words of the text, ascending. */
  readonly at: readonly number[]
}

/** Finds patterns in a text of which is known, word by word, what each may stand for. */
export type PatternFinder<T> = (heard: readonly ReadonlySet<Lexeme>[]) => readonly Found<T>[]

/** So many words may stand between the words that stand for one. */
const within = 1

/** Makes a finder of patterns; those without words are none. */
export function createPatternFinder<T>(
  patterns: Iterable<readonly [pattern: Pattern, meaning: T]>,
): PatternFinder<T> {
  /** slots by the first word of what may stand there */
  const beginnings = new Map<Lexeme, { readonly slot: number; readonly words: Alternative }[]>()
  const slots = new Map<string, number>()
  const numberOf = (key: string, alternatives: readonly Alternative[]) => {
    const known = slots.get(key)
    if (known !== undefined) return known
    const slot = slots.size
    slots.set(key, slot)
    for (const words of alternatives) {
      const [first] = words
      if (first === undefined) continue
      addTo(beginnings, first, { slot, words })
    }
    return slot
  }
  const byFirst = new Map<number, Compiled<T>[]>()
  for (const [pattern, meaning] of patterns) {
    const compiled = {
      meaning,
      isWhole: pattern.isWhole,
      isFree: pattern.isFree,
      slots: pattern.slots.map(({ key, alternatives }) => numberOf(key, alternatives)),
      gaps: pattern.slots.map(({ gap }) => gap),
    }
    const [first] = compiled.slots
    if (first === undefined) continue
    addTo(byFirst, first, compiled)
  }
  return heard => {
    const said = occurrences(heard, beginnings)
    const found: Found<T>[] = []
    for (const slot of said.keys()) {
      for (const pattern of byFirst.get(slot) ?? []) {
        const places = pattern.slots.map(each => said.get(each) ?? [])
        if (places.some(({ length }) => length === 0)) continue
        for (const at of pattern.isFree ? freely(pattern, places) : inOrder(pattern, places))
          found.push({ meaning: pattern.meaning, isWhole: pattern.isWhole, at })
      }
    }
    return found
  }
}

interface Compiled<T> {
  readonly meaning: T
  readonly isWhole: boolean
  readonly isFree: boolean
  readonly slots: readonly number[]
  readonly gaps: readonly number[]
}

/** Positions of the words that stand in one place of a pattern. */
type Place = readonly number[]

function occurrences(
  heard: readonly ReadonlySet<Lexeme>[],
  beginnings: ReadonlyMap<Lexeme, readonly { readonly slot: number; readonly words: Alternative }[]>,
): ReadonlyMap<number, readonly Place[]> {
  const said = new Map<number, Place[]>()
  for (const [position, lexemes] of heard.entries()) {
    for (const lexeme of lexemes) {
      for (const { slot, words } of beginnings.get(lexeme) ?? []) {
        const place = words.length === 1 ? [position] : followed(words, heard, position)
        if (!place) continue
        addTo(said, slot, place)
      }
    }
  }
  return said
}

function followed(
  [, ...rest]: Alternative,
  heard: readonly ReadonlySet<Lexeme>[],
  start: number,
): Place | undefined {
  const place = [start]
  let last = start
  for (const word of rest) {
    const from = last + 1
    const at = heard.slice(from, from + within + 1).findIndex(lexemes => lexemes.has(word))
    if (at === -1) return undefined
    last = from + at
    place.push(last)
  }
  return place
}

const endOf = (place: Place): number => place.at(-1) ?? 0
const startOf = (place: Place): number => place[0] ?? 0

/** Every way in which the places of a pattern follow each other: one for each beginning. */
function inOrder<T>(
  { gaps }: Compiled<T>,
  [first = [], ...rest]: readonly (readonly Place[])[],
): readonly Place[] {
  const follow = (index: number, end: number): Place | undefined => {
    const next = rest[index]
    if (!next) return []
    const latest = end + 1 + (gaps[index] ?? 0)
    for (const place of next) {
      if (startOf(place) <= end || startOf(place) > latest) continue
      const after = follow(index + 1, endOf(place))
      if (after) return [...place, ...after]
    }
    return undefined
  }
  return first.flatMap(place => {
    const after = follow(0, endOf(place))
    return after ? [[...place, ...after]] : []
  })
}

/** One way, if there is any, in which the places of a pattern stand beside each other in any order. */
function freely<T>({ gaps }: Compiled<T>, places: readonly (readonly Place[])[]): readonly Place[] {
  const room = gaps.slice(0, -1).reduce((sum, gap) => sum + gap, 0)
  const widest = room + places.reduce((sum, place) => sum + Math.max(...place.map(({ length }) => length)), 0)
  const choose = (index: number, taken: readonly number[]): Place | undefined => {
    const next = places[index]
    if (!next) {
      const at = [...taken].sort((a, b) => a - b)
      return endOf(at) - startOf(at) + 1 - at.length <= room ? at : undefined
    }
    for (const place of next) {
      if (
        place.some(
          position =>
            taken.includes(position) ||
            Math.abs(position - startOf(taken.length > 0 ? taken : place)) > widest,
        )
      )
        continue
      const all = choose(index + 1, [...taken, ...place])
      if (all) return all
    }
    return undefined
  }
  const at = choose(0, [])
  return at ? [at] : []
}
