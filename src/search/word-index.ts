import { wordsApart } from './apart.ts'
import { createSplitter, type Splitter } from './compound.ts'
import { addTo, type Multimap } from './multimap.ts'
import type { SearchText } from './search-text.ts'
import { stemOf } from './stem.ts'

/** A text of the catalogue as it is searched. */
export interface Entry {
  /** Position of its offer in `offers`. */
  readonly offer: number
  readonly lang: string
  readonly kind: SearchText['kind']
  /** Its folded words. */
  readonly text: string
  /** What its words weigh together. */
  readonly weight: number
}

/** Where a root stands: entries, and how fully each time, 0 to 1. */
export interface Posting {
  readonly entries: Uint32Array
  readonly shares: Float32Array
}

/** A root: what the forms of a word share, in whatever language it is one. */
export interface Root {
  readonly langs: ReadonlySet<string>
  readonly posting: Posting
  /** How telling it is: the more, the fewer offers have it. */
  readonly weight: number
  /** Languages in which it stands in every sentence. */
  readonly lightIn: ReadonlySet<string>
}

/** All that is searched. */
export interface WordIndex {
  readonly offers: readonly string[]
  readonly entries: readonly Entry[]
  readonly roots: ReadonlyMap<string, Root>
  /** Each known word, folded, with the roots that it has. */
  readonly vocabulary: ReadonlyMap<string, ReadonlySet<string>>
  /** Each known word as it is first written: "fur" is "für". */
  readonly spellings: ReadonlyMap<string, string>
  /** Words of German texts: what others write by ear. */
  readonly german: ReadonlySet<string>
  readonly split: Splitter
  /** Weight of a word that no offer has. */
  readonly unknownWeight: number
}

/** How fully a part of a compound stands for itself. */
const partShare = 0.8
/** How much is left of the weight of words that stand in every sentence. */
export const lightShare = 0.12

/** Builds the index of some texts; words that are `common` in a language weigh little there. */
export function createWordIndex(
  texts: readonly SearchText[],
  common: ReadonlyMap<string, readonly string[]>,
): WordIndex {
  const commonIn: Multimap<string, string> = new Map()
  for (const [lang, list] of common) for (const word of list.flatMap(wordsApart)) addTo(commonIn, word, lang)
  const offers = [...new Set(texts.map(({ offer }) => offer))]
  const numberOf = new Map(offers.map((offer, index) => [offer, index]))
  const read = texts
    .map(text => ({ ...text, words: wordsApart(text.text) }))
    .filter(({ words }) => words.length > 0)
  const spellings = new Map<string, string>()
  for (const { text } of texts) {
    for (const written of text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) {
      const [word, ...others] = wordsApart(written)
      if (word !== undefined && others.length === 0 && !spellings.has(word)) spellings.set(word, written)
    }
  }
  const german = new Set(read.flatMap(({ lang, words }) => (lang.startsWith('de') ? words : [])))
  const split = createSplitter(german)

  const made = new Map<string, Growing>()
  const vocabulary = new Map<string, Set<string>>()
  const rootOf = (text: string) => entryOf(made, text, newRoot)
  const rootsOfEntries = read.map(({ offer, lang, words }, entry) => {
    const stem = (word: string) => stemOf(german.has(word) ? 'de' : lang)(word)
    const own = new Set<string>()
    const put = (text: string, share: number) => {
      const root = rootOf(text)
      root.langs.add(lang)
      root.shares.set(entry, Math.max(root.shares.get(entry) ?? 0, share))
      root.offers.add(offer)
    }
    for (const word of words) {
      const root = stem(word)
      own.add(root)
      put(root, 1)
      for (const each of commonIn.get(word) ?? []) rootOf(root).lightIn.add(each)
      entryOf(vocabulary, word, () => new Set<string>()).add(root)
      // Compounds are German wherever they stand.
      const parts = /^[a-z]+$/.test(word) && german.has(word) ? split(word) : []
      for (const part of parts) {
        const partRoot = stemOf('de')(part)
        put(partRoot, partShare)
        entryOf(vocabulary, part, () => new Set<string>()).add(partRoot)
      }
    }
    return own
  })
  const weightOf = ({ offers: having }: Growing) => Math.log(1 + offers.length / having.size)
  const roots = new Map(
    [...made].map(([text, root]): [string, Root] => [
      text,
      {
        langs: root.langs,
        posting: {
          entries: Uint32Array.from(root.shares.keys()),
          shares: Float32Array.from(root.shares.values()),
        },
        weight: weightOf(root),
        lightIn: root.lightIn,
      },
    ]),
  )
  const entries = read.map(({ offer, lang, kind, words }, at): Entry => {
    const weight = [...(rootsOfEntries[at] ?? [])].reduce((sum, text) => {
      const root = roots.get(text)
      return sum + (root ? root.weight * (root.lightIn.has(lang) ? lightShare : 1) : 0)
    }, 0)
    return { offer: numberOf.get(offer) ?? 0, lang, kind, text: words.join(' '), weight }
  })
  return {
    offers,
    entries,
    roots,
    vocabulary,
    spellings,
    german,
    split,
    unknownWeight: Math.log(1 + offers.length),
  }
}

interface Growing {
  readonly langs: Set<string>
  readonly shares: Map<number, number>
  readonly offers: Set<string>
  readonly lightIn: Set<string>
}

const newRoot = (): Growing => ({
  langs: new Set(),
  shares: new Map(),
  offers: new Set(),
  lightIn: new Set(),
})

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
