import { words } from './fold.ts'
import { createVocabulary } from './vocabulary.ts'

/** One text by which an offer can be found. */
export interface SearchText {
  readonly offer: string
  readonly lang: string
  readonly kind: 'title' | 'words' | 'summary'
  readonly text: string
}

/** An offer that a query may mean: how well its words fit, and how much of the query they cover (0 to 1). */
export interface Candidate {
  readonly offer: string
  readonly score: number
  readonly coverage: number
}

/** Of a query so many letters and words are read: a search must stay quick. */
const longest = 1000
const mostWords = 30
/** So many unknown words are corrected in a query of few words, and in a longer one. */
const fewWords = 8
const mostCorrections = { few: 6, many: 2 } as const

/** How much a word counts by where it stands. */
const weights = { title: 3, words: 2.5, summary: 0.8 } as const
/** Words of other languages than the person's and German count a little less. */
const foreign = 0.85

/** Makes the first, wide step of a search: every offer that shares words with a query, typing errors forgiven. */
export function createCandidates(
  texts: readonly SearchText[],
  common: readonly string[],
): (query: string, lang: string) => readonly Candidate[] {
  const isCommon = new Set(common.flatMap(words))
  /** word → offer → language → weight of the best place where it stands */
  const postings = new Map<string, Map<string, Map<string, number>>>()
  const offers = new Set<string>()
  for (const { offer, lang, kind, text } of texts) {
    offers.add(offer)
    for (const word of words(text)) {
      const byOffer = entry(postings, word, () => new Map<string, Map<string, number>>())
      const byLang = entry(byOffer, offer, () => new Map<string, number>())
      byLang.set(lang, Math.max(byLang.get(lang) ?? 0, weights[kind]))
    }
  }
  const vocabulary = createVocabulary(postings.keys())
  const rarity = (word: string) => Math.log(1 + offers.size / (postings.get(word)?.size ?? 0.5))
  const unknownRarity = Math.log(1 + offers.size)

  return (query, lang) => {
    const typed = [...new Set(words(query.slice(0, longest)))].slice(0, mostWords)
    const correctable = mostCorrections[typed.length > fewWords ? 'many' : 'few']
    let corrected = 0
    const score = new Map<string, number>()
    const covered = new Map<string, number>()
    let total = 0
    let isTelling = false
    for (const word of typed) {
      const direct = vocabulary.matches(word)
      // A real word is never "corrected" into another.
      const isUnknown = direct.length === 0 && word.length >= 4 && corrected < correctable
      if (isUnknown) corrected++
      const matches = isUnknown ? vocabulary.corrections(word) : direct
      const importance = Math.max(0, ...matches.map(match => rarity(match.word)))
      isTelling ||=
        !isCommon.has(word) &&
        matches.some(match => (postings.get(match.word)?.size ?? 0) <= Math.max(3, offers.size / 3))
      total += matches.length > 0 ? importance : word.length > 2 ? unknownRarity : 0
      const best = new Map<string, { gain: number; cover: number }>()
      for (const { word: known, likeness } of matches) {
        for (const [offer, byLang] of postings.get(known) ?? []) {
          const gain = rarity(known) * likeness * weightIn(byLang, lang)
          const before = best.get(offer)
          if (!before || gain > before.gain) best.set(offer, { gain, cover: importance * likeness })
        }
      }
      for (const [offer, { gain, cover }] of best) {
        score.set(offer, (score.get(offer) ?? 0) + gain)
        covered.set(offer, (covered.get(offer) ?? 0) + cover)
      }
    }
    // Words that nearly every offer has ("I", "need") find nothing alone.
    if (!isTelling) return []
    return [...score]
      .map(([offer, value]) => ({
        offer,
        score: value,
        coverage: total === 0 ? 0 : (covered.get(offer) ?? 0) / total,
      }))
      .sort((a, b) => b.score - a.score)
  }
}

function weightIn(byLang: ReadonlyMap<string, number>, lang: string): number {
  let best = 0
  for (const [language, weight] of byLang) {
    best = Math.max(best, language === lang || language === 'de' ? weight : weight * foreign)
  }
  return best
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
