import { wordsApart } from './apart.ts'
import { createEar } from './ear.ts'
import { type Alternative, createPatternReader, type Lexeme, type WordGroups } from './pattern.ts'
import { createPatternFinder } from './pattern-finder.ts'
import { createTongueOfWords } from './tongue-of-words.ts'

/** What a text can warn of, the most pressing first. */
export const dangerKinds = ['medical', 'suicide', 'child', 'violence', 'trafficking', 'homeless'] as const
export type DangerKind = (typeof dangerKinds)[number]

/** How people of one language tell of danger: patterns by kind, as `createPatternReader` reads them. */
export type DangerPhrases = {
  /** Words that stand for each other in the patterns. */
  readonly groups: WordGroups
  /** Phrases that only look like danger. */
  readonly harmless: readonly string[]
} & { readonly [K in DangerKind]: readonly string[] }

/** A language in which danger is heard. */
export interface Tongue {
  readonly danger: DangerPhrases
  /** Whether a folded word is one of this language's, as far as our own texts hold it. */
  readonly knows: (word: string) => boolean
}

/** Words that may stand between two words of a pattern. */
const gap = 2
/** Letters of a mistyped word that is not taken for another, and of several words of which one is mistyped. */
const unmistakable = 10
const together = 11
/**
 * Recognises danger in a text of any of the languages: by rules, built to miss nothing.
 * What stands inside a longer phrase says what the longer one says: "er will mich umbringen" is not "will mich umbringen".
 * A word that `isKnown`, in whatever language, is never taken for a misspelling of another.
 */
export function createDangerCheck(
  tongues: readonly Tongue[],
  isKnown: (word: string) => boolean = () => false,
): (text: string) => DangerKind | undefined {
  const patterns = (kinds: readonly (DangerKind | 'harmless')[], between: number) =>
    tongues.flatMap(({ danger }, tongue) => {
      const read = createPatternReader(danger.groups, between)
      return kinds.flatMap(kind => danger[kind].map(written => [read(written), { kind, tongue }] as const))
    })
  const harmless = patterns(['harmless'], 0)
  const dangerous = patterns(dangerKinds, gap)
  /** The words and stems that each language listens for. */
  const listening = tongues.map(() => new Set<Lexeme>())
  // A group stands in many patterns: its words are taken once.
  const taken = new Set<readonly Alternative[]>()
  for (const [{ slots }, { tongue }] of [...harmless, ...dangerous])
    for (const { alternatives } of slots) {
      if (taken.has(alternatives)) continue
      taken.add(alternatives)
      for (const lexeme of alternatives.flat()) listening[tongue]?.add(lexeme)
    }
  const hear = createEar(
    listening.flatMap(lexemes => [...lexemes]),
    isKnown,
  )
  const tongueOf = createTongueOfWords(
    tongues.map(({ knows }, index) => ({ knows, lexemes: listening[index] ?? new Set() })),
  )
  const findHarmless = createPatternFinder(harmless)
  const findDanger = createPatternFinder(dangerous)
  return text => {
    const words = wordsApart(text)
    const heard = hear(words).map((each, index) => ({ ...each, word: words[index] ?? '' }))
    const isAll = (at: readonly number[], all: readonly unknown[]) =>
      at[0] === 0 && at.at(-1) === all.length - 1
    const ignored = new Set(
      // A guess must not hide a cry.
      findHarmless(heard.map(({ plain }) => plain))
        .filter(({ isWhole, at }) => !isWhole || isAll(at, heard))
        .flatMap(({ at }) => at),
    )
    const spoken = heard.filter((_, index) => !ignored.has(index))
    const isOfTongue = tongueOf(spoken)
    /** What was guessed tells of danger where it is long enough to be no chance. */
    const isNoChance = (at: readonly number[]) => {
      const said = at.flatMap(position => spoken[position] ?? [])
      if (said.length === 1)
        return said.every(
          ({ how, word, lexemes }) =>
            how === 'mistyped' &&
            word.length >= unmistakable &&
            // The beginning of a long word is soon another's.
            [...lexemes].some(({ length }) => length >= unmistakable - 1),
        )
      return said.reduce((sum, { word }) => sum + word.length, 0) >= together
    }
    const told = (['plain', 'lexemes'] as const).flatMap(way => {
      if (way === 'lexemes' && spoken.every(({ how }) => how === 'plain')) return []
      return findDanger(spoken.map(each => each[way])).filter(
        ({ isWhole, at, meaning: { tongue } }) =>
          (!isWhole || isAll(at, spoken)) && (way === 'plain' || isNoChance(at)) && isOfTongue(at, tongue),
      )
    })
    const kinds = told
      .filter(({ at }) => !told.some(other => isInside(at, other.at)))
      .map(({ meaning }) => meaning.kind)
    return dangerKinds.find(kind => kinds.includes(kind))
  }
}

/** Whether words of a text are some of those of a longer phrase. */
const isInside = (positions: readonly number[], longer: readonly number[]): boolean =>
  longer.length > positions.length && positions.every(position => longer.includes(position))
