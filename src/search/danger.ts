import { words } from './fold.ts'
import { createPhraseFinder, type PhraseFinder } from './phrases.ts'

/** What a text can warn of, the most pressing first. */
export const dangerKinds = ['medical', 'suicide', 'child', 'violence', 'trafficking', 'homeless'] as const
export type DangerKind = (typeof dangerKinds)[number]

/**
 * Phrases of one language by kind; `harmless` are phrases that only look like danger. A phrase after `=` counts only
 * where it is all that was said.
 */
export type DangerPhrases = { readonly [K in DangerKind | 'harmless']: readonly string[] }

/** Words that may stand between two words of a phrase. */
const gap = 2

/**
 * Recognises danger in a text of any of the languages: by rules, built to miss nothing.
 * What stands inside a longer phrase says what the longer one says: "er will mich umbringen" is not "will mich umbringen".
 */
export function createDangerCheck(
  languages: readonly DangerPhrases[],
): (text: string) => DangerKind | undefined {
  const finder = (kind: DangerKind | 'harmless', between: number) =>
    createPhraseFinder(
      languages.flatMap(phrases => phrases[kind].map(phrase => [phrase, phrase.startsWith('=')] as const)),
      () => between,
    )
  const harmless = finder('harmless', 0)
  const kinds = dangerKinds.map(kind => ({ kind, find: finder(kind, gap) }))
  return text => {
    const spoken = withoutHarmless(words(text), harmless)
    const told = kinds.flatMap(({ kind, find }) =>
      [...find(spoken)]
        .filter(({ meaning: isWhole, at }) => !isWhole || isEverything(at, spoken))
        .map(({ at }) => ({ kind, at })),
    )
    return told.find(({ at }) => !told.some(other => isInside(at, other.at)))?.kind
  }
}

/** Whether a phrase begins and ends with the text: "I can't any more" is a cry alone, and an everyday word among others. */
const isEverything = (positions: readonly number[], spoken: readonly string[]): boolean =>
  positions[0] === 0 && positions.at(-1) === spoken.length - 1

/** Whether words of a text are some of those of a longer phrase. */
const isInside = (positions: readonly number[], longer: readonly number[]): boolean =>
  longer.length > positions.length && positions.every(position => longer.includes(position))

function withoutHarmless(spoken: readonly string[], harmless: PhraseFinder<unknown>): readonly string[] {
  const ignored = new Set([...harmless(spoken)].flatMap(({ at }) => at))
  return spoken.filter((_, index) => !ignored.has(index))
}
