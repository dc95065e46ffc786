import { join } from 'node:path'
import { flows, sensitive } from '../../flows/index.ts'
import { readCatalogue } from '../catalogue/read.ts'
import { createResponsibleFinder } from '../catalogue/responsible.ts'
import type { TermOf } from '../counsel/counted.ts'
import { understandInAny } from '../dialogue/understand.ts'
import { createGazetteer } from '../facts/places.ts'
import { baseOf } from '../i18n/forms.ts'
import { createLanguageGuess } from '../i18n/guess.ts'
import type { Locales } from '../i18n/locale.ts'
import { serve } from '../i18n/negotiate.ts'
import { LocaleError, readLocales } from '../i18n/read.ts'
import { createSpeeches, type Speeches } from '../i18n/speech.ts'
import type { PlaceNames } from '../render/offer.ts'
import { oneOfWords } from '../search/closest-label.ts'
import { createDangerCheck, type DangerKind } from '../search/danger.ts'
import { createNameIndex } from '../search/names.ts'
import { createPlaceReader } from '../search/place-reader.ts'
import { createSearch, type Findings } from '../search/search.ts'
import { createSuggest, type Suggest } from '../search/suggest.ts'
import { createLocalFinder } from '../town/local.ts'
import type { Town } from '../town/read.ts'
import type { World } from '../turn/world.ts'
import { type Awaiting, awaitingReview } from './awaiting.ts'
import { knownWords, tonguesOf } from './known-words.ts'
import { lazily } from './lazily.ts'
import { createTermOf } from './missing-terms.ts'
import { namedPlaces, placesOfPostalCodes } from './place-names.ts'
import { searchTextsOf } from './search-texts.ts'
import { createSituationReader } from './situation-reader.ts'
import { createUnderstandings } from './understandings.ts'

/** All content, read once at start and wired together. */
export interface Content {
  readonly world: World
  readonly speeches: Speeches
  readonly places: PlaceNames
  /** The Kreise by name, in the order of their names. */
  readonly kreise: readonly { readonly ags: string; readonly name: string }[]
  /** Finds offers by a text; the language is the page's. */
  readonly search: (text: string, lang: string) => FoundInText
  readonly suggest: Suggest
  /** What the town that runs the service has set. */
  readonly town?: Town
  /** The word of a text that may be counted where nothing was found for it. */
  readonly termOf: TermOf
  /** Makes now what would be made with the first text that somebody writes, so that nobody waits for it. */
  readonly warm: () => void
  /** What of a language no human has reviewed yet; nothing of German, and of a language that is not there. */
  readonly awaiting: (lang: string) => Awaiting
}

/** What a text looks for, and the place that it names. */
export interface FoundInText {
  readonly findings: Findings
  readonly ags: string | undefined
}

/** How many offers a search finds at most. */
const mostFound = 50
/** How many offers a free text brings into a conversation. */
const foundInTalk = 5
/** How well a text must fit help in danger: "my husband is out of work" shall bring up no shelter. */
const sureOfDanger = 0.85

/**
 * Reads catalogue and locales below a folder. Throws errors that name the file at fault. Where an operator names
 * languages, the service speaks these and German alone; it hears danger in all of them nevertheless. A town brings
 * contacts of its own, and the Kreise that its people live in.
 */
