import type { Listening } from '../dialogue/listening.ts'
import { readSituation, type Situation } from '../dialogue/situation.ts'
import type { Gazetteer } from '../facts/places.ts'
import type { Locale, Locales } from '../i18n/locale.ts'
import { closestLabels, oneOfWords } from '../search/closest-label.ts'
import { editDistance } from '../search/edit-distance.ts'
import { words } from '../search/fold.ts'
import { toLatin } from '../search/latin.ts'
import { createPhraseFinder, readings } from '../search/phrases.ts'

/** Words that may stand between two words of a phrase. */
const gap = 2

/** Reads situations that are told in any of the languages; the first that has something to say is it, `lang` before all. */
export function createSituationReader(
  locales: Locales,
  gazetteer: Gazetteer,
): (text: string, lang: string) => Situation {
  const listenings = locales.map(locale => listeningOf(locale, locales, gazetteer))
  return (text, lang) => {
    const own = listenings.filter(listening => listening.lang === lang)
    const others = listenings.filter(listening => listening.lang !== lang)
    for (const listening of [...own, ...others]) {
      const situation = readSituation(text, listening)
      if (situation.topics.length > 0 || situation.answers.length > 0) return situation
    }
    return { topics: [], answers: [] }
  }
}

/**
 * What it takes to listen in one language. What holds a phrase back is known in all of them:
 * a German "kein" must hold where only an English phrase is heard.
 */
export function listeningOf(
  { language, words: vocabulary, situations }: Locale,
  locales: Locales,
  gazetteer: Gazetteer,
): Listening {
  const isListed = oneOfWords(locales.flatMap(locale => locale.words.negations))
  const isNegation = (word: string) => readings(word).some(isListed)
  const finder = (phrases: readonly string[], between: number) =>
    createPhraseFinder(
      phrases.map(phrase => [phrase, null] as const),
      () => between,
    )
  const everywhere = (kind: 'others' | 'doubts') =>
    finder(
      locales.flatMap(locale => locale.situations[kind]),
      1,
    )
  return {
    lang: language.code,
    vocabulary,
    situations,
    words: text => words(text.replaceAll('§', ' Paragraf ')),
    isNegation,
    isAnd: oneOfWords(vocabulary.and),
    closest: (labels, text) => closestLabels(labels, text, isNegation),
    entries: createPhraseFinder(
      situations.entries.flatMap(entry => entry.phrases.map(phrase => [phrase, entry] as const)),
      // What is negated stands right behind: "no problem with children" is not "no children".
      word => (isNegation(word) ? 0 : gap),
    ),
    others: everywhere('others'),
    doubts: everywhere('doubts'),
    wishes: finder(situations.wishes, 0),
    self: finder(situations.self, 0),
    asking: finder(situations.asking, 0),
    breaks: finder(situations.breaks, 0),
    arrival: finder(situations.arrival, gap),
    place: name => placeNamed(name, gazetteer),
  }
}

/** Typing errors and endings allowed in the name of a place, as a share of its letters. */
const tolerated = 0.25
/** Shorter names must be said as they are, in letters. */
const shortest = 5

/** The one place of a name. Here nobody asked for a place, so that more than its beginning must be said. */
function placeNamed(name: string, gazetteer: Gazetteer): string | undefined {
  const [only, ...others] = gazetteer.resolve(name)
  if (!only || others.length > 0) return undefined
  const said = words(toLatin(name))
  if (said.some(word => /^\d+$/.test(word))) return only.ags
  const called = words(toLatin(only.name)).slice(0, said.length)
  // Arabic script leaves short vowels out: there the consonants must do.
  const isArabic = /\p{Script=Arabic}/u.test(name)
  const letters = (list: readonly string[]) => list.join(' ').replace(isArabic ? /[aeiouy]/g : '', '')
  const { length } = letters(said)
  const allowed = length < shortest ? 0 : length * tolerated
  const isNear = editDistance(letters(said), letters(called)) <= allowed
  return called.length === said.length && isNear ? only.ags : undefined
}
