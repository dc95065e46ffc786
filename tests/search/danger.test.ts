import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLocales } from '../../src/i18n/read.ts'
import {
  createDangerCheck,
  type DangerKind,
  type DangerPhrases,
  dangerKinds,
} from '../../src/search/danger.ts'
import { hostileTexts, longTexts } from '../support/hostile-texts.ts'

const locales = readLocales('locales')
const check = createDangerCheck(locales.map(({ danger }) => danger))
const each = locales.map(({ language, danger }) => [language.code, danger] as const)

/** A phrase as somebody writes it: any ending where the phrase leaves it open. */
const written = (phrase: string): readonly string[] =>
  phrase.includes('*') ? ['', 'en', 'ого'].map(ending => phrase.replaceAll('*', ending)) : [phrase]

/** What counts wherever it is said. */
const toldAnywhere = (danger: DangerPhrases) => told(danger).filter(({ isWhole }) => !isWhole)

const told = (danger: DangerPhrases) =>
  dangerKinds.flatMap(kind =>
    danger[kind]
      .flatMap(written)
      .map(text => ({ kind, text: text.replace(/^= /, ''), isWhole: text.startsWith('=') })),
  )

const isAtLeast = (kind: DangerKind, found: DangerKind | undefined) =>
  found !== undefined && dangerKinds.indexOf(found) <= dangerKinds.indexOf(kind)

/** About a hundred of a list, spread over it. */
const some = <T>(list: readonly T[]): readonly T[] => {
  const step = Math.max(1, Math.floor(list.length / 100))
  return list.filter((_, index) => index % step === 0)
}

/** What is not heard when it is told in some words. */
const overheard = (
  phrases: readonly { readonly kind: DangerKind; readonly text: string }[],
  around: (text: string) => string,
) =>
  phrases
    .map(({ kind, text }) => ({ kind, text: around(text), found: check(around(text)) }))
    .filter(({ kind, found }) => !isAtLeast(kind, found))

describe('every phrase that tells of danger', () => {
  it.each(each)('is heard, as what it is or as something more pressing: %s', (_, danger) => {
    expect(overheard(told(danger), text => text)).toEqual([])
  })

  it.each(each)('is heard in capitals and among signs: %s', (_, danger) => {
    expect(overheard(some(told(danger)), text => `!!${text.toUpperCase().split(' ').join(', ')}…`)).toEqual(
      [],
    )
  })

  it.each(each)('is heard in the middle of a message: %s', (_, danger) => {
    const before = 'xqz '.repeat(12)
    expect(overheard(some(toldAnywhere(danger)), text => `${before}${text} ${before}`)).toEqual([])
  })

  it.each(each)('is heard where up to two words stand between its words: %s', (_, danger) => {
    expect(overheard(some(told(danger)), text => text.split(' ').join(' xqz qzx '))).toEqual([])
  })

  it('is heard only where it is all that was said, if it stands behind a sign for that', () => {
    expect(check('Ich kann nicht mehr!')).toBe('suicide')
    expect(check('ich kann einfach nicht mehr')).toBe('suicide')
    expect(check('Ich kann nicht mehr als 20 Stunden in der Woche arbeiten')).toBeUndefined()
    expect(check('я більше не можу')).toBe('suicide')
    expect(check('я більше не можу платити за квартиру')).toBeUndefined()
  })

  it('is not read out of words that stand too far from each other or in another order', () => {
    const small = createDangerCheck([{ ...none, violence: ['hits me'] }])
    expect([
      small('he hits me'),
      small('he hits poor old me'),
      small('hits a b c me'),
      small('me he hits'),
    ]).toEqual(['violence', 'violence', undefined, undefined])
  })
})

describe('a phrase that only looks like danger', () => {
  it.each(each)('is not taken for danger: %s', (_, { harmless }) => {
    expect(harmless.flatMap(written).filter(text => check(text) !== undefined)).toEqual([])
  })

  it.each(each)('does not hide the danger that stands beside it: %s', (_, danger) => {
    const harmless = danger.harmless.flatMap(written)
    const beside = (text: string) => `${harmless[text.length % harmless.length]}. xqz xqz xqz. ${text}`
    expect(overheard(some(toldAnywhere(danger)), beside)).toEqual([])
  })
})

const none: DangerPhrases = {
  medical: [],
  suicide: [],
  child: [],
  violence: [],
  trafficking: [],
  homeless: [],
  harmless: [],
}

describe('the check', () => {
  it('takes a life in danger for more pressing than what can wait an hour', () => {
    expect(dangerKinds).toEqual(['medical', 'suicide', 'child', 'violence', 'trafficking', 'homeless'])
  })

  it('names the most pressing danger where there are several', () => {
    const small = createDangerCheck([
      Object.assign({}, none, ...dangerKinds.map(kind => ({ [kind]: [kind] }))),
    ])
    fc.assert(
      fc.property(fc.shuffledSubarray([...dangerKinds], { minLength: 1 }), kinds => {
        expect(small(kinds.join(' and '))).toBe(dangerKinds.find(kind => kinds.includes(kind)))
      }),
    )
  })

  it('hears every language, whichever is spoken', () => {
    const small = createDangerCheck([
      { ...none, medical: ['ohnmächtig*'] },
      { ...none, medical: ['непритомн*'] },
    ])
    expect([small('Er ist OHNMAECHTIG'), small('він непритомний')]).toEqual(['medical', 'medical'])
  })

  it('takes a star for any ending, and nothing else for one', () => {
    const small = createDangerCheck([{ ...none, suicide: ['suizid*', 'end it'] }])
    expect([small('suizidal'), small('suizid'), small('ein suiz'), small('end item')]).toEqual([
      'suicide',
      'suicide',
      undefined,
      undefined,
    ])
  })

  it('hears a phrase inside of a longer one as what the longer one says', () => {
    const small = createDangerCheck([{ ...none, suicide: ['kill me'], violence: ['he will kill me'] }])
    expect([
      small('kill me'),
      small('he will kill me'),
      small('he will surely kill me'),
      small('he will kill me. kill me'),
    ]).toEqual(['suicide', 'violence', 'violence', 'suicide'])
  })

  it('hears an Arabic word with and without the "and" that is joined to it', () => {
    const small = createDangerCheck([{ ...none, violence: ['ضربني', 'زوجي هددني'] }])
    expect([small('وضربني'), small('زوجي جاء وهددني'), small('ضرب')]).toEqual([
      'violence',
      'violence',
      undefined,
    ])
  })

  it('takes a phrase with a hyphen for its words', () => {
    const small = createDangerCheck([{ ...none, suicide: ['self-harm*'] }])
    expect([small('self harming'), small('I am self-employed')]).toEqual(['suicide', undefined])
  })

  it('takes a phrase without letters for none', () => {
    expect(createDangerCheck([{ ...none, medical: ['', '!', '*'] }])('anything at all')).toBeUndefined()
  })

  it.each([
    'Ich suche einen Deutschkurs',
    'Kindergeld für zwei Kinder',
    'Я шукаю роботу',
    'أبحث عن عمل',
    'I need a flat',
    'Mein Mann arbeitet',
  ])('leaves an everyday question alone: %s', text => {
    expect(check(text)).toBeUndefined()
  })

  it.each(hostileTexts)('hears nothing in %s', (_, text) => {
    expect(check(text)).toBeUndefined()
  })

  it.each(longTexts)(
    'hears nothing in ten thousand letters: %s',
    (_, text) => {
      expect(check(text)).toBeUndefined()
    },
    5000,
  )
})
