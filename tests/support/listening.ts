import { readCatalogue } from '../../src/catalogue/read.ts'
import type { Listening } from '../../src/dialogue/listening.ts'
import { createGazetteer } from '../../src/facts/places.ts'
import { createLanguageGuess } from '../../src/i18n/guess.ts'
import { readLocales } from '../../src/i18n/read.ts'
import { createNameIndex } from '../../src/search/names.ts'
import { createSituationReader, heardEverywhere, listeningOf } from '../../src/server/situation-reader.ts'

const locales = readLocales('locales')
const gazetteer = createGazetteer(readCatalogue('catalogue').regions, createNameIndex)
const everywhere = heardEverywhere(locales)
const listenings = new Map(
  locales.map(locale => [locale.language.code, listeningOf(locale, everywhere, gazetteer)]),
)

/** What it takes to listen in one language, made of its real content. */
export function listeningTo(lang: string): Listening {
  const found = listenings.get(lang)
  if (!found) throw new Error(`nobody speaks ${lang} here`)
  return found
}

/** What a text tells, in whichever language. */
export const situationOf = createSituationReader(locales, gazetteer, createLanguageGuess(locales))
