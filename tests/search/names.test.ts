import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCatalogue } from '../../src/catalogue/read.ts'
import { createGazetteer } from '../../src/facts/places.ts'
import { readLocales } from '../../src/i18n/read.ts'
import { createNameIndex } from '../../src/search/names.ts'
import { hostileTexts, longTexts } from '../support/hostile-texts.ts'
import { someTypingErrors } from '../support/typing-errors.ts'

const { regions } = readCatalogue('catalogue')
const names = regions.gemeinden.map(({ name }) => name)
const index = createNameIndex(names)
const gazetteer = createGazetteer(regions, createNameIndex)

const found = (typed: string) => index(typed, 8).map(({ index: at }) => names[at])
/** What a person wrote who lives in a city, where the city is not among the places that it can mean. */
const missed = (pairs: readonly (readonly [string, string])[]) =>
  pairs.filter(([typed, city]) => !gazetteer.resolve(typed).some(({ name }) => name.startsWith(city)))

describe('the names of a list', () => {
  it('are found by themselves, and then nothing else is', () => {
    for (const name of names) {
      expect(index(name, 8).every(({ distance }) => distance === 0)).toBe(true)
      expect(found(name)).toContain(name)
    }
  })

  it('are found in capitals, in small letters, and with umlauts spelled out or left away', () => {
    for (const name of names) {
      const spelled = name.replace(
        /[äöüß]/g,
        letter => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[letter] ?? letter,
      )
      const left = name.replace(/[äöü]/g, letter => ({ ä: 'a', ö: 'o', ü: 'u' })[letter] ?? letter)
      for (const typed of [name.toUpperCase(), name.toLowerCase(), spelled, left, ` ${name} `])
        expect(found(typed)).toContain(name)
    }
  })

  it('are found by their beginning, while they are typed', () => {
    const small = createNameIndex(['Neudorf', 'Neustadt', 'Altneu'])
    expect(small('neu', 8)).toEqual([
      { index: 0, distance: 0.1 },
      { index: 1, distance: 0.1 },
    ])
    expect(small('neus', 8)).toEqual([{ index: 1, distance: 0.1 }])
  })

  it('are found nearly always with one typing error', () => {
    const typed = names
      .filter(name => name.length >= 6)
      .flatMap((name, seed) => someTypingErrors(name, 1, seed).map(text => [name, text] as const))
    const lost = typed.filter(([name, text]) => !found(text).includes(name))
    expect(typed.length).toBeGreaterThan(300)
    expect(lost.length / typed.length).toBeLessThan(0.05)
  })

  it('come best first, each once, no more than asked for, and never further away than a quarter of the letters', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(),
        fc.integer({ min: 1, max: 5 }),
        (name, seed, limit) => {
          const [typed = ''] = someTypingErrors(name, 1, seed)
          const hits = index(typed, limit)
          const distances = hits.map(({ distance }) => distance)
          expect(hits.length).toBeLessThanOrEqual(limit)
          expect(new Set(hits.map(hit => hit.index)).size).toBe(hits.length)
          expect(distances).toEqual([...distances].sort((a, b) => a - b))
          expect(Math.max(0, ...distances)).toBeLessThanOrEqual(0.25)
        },
      ),
      { numRuns: 50 },
    )
  })

  it('are told apart by how far they are: the nearer one alone is meant', () => {
    expect(createNameIndex(['Altenstatt', 'Altenstadt'])('Altxnstadt', 8).map(hit => hit.index)).toEqual([1])
  })
})

