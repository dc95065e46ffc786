import { wordsApart } from './apart.ts'
import { arabicKey, arabicKeyOfLatin } from './arabic-key.ts'
import { cyrillicKey, cyrillicKeysOfLatin } from './cyrillic-key.ts'
import { createNeighbours } from './neighbours.ts'
import { bones, bonesOfArabic, soundKey, soundKeyOfCyrillic } from './sound-key.ts'
import { stemOf } from './stem.ts'
import { lightShare, type Root, type WordIndex } from './word-index.ts'

/** A root that a word of a query may stand for, and how surely, 0 to 1. */
export interface Reading {
  readonly root: Root
  readonly likeness: number
}

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
  key: 0.84,
  bones: 0.8,
} as const
/** What each typing error takes away, as a share of the word's letters. */
const perError = 0.8
/** How surely another script than those of the preferred languages is meant. */
const strangeScript = 0.85
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
/** Keys shorter than this stand for too much. */
const shortestKey = 4
const shortestNearKey = 6
const shortestBones = 3
/**
 * What a word that no offer has weighs, as a share: one that people know, one that nobody knows, and one of a matter that
 * no offer is for.
 */
const knownShare = 0.3
const strangeShare = 0.6
const elsewhereShare = 2
/** A reading less sure than this is a guess. */
const doubtful = 0.88

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
  const keys = keyBooks(index)
  const scriptOf = scriptsOf(index)
  const latinLanguages = new Set([...scriptOf].flatMap(([lang, script]) => (script === 'Latin' ? lang : [])))

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
  const byKey = (word: string, isTransliterated: boolean, scripts: ReadonlySet<string>): Reading[] =>
    keys(word, isTransliterated, scripts).flatMap(({ known, likeness }) => rootsOf(known, likeness))
  const isPreferred = (root: Root, langs: readonly string[]) => langs.some(lang => root.langs.has(lang))
  const corrected = (word: string) => {
    const found = word.length < shortestMistyped ? [] : near(word)
    const nearest = found[0]?.distance
    return found
      .filter(({ distance }) => distance === nearest)
      .map(({ word: known, distance }) => ({ known, likeness: 0.98 - (perError * distance) / word.length }))
  }

  return (query, langs) => {
    const written = [...new Set(wordsApart(query.slice(0, longest)))].slice(0, mostWords)
    const typed = [...new Set(written.flatMap(word => partsOf(word, langs)))]
    const direct = new Map(typed.map(word => [word, directly(word, langs)]))
    const latin = typed.filter(word => /[a-z]/.test(word))
    const familiar = tellingOf(latin).filter(word =>
      (direct.get(word) ?? []).some(({ root }) => [...root.langs].some(lang => latinLanguages.has(lang))),
    )
    const isTransliterated = latin.length > 0 && familiar.length < tellingOf(latin).length * readable
    const scripts = new Set(langs.flatMap(lang => scriptOf.get(lang) ?? []))
    const shorts = shortNames(query.slice(0, longest))
    let corrections = 0
    return typed.map((word, at): QueryWord => {
      const own = direct.get(word) ?? []
      if (
        isElsewhere(word) &&
        !own.some(({ root, likeness }) => likeness === sure.same && isPreferred(root, langs))
      )
        return { word, readings: [], weight: unknownWeight * elsewhereShare }
      const readings = [...own]
      let meant: string | undefined
      if (readings.length === 0 || (isTransliterated && latin.includes(word)))
        readings.push(...byKey(word, isTransliterated, scripts))
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
      const nature = { isKnown: isKnown(word), isShort: shorts.has(word), unknownWeight }
      const weight = weightOf(word, readings, langs, nature)
      const together = joined(typed, at, rootsOf)
      return {
        word,
        readings: best([...readings, ...together]),
        weight: readings.length > 0 ? weight : weightOf(word, together, langs, nature),
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
function shortNames(query: string): ReadonlySet<string> {
  const isLoud = !/\p{Ll}/u.test(query) && /\s/.test(query.trim())
  const written = isLoud ? [] : (query.match(/\p{L}+\p{Lu}\p{L}*/gu) ?? [])
  return new Set(written.flatMap(wordsApart))
}

/** The script of each language: that of most of its entries. */
function scriptsOf({ entries }: WordIndex): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const { lang, text } of entries) {
    const script = /\p{Script=Cyrillic}/u.test(text)
      ? 'Cyrillic'
      : /\p{Script=Arabic}/u.test(text)
        ? 'Arabic'
        : 'Latin'
    const of = counts.get(lang) ?? new Map<string, number>()
    counts.set(lang, of.set(script, (of.get(script) ?? 0) + 1))
  }
  return new Map(
    [...counts].map(([lang, of]) => [lang, [...of].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'Latin']),
  )
}

/** Two words that German writes as one. */
function joined(
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

/** What is known of a word beside its readings. */
interface WordNature {
  readonly isKnown: boolean
  /** It is written like a short name: "BuT" is no "but". */
  readonly isShort: boolean
  readonly unknownWeight: number
}

/** What a word weighs: as what it most surely is, in the person's languages before all; light where it could be a light one. */
function weightOf(
  word: string,
  readings: readonly Reading[],
  langs: readonly string[],
  { isKnown, isShort, unknownWeight }: WordNature,
): number {
  if (readings.length === 0) {
    if (word.length < 3 || /^\d+$/.test(word)) return 0.1
    return unknownWeight * (isKnown ? knownShare : strangeShare)
  }
  const surest = Math.max(...readings.map(({ likeness }) => likeness))
  const likely = readings.filter(({ likeness }) => likeness > surest - 0.05)
  const own = likely.filter(({ root }) => langs.some(lang => root.langs.has(lang)))
  const least = Math.min(
    ...(own.length > 0 ? own : likely).map(({ root }) => {
      const isLight =
        word.length < 2 ||
        (!isShort && [...root.lightIn].some(lang => own.length === 0 || langs.includes(lang)))
      return root.weight * (isLight ? lightShare : 1)
    }),
  )
  // What is only perhaps a light word may as well be a strange one.
  return surest >= doubtful ? least : Math.max(least, unknownWeight * strangeShare)
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

type KeyBooks = (
  word: string,
  isTransliterated: boolean,
  scripts: ReadonlySet<string>,
) => readonly { readonly known: string; readonly likeness: number }[]

/** Known words by what they sound like, across scripts. */
function keyBooks({ vocabulary, german }: WordIndex): KeyBooks {
  const cyrillic = new Map<string, string[]>()
  const arabic = new Map<string, string[]>()
  const sounds = new Map<string, string[]>()
  const skeletons = new Map<string, string[]>()
  const put = (book: Map<string, string[]>, key: string, word: string, least: number) => {
    if (key.length < least) return
    const beside = book.get(key)
    if (beside) beside.push(word)
    else book.set(key, [word])
  }
  for (const word of vocabulary.keys()) {
    if (/\p{Script=Cyrillic}/u.test(word)) put(cyrillic, cyrillicKey(word), word, shortestKey)
    else if (/\p{Script=Arabic}/u.test(word)) put(arabic, arabicKey(word), word, shortestBones)
    else if (german.has(word) && word.length >= shortestKey) {
      const key = soundKey(word)
      put(sounds, key, word, shortestKey)
      put(skeletons, bones(key), word, shortestBones)
    }
  }
  const nearCyrillic = createNeighbours(cyrillic.keys())
  const nearSounds = createNeighbours(sounds.keys())
  const look = (book: ReadonlyMap<string, readonly string[]>, key: string, likeness: number) =>
    (book.get(key) ?? []).map(known => ({ known, likeness }))
  const lookNear = (
    book: ReadonlyMap<string, readonly string[]>,
    near: ReturnType<typeof createNeighbours>,
    key: string,
  ) => {
    const exact = look(book, key, sure.key)
    if (exact.length > 0 || key.length < shortestNearKey) return exact
    return near(key)
      .filter(({ distance }) => distance <= 1)
      .flatMap(({ word }) => look(book, word, sure.key - 1 / (key.length + 4)))
  }
  return (word, isTransliterated, scripts) => {
    const inScript = (
      script: string,
      found: readonly { readonly known: string; readonly likeness: number }[],
    ) =>
      scripts.has(script)
        ? found
        : found.map(({ known, likeness }) => ({ known, likeness: likeness * strangeScript }))
    if (/^\p{Script=Cyrillic}+$/u.test(word)) return lookNear(sounds, nearSounds, soundKeyOfCyrillic(word))
    if (/^\p{Script=Arabic}+$/u.test(word)) {
      const key = bonesOfArabic(word)
      return key.length < shortestBones + 1 ? [] : look(skeletons, key, sure.bones)
    }
    if (!/^[a-z0-9]+$/.test(word)) return []
    return [
      ...lookNear(sounds, nearSounds, soundKey(word)),
      ...(isTransliterated
        ? [
            ...inScript(
              'Cyrillic',
              cyrillicKeysOfLatin(word).flatMap(key => lookNear(cyrillic, nearCyrillic, key)),
            ),
            ...inScript('Arabic', look(arabic, arabicKeyOfLatin(word), sure.bones)),
          ]
        : []),
    ]
  }
}
