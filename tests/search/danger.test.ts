import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLocales } from '../../src/i18n/read.ts'
import { createDangerCheck, type DangerPhrases, dangerKinds } from '../../src/search/danger.ts'
import { knownWords, tonguesOf } from '../../src/server/known-words.ts'
import { hostileTexts, longTexts } from '../support/hostile-texts.ts'
import { spokenPattern } from '../support/spoken-patterns.ts'

const locales = readLocales('locales')
const isKnown = knownWords(locales)
const check = createDangerCheck(tonguesOf(locales), isKnown)
/** Hears danger in the words of some languages of which nothing else is known. */
const checkOf = (dangers: readonly DangerPhrases[]) =>
  createDangerCheck(dangers.map(danger => ({ danger, knows: () => false })))

const each = locales.map(({ language, danger }) => [language.code, danger] as const)

/** Every pattern of danger, said in one of its ways: the first, or another one. */
const told = (danger: DangerPhrases, turn: number) =>
  dangerKinds.flatMap(kind =>
    danger[kind].map(pattern => ({ kind, ...spokenPattern(pattern, danger.groups, turn) })),
  )

/** About a hundred of a list, spread over it. */
const some = <T>(list: readonly T[]): readonly T[] => {
  const step = Math.max(1, Math.floor(list.length / 100))
  return list.filter((_, index) => index % step === 0)
}

/** What is not heard when it is told in some words. */
const overheard = (phrases: readonly { readonly text: string }[], around: (text: string) => string) =>
  phrases.map(({ text }) => around(text)).filter(text => check(text) === undefined)

/** A harmless phrase can take the words out of a few patterns; what is heard is measured with real sentences elsewhere. */
const few = 0.03

describe('every pattern that tells of danger', () => {
  it.each(each)('is heard, but for few: %s', (_, danger) => {
    for (const turn of [0, 1]) {
      const all = told(danger, turn)
      expect(overheard(all, text => text).length / Math.max(1, all.length)).toBeLessThanOrEqual(few)
    }
  })

  it.each(each)('is heard in capitals and among signs: %s', (_, danger) => {
    const list = some(told(danger, 0)).filter(({ text }) => check(text) !== undefined)
    expect(overheard(list, text => `!!${text.toUpperCase()}…`)).toEqual([])
  })

  it.each(each)('is heard in the middle of a message: %s', (_, danger) => {
    const before = 'xqz '.repeat(12)
    const list = some(told(danger, 0)).filter(({ text, isWhole }) => !isWhole && check(text) !== undefined)
    const lost = overheard(list, text => `${before}${text} ${before}`)
    expect(lost.length, JSON.stringify(lost)).toBeLessThanOrEqual(list.length * few)
  })

  it('is heard only where it is all that was said, if it stands behind a sign for that', () => {
    expect(check('Ich kann nicht mehr!')).toBe('suicide')
    expect(check('ich kann einfach nicht mehr')).toBe('suicide')
    expect(check('Ich kann nicht mehr als 20 Stunden in der Woche arbeiten')).toBeUndefined()
    expect(check('я більше не можу')).toBe('suicide')
    expect(check('я більше не можу платити за квартиру')).toBeUndefined()
  })

  it('is heard with typing errors, and in Latin letters', () => {
    expect(check('mien Mann schlaegt mcih')).toBe('violence')
    expect(check('my hubsand beats me')).toBe('violence')
    expect(check('cholovik byie mene')).toBe('violence')
    expect(check('muzh menya byet')).toBe('violence')
    expect(check('jozi bidrobni kol yom')).toBe('violence')
  })

  it('is not read out of words that stand too far from each other or in another order', () => {
    const small = checkOf([{ ...none, violence: ['hits me'] }])
    expect([
      small('he hits me'),
      small('he hits poor old me'),
      small('hits a b c me'),
      small('me he hits'),
    ]).toEqual(['violence', 'violence', undefined, undefined])
  })

  it('is not guessed out of one short mistyped word', () => {
    const small = checkOf([{ ...none, violence: ['gewalt'], suicide: ['selbstmord*'] }])
    expect([small('gewatl'), small('selbsmtord')]).toEqual([undefined, 'suicide'])
  })
})

describe('a phrase that only looks like danger', () => {
  it.each(each)('is hardly ever taken for danger: %s', (_, { harmless, groups }) => {
    const texts = harmless.map(pattern => spokenPattern(pattern, groups, 0).text)
    const taken = texts.filter(text => check(text) !== undefined)
    expect(taken.length / Math.max(1, texts.length), JSON.stringify(taken)).toBeLessThanOrEqual(few)
  })

  it.each(each)('does not hide the danger that stands beside it: %s', (_, danger) => {
    const [harmless = ''] = danger.harmless.filter(pattern => /^[^…[|~=]+$/u.test(pattern))
    const list = some(told(danger, 0)).filter(({ text, isWhole }) => !isWhole && check(text) !== undefined)
    const hidden = overheard(list, text => `${harmless}. xqz xqz xqz xqz xqz xqz xqz xqz. ${text}`)
    expect(hidden.length, JSON.stringify(hidden)).toBeLessThanOrEqual(list.length * few)
  })
})

const none: DangerPhrases = {
  groups: {},
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
    const small = checkOf([Object.assign({}, none, ...dangerKinds.map(kind => ({ [kind]: [kind] })))])
    fc.assert(
      fc.property(fc.shuffledSubarray([...dangerKinds], { minLength: 1 }), kinds => {
        expect(small(kinds.join(' and '))).toBe(dangerKinds.find(kind => kinds.includes(kind)))
      }),
    )
  })

  it('hears every language, whichever is spoken', () => {
    const small = checkOf([
      { ...none, medical: ['ohnmächtig*'] },
      { ...none, medical: ['непритомн*'] },
    ])
    expect([small('Er ist OHNMAECHTIG'), small('він непритомний')]).toEqual(['medical', 'medical'])
  })

  it('takes a star for any ending, and nothing else for one', () => {
    const small = checkOf([{ ...none, suicide: ['suizid*', 'end it'] }])
    expect([small('suizidal'), small('suizid'), small('ein suiz'), small('end item')]).toEqual([
      'suicide',
      'suicide',
      undefined,
      undefined,
    ])
  })

  it('hears a phrase inside of a longer one as what the longer one says', () => {
    const small = checkOf([{ ...none, suicide: ['kill me'], violence: ['he will kill me'] }])
    expect([
      small('kill me'),
      small('he will kill me'),
      small('he will surely kill me'),
      small('he will kill me. kill me'),
    ]).toEqual(['suicide', 'violence', 'violence', 'suicide'])
  })

  it('hears an Arabic word with and without the "and" that is joined to it', () => {
    const small = checkOf([{ ...none, violence: ['ضربني', 'زوجي هددني'] }])
    expect([small('وضربني'), small('زوجي جاء وهددني'), small('ضرب')]).toEqual([
      'violence',
      'violence',
      undefined,
    ])
  })

  it('takes a phrase with a hyphen for its words', () => {
    const small = checkOf([{ ...none, suicide: ['self-harm*'] }])
    expect([small('self harming'), small('I am self-employed')]).toEqual(['suicide', undefined])
  })

  it('takes a phrase without letters for none', () => {
    expect(checkOf([{ ...none, medical: ['', '!', '*'] }])('anything at all')).toBeUndefined()
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
