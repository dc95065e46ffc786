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
    indexed(languages.flatMap(phrases => phrases[kind].map(compilePhrase).filter(({ length }) => length > 0)))
  const harmless = compiled('harmless')
  const kinds = dangerKinds.map(kind => ({ kind, phrases: compiled(kind) }))
  return text => {
    const spoken = withoutHarmless(words(text.slice(0, 2000)), harmless)
    return kinds.find(({ phrases }) => !occurrences(phrases, spoken, gap).next().done)?.kind
  }
}

/** A word of a phrase; an open one stands for any ending. */
interface Word {
  readonly stem: string
  readonly isOpen: boolean
}

type Phrase = readonly Word[]

/** Phrases by their first word, so that a text is not held against each of them. */
interface Phrases {
  readonly byWord: ReadonlyMap<string, readonly Phrase[]>
  readonly open: readonly Phrase[]
}

const fits = ({ stem, isOpen }: Word, word: string): boolean =>
  isOpen ? word.startsWith(stem) : word === stem

function compilePhrase(phrase: string): Phrase {
  return phrase.split(/\s+/).flatMap(part => {
    const [stem] = words(part)
    return stem === undefined ? [] : [{ stem, isOpen: part.endsWith('*') }]
  })
}

function indexed(phrases: readonly Phrase[]): Phrases {
  const byWord = new Map<string, Phrase[]>()
  for (const phrase of phrases) {
    const [first] = phrase
    if (first && !first.isOpen) byWord.set(first.stem, [...(byWord.get(first.stem) ?? []), phrase])
  }
  return { byWord, open: phrases.filter(([first]) => first?.isOpen) }
}

/** Where phrases occur in a text: their words in order, with at most so many others between two of them. */
function* occurrences(
  { byWord, open }: Phrases,
  spoken: readonly string[],
  between: number,
): Generator<readonly number[]> {
  for (const [start, word] of spoken.entries()) {
    const here = [...(byWord.get(word) ?? []), ...open.filter(([first]) => first && fits(first, word))]
    for (const phrase of here) {
      const positions = follow(phrase, spoken, start, between)
      if (positions) yield positions
    }
  }
}

function follow(
  phrase: Phrase,
  spoken: readonly string[],
  start: number,
  between: number,
): readonly number[] | undefined {
  const positions = [start]
  for (const word of phrase.slice(1)) {
    const from = (positions.at(-1) ?? start) + 1
    const at = spoken.slice(from, from + between + 1).findIndex(next => fits(word, next))
    if (at === -1) return undefined
    positions.push(from + at)
  }
  return positions
}

function withoutHarmless(spoken: readonly string[], harmless: Phrases): readonly string[] {
  const ignored = new Set([...occurrences(harmless, spoken, 0)].flat())
  return spoken.filter((_, index) => !ignored.has(index))
}
