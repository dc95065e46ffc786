import type { RuledOffer } from '../catalogue/offer.ts'
import { type TermOf, tellsOfViolence } from '../counsel/counted.ts'
import type { Regions } from '../facts/places.ts'
import type { Locales } from '../i18n/locale.ts'
import { wordsApart } from '../search/apart.ts'
import { fold } from '../search/fold.ts'

/** Of a text so many letters are read. */
const longest = 1000
/** Shorter words are words of every sentence, and names. */
const shortest = 4

/**
 * Finds in a text the one word that may be counted where a search found nothing, in its folded form: a word of a matter that no offer
 * is for (`elsewhere` in `words.json`), as the list has it; else the longest word by which some offer is looked for. Only
 * words of these lists come out, so no number, no name and no place that a person typed does; nor does a word by which
 * help against violence is looked for.
 */
export function createTermOf(
  locales: Locales,
  offers: readonly RuledOffer[],
  { kreise, gemeinden }: Pick<Regions, 'kreise' | 'gemeinden'>,
): TermOf {
  const quiet = new Set(offers.filter(tellsOfViolence).map(({ id }) => id))
  const never = new Set([
    ...[...kreise, ...gemeinden].flatMap(({ name }) => wordsApart(name)),
    ...locales.flatMap(({ words: { elsewhere: _, ...others } }) =>
      Object.values(others).flatMap(list =>
        (Array.isArray(list) ? list : Object.keys(list)).flatMap(wordsApart),
      ),
    ),
    ...locales.flatMap(({ lexicon }) => phrasesOf(lexicon, id => quiet.has(id)).flatMap(wordsApart)),
  ])
  const mayBe = (word: string) => word.length >= shortest && !/\p{N}/u.test(word) && !never.has(word)
  const known = new Set(
    locales
      .flatMap(({ lexicon }) => phrasesOf(lexicon, id => !quiet.has(id)))
      .flatMap(wordsApart)
      .filter(mayBe),
  )
  const listed = locales.flatMap(({ words }) => words.elsewhere)
  const stems = new Set(listed.filter(item => item.endsWith('*')).map(item => fold(item.slice(0, -1))))
  const whole = new Set(listed.filter(item => !item.endsWith('*')).map(fold))
  const elsewhere = (word: string): string | undefined => {
    if (whole.has(word)) return word
    for (let length = word.length; length >= shortest; length--)
      if (stems.has(word.slice(0, length))) return word.slice(0, length)
    return undefined
  }
  return text => {
    const words = wordsApart(text.slice(0, longest)).filter(mayBe)
    const strange = words.flatMap(word => elsewhere(word) ?? []).filter(mayBe)
    return longestOf(strange) ?? longestOf(words.filter(word => known.has(word)))
  }
}

const phrasesOf = (
  lexicon: { readonly [offer: string]: readonly string[] },
  isWanted: (offer: string) => boolean,
): readonly string[] => Object.entries(lexicon).flatMap(([id, phrases]) => (isWanted(id) ? phrases : []))

/** The longest word; of several the first by the alphabet, so that the same words always give the same. */
const longestOf = (words: readonly string[]): string | undefined =>
  [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0]
