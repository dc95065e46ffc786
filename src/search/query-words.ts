import { wordsApart } from './apart.ts'
import { createKeyBooks } from './key-books.ts'
import { createNeighbours } from './neighbours.ts'
import type { Reading } from './reading.ts'
import { type Script, scriptsOf } from './script.ts'
import { stemOf } from './stem.ts'
import type { Root, WordIndex } from './word-index.ts'
import { doubtful, unreadShare, type WordNature, wordWeight } from './word-weight.ts'

/** A word of a query as it is understood. */
export interface QueryWord {
  readonly word: string
  readonly readings: readonly Reading[]
  /** What it weighs in the query. */
  readonly weight: number
  /** The known word that it was taken for, where it was put right. */
  readonly meant?: string
}

/** Of a query so many letters and words are read. */
const longest = 1000
const mostWords = 30
/** So many words of a query are put right: that costs time. */
const mostCorrections = 6

/** How surely a word stands for a root. */
const sure = {
  same: 1,
  stem: 0.96,
  foreignStem: 0.9,
  beginning: 0.86,
  nearly: 0.98,
} as const
/** What each typing error takes away, as a share of the word's letters. */
const perError = 0.8
/** Words shorter than this are no compounds. */
const shortestCompound = 8
/** Words shorter than this have too many neighbours. */
const shortestMistyped = 5
/** Words shorter than this are not taken for the beginning of another, or put right. */
const shortestBeginning = 4
/** More letters than these are no ending. */
const mostCut = 7
/** Letters that may follow a known word within a typed one. */
const longestEnding = 4
/** In a text in Latin letters of which fewer words are known, another script may be meant. */
const readable = 0.5
/** What is known of words beside the index. */
export interface WordKnowledge {
  /** Words that people know, though no offer may have them: they are not put right. */
  readonly isKnown: (word: string) => boolean
  /** Words of matters that no offer is for. */
  readonly isElsewhere: (word: string) => boolean
}

