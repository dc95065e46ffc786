import type { Listening } from '../dialogue/listening.ts'
import { readSituation, type Situation } from '../dialogue/situation.ts'
import type { Gazetteer } from '../facts/places.ts'
import { baseOf, languagesProper } from '../i18n/forms.ts'
import type { Locale, Locales } from '../i18n/locale.ts'
import { closestLabels, oneOfWords } from '../search/closest-label.ts'
import { editDistance } from '../search/edit-distance.ts'
import { toLatin } from '../search/latin.ts'
import { createPhraseFinder, readings } from '../search/phrases.ts'
import { words } from '../search/tokens.ts'

/** Words that may stand between two words of a phrase. */
const gap = 2

/**
 * Reads situations that are told in any of the languages; the first that has something to say is it, `lang` before all.
 * `guess` tells the language of a text where that is plain.
 */
export function createSituationReader(
  locales: Locales,
  gazetteer: Gazetteer,
  guess: (text: string) => string | undefined,
): (text: string, lang: string) => Situation {
  const everywhere = heardEverywhere(locales)
  // A form of a language (`de-simple`) hears what the language hears.
  const codes = locales.map(({ language }) => language.code)
  const listenings = languagesProper(locales).map(locale => listeningOf(locale, everywhere, gazetteer))
  return (text, lang) => {
    const spoken = baseOf(lang, codes) ?? lang
    // Where it is plain in which language a text is written, no third one has a say in what it means.
    const written = guess(text)
    const first = [spoken, written, 'de']
    const rank = ({ lang: own }: Listening) => {
      const at = first.indexOf(own)
      return at === -1 ? first.length : at
    }
    const asked = listenings
      .filter(listening => written === undefined || rank(listening) < first.length)
      .sort((a, b) => rank(a) - rank(b))
    for (const listening of asked) {
      const situation = readSituation(text, listening)
      if (situation.topics.length > 0 || situation.answers.length > 0) return situation
    }
    return { topics: [], answers: [] }
  }
}

/** What holds a phrase back, in whatever language it is said. */
type Everywhere = Pick<Listening, 'isNegation' | 'others' | 'doubts'>

/** What holds a phrase back is known in all languages: a German "kein" must hold where only an English phrase is heard. */
export function heardEverywhere(locales: Locales): Everywhere {
  const isListed = oneOfWords(locales.flatMap(locale => locale.words.negations))
  const finder = (kind: 'others' | 'doubts') =>
    createPhraseFinder(
      locales.flatMap(locale => locale.situations[kind].map(phrase => [phrase, null] as const)),
      () => 1,
    )
  return {
    isNegation: word => readings(word).some(isListed),
    others: finder('others'),
    doubts: finder('doubts'),
  }
}

/** What it takes to listen in one language. */
export function listeningOf(
  { language, words: vocabulary, situations }: Locale,
  { isNegation, others, doubts }: Everywhere,
  gazetteer: Gazetteer,
): Listening {
  const finder = (phrases: readonly string[], between: number) =>
    createPhraseFinder(
      phrases.map(phrase => [phrase, null] as const),
      () => between,
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
    others,
    doubts,
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
