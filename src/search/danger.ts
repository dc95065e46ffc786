import { words } from './fold.ts'

/** What a text can warn of, the most pressing first. */
export const dangerKinds = ['medical', 'suicide', 'child', 'violence', 'trafficking', 'homeless'] as const
export type DangerKind = (typeof dangerKinds)[number]

/** Phrases of one language by kind; `harmless` are phrases that only look like danger. */
export type DangerPhrases = { readonly [K in DangerKind | 'harmless']: readonly string[] }

/** Words that may stand between two words of a phrase. */
const gap = 2

/** Recognises danger in a text of any of the languages: by rules, built to miss nothing. */
export function createDangerCheck(
  languages: readonly DangerPhrases[],
): (text: string) => DangerKind | undefined {
  const compiled = (kind: DangerKind | 'harmless') =>
    languages.flatMap(phrases => phrases[kind].map(compilePhrase).filter(({ length }) => length > 0))
  const harmless = compiled('harmless')
  const kinds = dangerKinds.map(kind => ({ kind, phrases: compiled(kind) }))
  return text => {
    const spoken = withoutHarmless(words(text.slice(0, 2000)), harmless)
    return kinds.find(({ phrases }) => phrases.some(phrase => find(phrase, spoken, gap) !== undefined))?.kind
  }
}

type Pattern = readonly ((word: string) => boolean)[]

/** Each word of a phrase as a test; `*` at its end stands for any ending. */
function compilePhrase(phrase: string): Pattern {
  return phrase.split(/\s+/).flatMap(part => {
    const isOpen = part.endsWith('*')
    const [stem] = words(part)
    if (stem === undefined) return []
    return [isOpen ? (word: string) => word.startsWith(stem) : (word: string) => word === stem]
  })
}

/** The positions of a phrase's words in a text, in their order and close together. */
function find(pattern: Pattern, spoken: readonly string[], between: number): readonly number[] | undefined {
  for (let start = 0; start < spoken.length; start++) {
    const positions: number[] = []
    let from = start
    for (const [index, fits] of pattern.entries()) {
      const until = index === 0 ? from + 1 : from + between + 1
      const at = spoken.slice(from, until).findIndex(fits)
      if (at === -1) break
      positions.push(from + at)
      from += at + 1
    }
    if (positions.length === pattern.length) return positions
  }
  return undefined
}

function withoutHarmless(spoken: readonly string[], harmless: readonly Pattern[]): readonly string[] {
  const ignored = new Set(harmless.flatMap(phrase => find(phrase, spoken, 0) ?? []))
  return spoken.filter((_, index) => !ignored.has(index))
}
