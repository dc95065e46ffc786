import type { Reading } from './reading.ts'
import { lightShare } from './word-index.ts'

/**
 * What a word that no offer has weighs, as a share of the weight of a word that one offer has: one that people know, one that
 * nobody knows, and one of a matter that no offer is for.
 */
export const unreadShare = { known: 0.3, strange: 0.6, elsewhere: 2 } as const
/** A reading less sure than this is a guess. */
export const doubtful = 0.88
/** Readings that are less sure than the surest by more than this are not thought of. */
const aside = 0.05
/** What a short word or a number weighs that nobody can read. */
const nearlyNothing = 0.1

/** What is known of a word beside its readings. */
export interface WordNature {
  readonly isKnown: boolean
  /** It is written like a short name: "BuT" is no "but". */
  readonly isShortName: boolean
  /** The weight of a word that one offer has. */
  readonly unknownWeight: number
}

/**
 * What a word weighs in a query: as what it most surely is, in the preferred languages before all; light where it could be a
 * word of every sentence.
 */
export function wordWeight(
  word: string,
  readings: readonly Reading[],
  langs: readonly string[],
  { isKnown, isShortName, unknownWeight }: WordNature,
): number {
  const strange = unknownWeight * unreadShare.strange
  if (readings.length === 0) {
    if (word.length < 3 || /^\d+$/.test(word)) return nearlyNothing
    return isKnown ? unknownWeight * unreadShare.known : strange
  }
  const surest = Math.max(...readings.map(({ likeness }) => likeness))
  const likely = readings.filter(({ likeness }) => likeness > surest - aside)
  const own = likely.filter(({ root }) => langs.some(lang => root.langs.has(lang)))
  const isLight = ({ root: { lightIn } }: Reading) =>
    word.length < 2 || (!isShortName && [...lightIn].some(lang => own.length === 0 || langs.includes(lang)))
  const weights = (own.length > 0 ? own : likely).map(
    reading => reading.root.weight * (isLight(reading) ? lightShare : 1),
  )
  const least = Math.min(...weights)
  // What is only perhaps a light word may as well be a strange one.
  return surest >= doubtful ? least : Math.max(least, strange)
}
