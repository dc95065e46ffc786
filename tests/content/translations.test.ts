import { describe, expect, it } from 'vitest'
import { readCatalogue } from '../../src/catalogue/read.ts'
import { type Glossary, holdsForm } from '../../src/i18n/glossary.ts'
import { createLanguageGuess } from '../../src/i18n/guess.ts'
import { unmarked } from '../../src/i18n/marks.ts'
import { readLocales } from '../../src/i18n/read.ts'
import { readGlossary } from '../../src/i18n/read-glossary.ts'
import { standingOf } from '../../src/i18n/status.ts'
import { splitPlural, textsOf } from '../support/texts.ts'

const locales = readLocales('locales')
const [german] = locales
if (!german) throw new Error('there is no German')
const { offers } = readCatalogue('catalogue')
const originals = textsOf(german)
const translations = locales
  .filter(locale => locale !== german)
  .map(locale => [locale.language.code, locale, textsOf(locale)] as const)
const germanOf = (key: string): string => {
  const { stem } = splitPlural(key)
  return originals.get(key) ?? originals.get(`${stem}_other`) ?? ''
}
const concepts = readGlossary('locales', 'de')

/** Everything that fails, as `key: text`. */
const wrong = (texts: ReadonlyMap<string, string>, isWrong: (text: string, key: string) => boolean) =>
  [...texts].filter(([key, text]) => isWrong(text, key)).map(([key, text]) => `${key}: ${text}`)

/** The script that a language is written in. */
const scriptOf = (code: string): string => new Intl.Locale(code).maximize().script ?? 'Latn'

/** A text without what is German or typed: marked words, places to fill in, addresses, levels of a language. */
const ownPart = (text: string): string =>
  text
    .replace(/<(de|ltr)>.*?<\/\1>|\{\{\w+\}\}/g, ' ')
    .replace(/[\w-]+(?:\.[\w-]+)*\.(?:de|org|com|eu|info|net|digital)(?:\/[\w/-]*)?/g, ' ')

describe('the glossary', () => {
  it.each(translations)('of %s names every concept of German, and none besides', code => {
    expect(Object.keys(readGlossary('locales', code)).sort()).toEqual(Object.keys(concepts).sort())
  })

  it.each(translations)('of %s calls each concept by one of its own forms', code => {
    const strange = Object.entries(readGlossary('locales', code)).filter(
      ([, { term, forms }]) => !holdsForm(forms)(term),
    )
    expect(strange).toEqual([])
  })

  it.each(translations)('holds in every text of %s', (code, _, texts) => {
    const glossary: Glossary = readGlossary('locales', code)
    const faults = Object.entries(concepts).flatMap(([name, { forms }]) => {
      const own = glossary[name]
      if (!own) return []
      const isMeant = holdsForm(forms)
      const isSaid = holdsForm(own.forms)
      const misleads = own.avoid ? holdsForm(own.avoid) : () => false
      const isFree = own.free ? keyIs(own.free) : () => false
      return [...texts].flatMap(([key, text]) => {
        // Documents are named as they stand on the paper, and words of a list stand by themselves.
        if (key.startsWith('documents:')) return []
        const said = unmarked(text)
        if (misleads(said)) return [`${name} misleads in ${key}: ${text}`]
        return isMeant(unmarked(germanOf(key))) && !isSaid(said) && !isFree(key)
          ? [`${name} is missing in ${key}: ${text}`]
          : []
      })
    })
    expect(faults).toEqual([])
  })
})

const keyIs = (patterns: readonly string[]) => {
  const all = patterns.map(
    pattern =>
      new RegExp(
        `^${pattern
          .split('*')
          .map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
          .join('.*')}$`,
      ),
  )
  return (key: string) => all.some(pattern => pattern.test(key))
}

/** Quotation marks that a language uses, and an apostrophe that looks like one. */
const quotes: { readonly [lang: string]: string } = {
  de: '„“‚‘',
  en: '“”‘’',
  uk: '«»„“’',
  ru: '«»„“',
  bg: '„“',
  ar: '«»',
  fa: '«»',
  tr: '“”‘’',
  fr: '«»’',
  pl: '„”«»',
  ro: '„”«»',
}