/** Reads the words of queries over an index. */
export function createQueryReader(
  index: WordIndex,
  { isKnown, isElsewhere }: WordKnowledge,
): (query: string, langs: readonly string[]) => readonly QueryWord[] {
  const { roots, vocabulary, split, unknownWeight } = index
  const sorted = [...vocabulary.keys()].sort()
  const near = createNeighbours(vocabulary.keys())
  const languages = [...new Set(index.entries.map(({ lang }) => lang))]
  const keys = createKeyBooks(index)
  const scripts = scriptsOf(index.entries)
  const isOfLatin = (root: Root) => [...root.langs].some(lang => scripts.get(lang) === 'Latin')

  const rootsOf = (known: string, likeness: number): Reading[] =>
    [...(vocabulary.get(known) ?? [])].flatMap(text => {
      const root = roots.get(text)
      return root ? [{ root, likeness }] : []
    })
  const byStem = (word: string, langs: readonly string[]): Reading[] =>
    languages.flatMap(lang => {
      const stem = stemOf(lang)(word)
      const root = roots.get(stem)
      if (!root?.langs.has(lang) || word.length - stem.length > mostCut) return []
      return [{ root, likeness: langs.includes(lang) ? sure.stem : sure.foreignStem }]
    })
  const directly = (word: string, langs: readonly string[]): Reading[] => {
    const same = rootsOf(word, sure.same)
    return same.length > 0 ? same : byStem(word, langs)
  }
  /** A new compound is as many words as it has parts, unless a letter is missing to one that is known. */
  const partsOf = (word: string, langs: readonly string[]): readonly string[] => {
    if (word.length < shortestCompound || directly(word, langs).length > 0) return [word]
    const parts = split(word)
    return parts.length < 2 || near(word)[0]?.distance === 1 ? [word] : parts
  }
  const byBeginning = (word: string): Reading[] => {
    if (word.length < shortestBeginning) return []
    const longer = from(sorted, word, 12).filter(known => known.length - word.length <= 8)
    const shorter: string[] = []
    for (let length = Math.max(5, word.length - longestEnding); length < word.length; length++) {
      const start = word.slice(0, length)
      if (vocabulary.has(start)) shorter.push(start)
    }
    return [...longer, ...shorter].flatMap(known => rootsOf(known, sure.beginning))
  }
  const byKey = (word: string, mayBeOtherScript: boolean, own: ReadonlySet<Script>): Reading[] =>
    keys(word, mayBeOtherScript, own).flatMap(({ known, likeness }) => rootsOf(known, likeness))
  const isPreferred = (root: Root, langs: readonly string[]) => langs.some(lang => root.langs.has(lang))
  const corrected = (word: string) => {
    const found = word.length < shortestMistyped ? [] : near(word)
    const nearest = found[0]?.distance
    return found
      .filter(({ distance }) => distance === nearest)
      .map(({ word: known, distance }) => ({
        known,
        likeness: sure.nearly - (perError * distance) / word.length,
      }))
  }

  return (query, langs) => {
    const written = [...new Set(wordsApart(query.slice(0, longest)))].slice(0, mostWords)
    const typed = [...new Set(written.flatMap(word => partsOf(word, langs)))]
    const direct = new Map(typed.map(word => [word, directly(word, langs)]))
    const latin = typed.filter(word => /[a-z]/.test(word))
    const familiar = tellingOf(latin).filter(word =>
      (direct.get(word) ?? []).some(({ root }) => isOfLatin(root)),
    )
    const mayBeOtherScript = latin.length > 0 && familiar.length < tellingOf(latin).length * readable
    const ownScripts = new Set(langs.flatMap(lang => scripts.get(lang) ?? []))
    const shortNames = shortNamesOf(query.slice(0, longest))
    let corrections = 0
    return typed.map((word, at): QueryWord => {
      const own = direct.get(word) ?? []
      if (
        isElsewhere(word) &&
        !own.some(({ root, likeness }) => likeness === sure.same && isPreferred(root, langs))
      )
        return { word, readings: [], weight: unknownWeight * unreadShare.elsewhere }
      const readings = [...own]
      let meant: string | undefined
      if (readings.length === 0 || (mayBeOtherScript && latin.includes(word)))
        readings.push(...byKey(word, mayBeOtherScript, ownScripts))
      if (readings.length === 0) readings.push(...byBeginning(word))
      // What begins or sounds like a known word may be another one with an error all the same.
      if (
        readings.every(({ likeness }) => likeness <= doubtful) &&
        !isKnown(word) &&
        corrections < mostCorrections
      ) {
        corrections++
        const put = corrected(word)
        readings.push(
          ...put.flatMap(({ known, likeness }) =>
            rootsOf(known, likeness).map(reading =>
              isPreferred(reading.root, langs)
                ? reading
                : { ...reading, likeness: likeness * sure.foreignStem },
            ),
          ),
        )
        if (own.length === 0) meant = put[0]?.known
      }
      const nature: WordNature = { isKnown: isKnown(word), isShortName: shortNames.has(word), unknownWeight }
      const weight = wordWeight(word, readings, langs, nature)
      const together = asOneWord(typed, at, rootsOf)
      return {
        word,
        readings: best([...readings, ...together]),
        weight: readings.length > 0 ? weight : wordWeight(word, together, langs, nature),
        ...(meant === undefined ? {} : { meant }),
      }
    })
  }
}

/** Short words are words of every language: they tell nothing of the script, unless there are no others. */
function tellingOf(words: readonly string[]): readonly string[] {
  const long = words.filter(({ length }) => length > 2)
  return long.length > 0 ? long : words
}

/** Words with capitals inside, folded: short names, unless all is written in capitals. */
function shortNamesOf(query: string): ReadonlySet<string> {
  const isLoud = !/\p{Ll}/u.test(query) && /\s/.test(query.trim())
  const written = isLoud ? [] : (query.match(/\p{L}+\p{Lu}\p{L}*/gu) ?? [])
  return new Set(written.flatMap(wordsApart))
}

/** Two words that German writes as one. */
function asOneWord(
  typed: readonly string[],
  at: number,
  rootsOf: (known: string, likeness: number) => Reading[],
): Reading[] {
  const word = typed[at] ?? ''
  const [before, after] = [typed[at - 1], typed[at + 1]]
  const both = [
    ...(before ? [`${before}${word}`, `${before}s${word}`] : []),
    ...(after ? [`${word}${after}`, `${word}s${after}`] : []),
  ]
  return both.filter(text => text.length >= 6).flatMap(text => rootsOf(text, sure.same))
}

/** Each root once, as surely as it can be. */
function best(readings: readonly Reading[]): readonly Reading[] {
  const byRoot = new Map<Root, Reading>()
  for (const reading of readings) {
    const before = byRoot.get(reading.root)
    if (!before || reading.likeness > before.likeness) byRoot.set(reading.root, reading)
  }
  return [...byRoot.values()]
}

/** The words of a sorted list that begin with some letters, themselves left out. */
function from(sorted: readonly string[], start: string, most: number): readonly string[] {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < start) low = middle + 1
    else high = middle
  }
  const found: string[] = []
  for (let at = low; found.length < most && sorted[at]?.startsWith(start); at++) found.push(sorted[at] ?? '')
  return found
}
