import { wordsApart } from './apart.ts'
import { createEar } from './ear.ts'
import { createPatternReader, type Pattern, type WordGroups } from './pattern.ts'
import { createPatternFinder } from './pattern-finder.ts'

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

/** Words that may stand between two words of a pattern. */
const gap = 2
/** Letters of a mistyped word that is not taken for another, and of several words of which one is mistyped. */
const unmistakable = 10
const together = 11

/**
 * Recognises danger in a text of any of the languages: by rules, built to miss nothing.
 * What stands inside a longer phrase says what the longer one says: "er will mich umbringen" is not "will mich umbringen".
 * A word that `isKnown` is never taken for a misspelling of another.
 */
export function createDangerCheck(
  languages: readonly DangerPhrases[],
  isKnown: (word: string) => boolean = () => false,
): (text: string) => DangerKind | undefined {
  const patterns = (kind: DangerKind | 'harmless', between: number) =>
    languages.flatMap(language => {
      const read = createPatternReader(language.groups, between)
      return language[kind].map(written => [read(written), kind] as const)
    })
  const harmless = patterns('harmless', 0)
  const dangerous = dangerKinds.flatMap(kind => patterns(kind, gap))
  const hear = createEar(lexemesOf([...harmless, ...dangerous]), isKnown)
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
    /** What was guessed tells of danger where it is long enough to be no chance. */
    const isNoChance = (at: readonly number[]) => {
      const said = at.flatMap(position => spoken[position] ?? [])
      if (said.length === 1)
        return said.every(({ how, word }) => how === 'mistyped' && word.length >= unmistakable)
      return said.reduce((sum, { word }) => sum + word.length, 0) >= together
    }
    const isGuessed = spoken.some(({ how }) => how !== 'plain')
    const told = [
      ...findDanger(spoken.map(({ plain }) => plain)),
      ...(isGuessed
        ? findDanger(spoken.map(({ lexemes }) => lexemes)).filter(({ at }) => isNoChance(at))
        : []),
    ].filter(({ isWhole, at }) => !isWhole || isAll(at, spoken))
    const kinds = told
      .filter(({ at }) => !told.some(other => isInside(at, other.at)))
      .map(({ meaning }) => meaning)
    return dangerKinds.find(kind => kinds.includes(kind))
  }
}

const lexemesOf = (patterns: readonly (readonly [Pattern, unknown])[]): readonly string[] =>
  patterns.flatMap(([{ slots }]) => slots.flatMap(({ alternatives }) => alternatives.flat()))

/** Whether words of a text are some of those of a longer phrase. */
const isInside = (positions: readonly number[], longer: readonly number[]): boolean =>
  longer.length > positions.length && positions.every(position => longer.includes(position))