describe('the typography', () => {
  it.each(translations)('of %s uses its own quotation marks', (code, _, texts) => {
    const own = quotes[code.split('-')[0] ?? ''] ?? ''
    expect(own, `the quotation marks of ${code} are not known here`).not.toBe('')
    expect(
      wrong(texts, text => [...'"„“”‚‘«»'].some(mark => text.includes(mark) && !own.includes(mark))),
    ).toEqual([])
  })

  it.each(translations)('of %s closes every mark that it opens, and knows two of them', (_, __, texts) => {
    expect(wrong(texts, text => /[<>]/.test(text.replace(/<(de|ltr)>[^<>]+<\/\1>/g, '')))).toEqual([])
  })

  it.each(translations.filter(([code]) => scriptOf(code) !== 'Latn'))(
    'of %s marks every word that stands in Latin letters as German or as typed',
    (_, __, texts) => {
      const international = /^(?:[ABC][12]|SMS|PDF|WhatsApp|QR|IP|HIV|Hessenlotse|App|Cookies?|[a-z])$/
      const bare = wrong(texts, text =>
        (ownPart(text).match(/[\p{Script=Latin}][\p{Script=Latin}\p{N}.'-]*/gu) ?? []).some(
          word => !international.test(word.replace(/[.'-]+$/, '')),
        ),
      )
      expect(bare).toEqual([])
    },
  )

  it.each(translations.filter(([code]) => scriptOf(code) === 'Latn' && !code.startsWith('de')))(
    'of %s marks the German names of concepts and offers as German',
    (code, _, texts) => {
      const glossary = readGlossary('locales', code)
      const names = [
        ...Object.entries(concepts).flatMap(([name, { term }]) =>
          glossary[name] && holdsForm(glossary[name].forms)(term) ? [] : [term],
        ),
        ...offers.map(({ titleDe }) => titleDe),
      ].filter(name => /[a-zäöüß]{6}/i.test(name))
      const isGerman = holdsForm(names)
      const titles = new Set(Object.keys(german.offers).map(id => `offers:${id}.title`))
      expect(wrong(texts, (text, key) => !titles.has(key) && isGerman(ownPart(text)))).toEqual([])
    },
  )

  it.each(translations)('of %s writes numbers in its own digits', (_, { language }, texts) => {
    const others =
      language.digits === 'latn' ? /[٠-٩۰-۹]/ : language.digits === 'arabext' ? /[0-9٠-٩]/ : /[0-9۰-۹]/
    expect(wrong(texts, text => others.test(ownPart(text).replace(/[ABC][12]/g, '')))).toEqual([])
  })

  it.each(translations.filter(([, { language }]) => language.dir === 'rtl'))(
    'of %s marks what is dialled or typed, so that it keeps its order',
    (_, __, texts) => {
      expect(wrong(texts, text => /\d+(?:[ -]\d+)+|(?<!\d)11[0256](?!\d)/.test(ownPart(text)))).toEqual([])
    },
  )

  it('of Persian and Arabic uses the letters of the language', () => {
    const texts = new Map(translations.map(([code, , list]) => [code, list]))
    expect(wrong(texts.get('fa') ?? new Map(), text => /[\u064a\u0643]/.test(text))).toEqual([])
    expect(wrong(texts.get('ar') ?? new Map(), text => /[\u06cc\u06a9]/.test(text))).toEqual([])
  })

  it('of Romanian has a comma below its letters, and no cedilla', () => {
    const texts = new Map(translations.map(([code, , list]) => [code, list]))
    expect(wrong(texts.get('ro') ?? new Map(), text => /[şţŞŢ]/.test(text))).toEqual([])
  })
})

describe('every text', () => {
  const guess = createLanguageGuess(locales)

  it.each(translations)('of some length is written in its own language: %s', (code, _, texts) => {
    const own = code.split('-')[0]
    const strange = [...texts].flatMap(([key, text]) => {
      const said = ownPart(text)
      // Shorter ones hold words that neighbours share.
      const guessed = (said.match(/\p{L}/gu)?.length ?? 0) > 40 ? guess(said) : undefined
      return guessed === undefined || guessed === own ? [] : [`${key} looks like ${guessed}: ${text}`]
    })
    expect(strange).toEqual([])
  })

  it.each(translations)(
    'of the interface fits the place of the German one on a small phone: %s',
    (code, _, texts) => {
      // Leichte Sprache takes more words, and has more room.
      const most = code === 'de-simple' ? 2.2 : 1.7
      const long = wrong(texts, (text, key) => {
        const { length } = unmarked(germanOf(key))
        return key.startsWith('ui:') && unmarked(text).length > Math.max(length * most, length + 14)
      })
      expect(long).toEqual([])
    },
  )

  it.each(translations)('of %s is recorded with the German that it was made from', (_, locale) => {
    const { keys, isUnrecorded } = standingOf(locale, german)
    expect(keys.filter(isUnrecorded)).toEqual([])
  })

  it.each(translations)('of %s is a draft as long as nobody is named who has read it', (_, locale) => {
    const { keys, stateOf } = standingOf(locale, german)
    for (const key of keys) {
      expect([key, stateOf(key)]).toEqual([key, locale.status.reviews[key] ? 'reviewed' : 'draft'])
    }
  })
})
