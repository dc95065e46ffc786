import type { QueryWord } from './query-words.ts'
import type { Entry, WordIndex } from './word-index.ts'

/** An offer that a query may mean. */
export interface Candidate {
  /** Position of the offer in the index. */
  readonly offer: number
  /** How like the query is to the most like of the offer's texts, 0 to 1. */
  readonly likeness: number
  /** How much of the query's weight the offer's texts hold, 0 to 1. */
  readonly coverage: number
  /** What the query's words weigh together in the most like text, and how many telling ones it holds. */
  readonly matched: number
  readonly telling: number
  /** How surely its surest telling word is meant, 0 to 1. */
  readonly surest: number
  /** The most like of its texts. */
  readonly entry: Entry
}

/** How much a text counts by what it is. */
const kinds = { title: 1, words: 1, summary: 0.55 } as const
/** Texts in other languages than the person's, the query's and German count a little less. */
const foreign = 0.9
/** A word that every offer has weighs more than this, unless it is one of every sentence. */
const tellingWeight = 0.6
/** Words that weigh less than this share of the heaviest add to what others found, and find nothing themselves. */
const light = 0.2

/** Makes the first, wide step of a search: every offer that shares telling words with a query, the most like first. */
export function createCandidates(
  index: WordIndex,
): (words: readonly QueryWord[], langs: readonly string[]) => readonly Candidate[] {
  const { entries, offers } = index
  const total = new Float64Array(entries.length)
  const current = new Float64Array(entries.length)
  const held = new Uint8Array(entries.length)

  return (words, langs) => {
    const weightOfQuery = words.reduce((sum, { weight }) => sum + weight, 0)
    const heaviest = Math.max(0, ...words.map(({ weight, readings }) => (readings.length > 0 ? weight : 0)))
    // Words that stand in every sentence find nothing alone.
    const isTelling = words.some(({ readings, weight }) => readings.length > 0 && weight >= tellingWeight)
    if (!isTelling) return []
    const touched: number[] = []
    const covered = new Float64Array(offers.length)
    const surest = new Float64Array(offers.length)
    const ofLang = new Map<string, number>()
    const langShare = (lang: string) => {
      const known = ofLang.get(lang)
      if (known !== undefined) return known
      const share = langs.some(each => lang === each || lang.startsWith(`${each}-`)) ? 1 : foreign
      ofLang.set(lang, share)
      return share
    }
    for (const { readings, weight } of [...words].sort((a, b) => b.weight - a.weight)) {
      const isLight = weight < heaviest * light
      const here: number[] = []
      for (const { root, likeness } of readings) {
        const { entries: where, shares } = root.posting
        for (let at = 0; at < where.length; at++) {
          const entry = where[at] ?? 0
          if (isLight && total[entry] === 0) continue
          const gain = likeness * (shares[at] ?? 0) * weight
          const before = current[entry] ?? 0
          if (before === 0) here.push(entry)
          if (gain > before) current[entry] = gain
        }
      }
      const ofOffer = new Map<number, number>()
      for (const entry of here) {
        const gain = current[entry] ?? 0
        current[entry] = 0
        if (total[entry] === 0) touched.push(entry)
        total[entry] = (total[entry] ?? 0) + gain
        if (!isLight) held[entry] = (held[entry] ?? 0) + 1
        const of = entries[entry]
        if (!of) continue
        const kept = gain * (of.kind === 'summary' ? 0.8 : 1) * langShare(of.lang)
        ofOffer.set(of.offer, Math.max(ofOffer.get(of.offer) ?? 0, kept))
      }
      for (const [offer, kept] of ofOffer) {
        covered[offer] = (covered[offer] ?? 0) + kept
        if (!isLight) surest[offer] = Math.max(surest[offer] ?? 0, kept / weight)
      }
    }
    const best = new Map<number, Candidate>()
    for (const position of touched) {
      const entry = entries[position]
      const matched = total[position] ?? 0
      const telling = held[position] ?? 0
      total[position] = 0
      held[position] = 0
      if (!entry) continue
      const alike = matched / Math.sqrt(Math.max(weightOfQuery * entry.weight, 1e-9))
      const likeness = Math.min(1, alike * kinds[entry.kind] * langShare(entry.lang))
      const before = best.get(entry.offer)
      if (before && before.likeness >= likeness) continue
      best.set(entry.offer, {
        offer: entry.offer,
        likeness,
        matched,
        telling,
        coverage: weightOfQuery === 0 ? 0 : (covered[entry.offer] ?? 0) / weightOfQuery,
        surest: surest[entry.offer] ?? 0,
        entry,
      })
    }
    return [...best.values()].sort((a, b) => rough(b) - rough(a))
  }
}

/** How well a candidate fits before its wording is looked at. */
export const rough = ({ likeness, coverage }: Candidate): number => 0.6 * likeness + 0.4 * coverage