export function loadContent(root: string, languages?: readonly string[], town?: Town): Content {
  const catalogue = readCatalogue(join(root, 'catalogue'))
  const locales = readLocales(join(root, 'locales'))
  const spoken = spokenOf(locales, languages)
  const speeches = createSpeeches(spoken)
  const codes = spoken.map(({ language }) => language.code)
  const gazetteer = createGazetteer(
    catalogue.regions,
    createNameIndex,
    locales.flatMap(locale => locale.words.dwelling),
  )
  // What reads free text takes seconds to make, and much runs without it.
  const isKnown = lazily(() => knownWords(locales))
  const texts = lazily(() => searchTextsOf(locales, catalogue.offers))
  const search = lazily(() =>
    createSearch(texts(), {
      common: new Map(locales.map(({ language, words }) => [language.code, words.common])),
      isKnown: isKnown(),
      isElsewhere: oneOfWords(locales.flatMap(locale => locale.words.elsewhere)),
    }),
  )
  const suggest = lazily(() => createSuggest(texts()))
  const dangerOf = lazily(() => createDangerCheck(tonguesOf(locales), isKnown()))
  const guess = lazily(() => createLanguageGuess(locales))
  const understandings = lazily(() => createUnderstandings(locales, speeches))
  const situation = lazily(() => createSituationReader(locales, gazetteer, guess()))
  const placeIn = lazily(() =>
    createPlaceReader(namedPlaces(catalogue.regions), placesOfPostalCodes(catalogue.regions), isKnown()),
  )
  const termOf = lazily(() => createTermOf(locales, catalogue.offers, catalogue.regions))
  const readers = [search, suggest, dangerOf, guess, understandings, situation, placeIn, termOf]
  const linesFor = (kind: DangerKind) => catalogue.dangerLines[kind]
  const byId = new Map(catalogue.offers.map(offer => [offer.id, offer]))

  const find = (text: string, lang: string): FoundInText => {
    const written = guess()(text)
    const spokenHere = baseOf(lang, codes) ?? lang
    const langs = written === undefined ? [spokenHere] : [spokenHere, written]
    const place = placeIn()(text)
    // A place is no word of an offer: without it the rest is better understood.
    return { findings: search()(place?.rest ?? text, langs, mostFound), ags: place?.ags }
  }

  const world: World = {
    flows,
    sensitive,
    offers: catalogue.offers,
    offer: id => byId.get(id),
    gazetteer,
    language: tag => serve(tag, codes),
    guess(text) {
      const written = guess()(text)
      return written !== undefined && codes.includes(written) ? written : undefined
    },
    understand: (text, question, form, lang) => understandInAny(text, question, form, understandings()(lang)),
    situation: (...told) => situation()(...told),
    search: (text, lang) =>
      find(text, lang)
        .findings.hits.filter(
          ({ offer, score }) => score >= sureOfDanger || byId.get(offer)?.urgency !== 'danger',
        )
        .slice(0, foundInTalk)
        .map(({ offer }) => offer),
    danger(text) {
      const kind = dangerOf()(text)
      return kind && { kind, offers: linesFor(kind) }
    },
    expected: (town?.kreise ?? []).flatMap(ags => gazetteer.place(ags) ?? []),
    dangerLines: kind => (isDangerKind(catalogue.dangerLines, kind) ? linesFor(kind) : []),
  }
  const nameOfPlace = (ags: string) => gazetteer.place(ags)?.name ?? ags
  const places: PlaceNames = {
    name: nameOfPlace,
    website: ags => catalogue.kreise[ags]?.website,
    responsible: createResponsibleFinder(catalogue.offices, nameOfPlace),
    ...(town?.contacts && { local: createLocalFinder(town.contacts) }),
  }
  return {
    world,
    speeches,
    places,
    kreise: [...catalogue.regions.kreise].sort((a, b) => a.name.localeCompare(b.name, 'de')),
    search: find,
    ...(town && { town }),
    suggest: (...typed) => suggest()(...typed),
    termOf: text => termOf()(text),
    warm() {
      for (const reader of readers) reader()
    },
    awaiting(lang) {
      const [german] = spoken
      const locale = spoken.find(({ language }) => language.code === lang)
      if (!german || !locale) return { inDanger: [], words: [], others: [] }
      return awaitingReview(locale, german, catalogue)
    },
  }
}

/** The languages that an operator names, German always among them. */
function spokenOf(locales: Locales, languages: readonly string[] | undefined): Locales {
  if (!languages) return locales
  const there = locales.map(({ language }) => language.code)
  const strange = languages.filter(code => !there.includes(code))
  if (strange.length > 0)
    throw new LocaleError(`There is no language ${strange.join(', ')}, only ${there.join(', ')}.`)
  return locales.filter(({ language: { code } }, at) => at === 0 || languages.includes(code))
}

const isDangerKind = (lines: { readonly [K in DangerKind]: unknown }, kind: string): kind is DangerKind =>
  Object.hasOwn(lines, kind)
