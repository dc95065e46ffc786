import { joined, wordsApart } from './apart.ts'

/** Words of one meaning by a name: `partner: ["mann", "freund*", "vater meiner kinder"]`. */
export interface WordGroups {
  readonly [name: string]: readonly string[]
}

/** A word of a pattern as a key: a folded word, with `*` behind it where it stands for any ending. */
export type Lexeme = string

/** One word of a pattern, or several that stand for one. */
export type Alternative = readonly Lexeme[]

/** One place of a pattern: what may stand there, and how many other words may stand behind it. */
export interface Slot {
  /** Equal for places where the same may stand. */
  readonly key: string
  readonly alternatives: readonly Alternative[]
  readonly gap: number
}

/** What a pattern consists of. */
export interface Pattern {
  readonly slots: readonly Slot[]
  /** Its places may stand in any order. */
  readonly isFree: boolean
  /** It counts only where it begins and ends the text. */
  readonly isWhole: boolean
}

/** A pattern names a group that there is not. */
export class PatternError extends Error {}

/** Words that may stand where a pattern has `…`. */
const far = 7

/**
 * Makes a reader of patterns over some groups: words in their order, `*` for any ending, `a|b` for either, `[name]` for any
 * word of a group, `…` where up to seven other words may stand. Before all, `=` says that the text is nothing else, `~` that
 * the order is free. `gap` other words may stand between any two. A pattern with a group that there is not throws.
 */
export function createPatternReader(groups: WordGroups, gap: number): (written: string) => Pattern {
  // Groups and words stand in many patterns: each is read once.
  const known = new Map<string, readonly Slot[]>()
  const slotsOfPart = (part: string) => {
    const before = known.get(part)
    if (before) return before
    const made = slotsOf(part, groups, gap)
    known.set(part, made)
    return made
  }
  return written => {
    const [mark = '', rest = ''] = /^[=~]\s/u.test(written) ? [written[0], written.slice(1)] : ['', written]
    const slots: Slot[] = []
    for (const part of joined(rest).match(/\[[^\]]*\]|\S+/gu) ?? []) {
      const last = slots.at(-1)
      if (part === '…') {
        if (last) slots[slots.length - 1] = { ...last, gap: far }
      } else slots.push(...slotsOfPart(part))
    }
    return { slots, isFree: mark === '~', isWhole: mark === '=' }
  }
}

function slotsOf(part: string, groups: WordGroups, gap: number): readonly Slot[] {
  const name = /^\[(.*)\]$/u.exec(part)?.[1]
  if (name !== undefined) {
    const group = groups[name]
    if (!group) throw new PatternError(`There is no group [${name}].`)
    // The same name stands for other words in another language: the words tell groups apart.
    return [slot(group.map(lexemes), gap)]
  }
  if (part.includes('|')) return [slot(part.split('|').map(lexemes), gap)]
  // A hyphened word is several.
  return lexemes(part).map(lexeme => slot([[lexeme]], gap))
}

const slot = (list: readonly Alternative[], gap: number): Slot => {
  const alternatives = list.filter(({ length }) => length > 0)
  return { key: alternatives.map(words => words.join(' ')).join('|'), alternatives, gap }
}

const lexemes = (written: string): Alternative =>
  joined(written)
    .split(/\s+/)
    .flatMap(part => {
      const stems = wordsApart(part)
      return stems.map((stem, index) =>
        part.endsWith('*') && index === stems.length - 1 ? `${stem}*` : stem,
      )
    })