describe('a city of Hesse', () => {
  it('is found as it is written in Cyrillic letters', () => {
    expect(
      missed([
        ['Франкфурт', 'Frankfurt'],
        ['Франкфурт-на-Майні', 'Frankfurt'],
        ['Вісбаден', 'Wiesbaden'],
        ['Висбаден', 'Wiesbaden'],
        ['Кассель', 'Kassel'],
        ['Касель', 'Kassel'],
        ['Дармштадт', 'Darmstadt'],
        ['Оффенбах', 'Offenbach'],
        ['Гіссен', 'Gießen'],
        ['Гиссен', 'Gießen'],
        ['Марбург', 'Marburg'],
        ['Фульда', 'Fulda'],
        ['Ханау', 'Hanau'],
        ['Ганау', 'Hanau'],
        ['Вецлар', 'Wetzlar'],
        ['Рюссельсгайм', 'Rüsselsheim'],
        ['Лімбург', 'Limburg'],
        ['Бад-Гомбург', 'Bad Homburg'],
      ]),
    ).toEqual([])
  })

  it('is found as it is written in Arabic and Persian letters', () => {
    expect(
      missed([
        ['فرانكفورت', 'Frankfurt'],
        ['فرانکفورت', 'Frankfurt'],
        ['ماربورغ', 'Marburg'],
        ['ماربورگ', 'Marburg'],
        ['هاناو', 'Hanau'],
        ['فولدا', 'Fulda'],
        ['دارمشتادت', 'Darmstadt'],
        ['دارمشتات', 'Darmstadt'],
        ['فيسبادن', 'Wiesbaden'],
        ['ویسبادن', 'Wiesbaden'],
        ['كاسل', 'Kassel'],
        ['کاسل', 'Kassel'],
        ['أوفنباخ', 'Offenbach'],
        ['غيسن', 'Gießen'],
      ]),
    ).toEqual([])
  })

  it('is found as it stands on envelopes', () => {
    expect(
      missed([
        ['Frankfurt', 'Frankfurt'],
        ['Frankfurt/Main', 'Frankfurt'],
        ['Frankfurt (Main)', 'Frankfurt'],
        ['Frankfurt a. M.', 'Frankfurt'],
        ['Frankfurt a.M.', 'Frankfurt'],
        ['Bad Homburg vor der Höhe', 'Bad Homburg'],
        ['Offenbach', 'Offenbach'],
        ['Limburg', 'Limburg'],
        ['Ruesselsheim', 'Rüsselsheim'],
      ]),
    ).toEqual([])
  })

  it('is found by the typing errors that people make', () => {
    expect(
      missed([
        ['Frankfrut', 'Frankfurt'],
        ['Weisbaden', 'Wiesbaden'],
        ['Kasel', 'Kassel'],
        ['Giesen', 'Gießen'],
        ['Darmstad', 'Darmstadt'],
        ['Ofenbach', 'Offenbach'],
      ]),
    ).toEqual([])
  })
})

describe('a place that somebody says they live in', () => {
  const listening = createGazetteer(
    regions,
    createNameIndex,
    readLocales('locales').flatMap(locale => locale.words.dwelling),
  )
  const named = (typed: string) => listening.resolve(typed).map(({ name }) => name)

  it.each([
    ['Ich wohne in Kassel', 'Kassel'],
    ['ich lebe in Wiesbaden.', 'Wiesbaden'],
    ['in Giesen', 'Gießen'],
    ['I live in Marburg', 'Marburg'],
    ['я живу у Фульді', 'Fulda'],
    ['живу в місті Ганау', 'Hanau'],
    ['أسكن في كاسل', 'Kassel'],
    ['34117 Kassel', 'Kassel'],
    ['٣٤١١٧ Kassel', 'Kassel'],
    ['Ich wohne in 34117 Kassel', 'Kassel'],
  ])('is found in "%s"', (typed, city) => {
    expect(named(typed).some(name => name.startsWith(city))).toBe(true)
  })

  it.each(['Ich wohne nicht in Kassel', 'Ich wohne in Berlin', 'I live in a small flat', 'in zwei Jahren'])(
    'is none in "%s"',
    typed => {
      expect(named(typed)).toEqual([])
    },
  )

  it('is left to the person where code and name do not agree', () => {
    const [hanau, kassel] = [named('63450 Kassel'), named('Kassel')]
    expect(hanau.length).toBeGreaterThan(kassel.length)
  })
})

describe('a place outside Hesse', () => {
  it.each([
    'Berlin',
    'Hamburg',
    'München',
    'Köln',
    'Bremen',
    'Mainz',
    'Stuttgart',
    'Leipzig',
    'Київ',
    'Москва',
    'دمشق',
    'کابل',
    'Warszawa',
    'İstanbul',
  ])('is taken for no place in Hesse: %s', typed => {
    expect(gazetteer.resolve(typed)).toEqual([])
  })
})

describe('whatever else is typed', () => {
  it.each(hostileTexts)('finds no name: %s', (_, typed) => {
    expect(index(typed, 8)).toEqual([])
  })

  it.each(longTexts)('finds no name in ten thousand letters: %s', (_, typed) => {
    expect(index(typed, 8)).toEqual([])
  })

  it('finds no name by a single letter', () => {
    fc.assert(
      fc.property(fc.constantFrom(...'abcxyzäбعی'), letter => {
        expect(index(letter, 8)).toEqual([])
      }),
    )
  })
})
