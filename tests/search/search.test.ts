import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unmarked } from '../../src/i18n/marks.ts'
import { readLocales } from '../../src/i18n/read.ts'
import { createSearch } from '../../src/search/search.ts'
import type { SearchText } from '../../src/search/search-text.ts'
import { loadContent } from '../../src/server/content.ts'
import { hostileTexts, longTexts } from '../support/hostile-texts.ts'
import { stopWords } from '../support/stop-words.ts'
import { someTypingErrors } from '../support/typing-errors.ts'

const { search: find, world } = loadContent('.')
const search = (query: string, lang: string, limit: number) => find(query, lang).findings.hits.slice(0, limit)
const titles = readLocales('locales').map(
  ({ language, offers }) =>
    [
      language.code,
      Object.entries(offers).map(([id, { title }]) => ({ id, title: unmarked(title) })),
    ] as const,
)
const lexica = readLocales('locales').map(
  ({ language, lexicon }) => [language.code, Object.entries(lexicon)] as const,
)

const found = (query: string, lang: string, limit = 5) => search(query, lang, limit).map(({ offer }) => offer)

describe('an offer', () => {
  it.each(titles)('is found first by its own title: %s', (lang, list) => {
    const lost = list
      .map(({ id, title }) => ({ id, title, first: found(title, lang)[0] }))
      .filter(({ id, first }) => first !== id)
    expect(lost).toEqual([])
  })

  it.each(titles)('is found first by its German name on a page in %s', lang => {
    const lost = world.offers.filter(({ id, titleDe }) => found(titleDe, lang)[0] !== id).map(({ id }) => id)
    expect(lost).toEqual([])
  })

  it.each(titles)(
    'is nearly always among the first three by its title with one typing error: %s',
    (lang, list) => {
      const typed = list.flatMap(({ id, title }, seed) =>
        someTypingErrors(title, 2, seed).map(text => ({ id, text })),
      )
      const lost = typed.filter(({ id, text }) => !found(text, lang, 3).includes(id))
      expect(lost.length / typed.length, JSON.stringify(lost)).toBeLessThanOrEqual(0.05)
    },
  )

  it.each(lexica)(
    'is nearly always among the first five by the words of its lexicon: %s',
    (lang, lexicon) => {
      const asked = lexicon.flatMap(([id, phrases]) => phrases.map(text => ({ id, text })))
      const lost = asked.filter(({ id, text }) => !found(text, lang).includes(id))
      expect(lost.length / asked.length, JSON.stringify(lost)).toBeLessThanOrEqual(0.05)
    },
  )
})

describe('what is no question', () => {
  it.each([
    'qwrtzpsdfg',
    'xyzzy plugh',
    'asdfghjkl',
    'Fahrrad',
    'Kochrezept',
    'Wetter morgen',
    'велосипед',
    'піца',
    'بيتزا',
    'bicycle',
  ])('finds nothing: %s', query => {
    for (const [lang] of titles) expect(found(query, lang)).toEqual([])
  })

  it('finds nothing where letters are thrown together', () => {
    const nonsense = fc.array(
      fc.string({ unit: fc.constantFrom(...'qxjzvwkçщъжظضژ'), minLength: 5, maxLength: 12 }),
      { minLength: 1, maxLength: 3 },
    )
    fc.assert(
      fc.property(nonsense, fc.constantFrom(...titles.map(([lang]) => lang)), (words, lang) => {
        expect(found(words.join(' '), lang)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it.each(titles.filter(([lang]) => stopWords[lang]))(
    'finds nothing where it is made of words that stand in every sentence: %s',
    lang => {
      const list = stopWords[lang] ?? []
      const pairs = list.map((word, index) => `${word} ${list[(index + 3) % list.length]}`)
      expect([...list, ...pairs].filter(query => found(query, lang).length > 0)).toEqual([])
    },
  )

  it.each(hostileTexts)('finds nothing: %s', (_, query) => {
    expect(found(query, 'de')).toEqual([])
  })
})

describe('a text of ten thousand letters', () => {
  // Milliseconds are enough: the limit is there for what would stop the service for everybody.
  it.each(longTexts)(
    'finds nothing, and nobody waits for it: %s',
    (_, query) => {
      expect(found(query, 'de')).toEqual([])
    },
    5000,
  )

  it('is found by the words with which it begins', () => {
    expect(found(`Kindergeld ${'xqzj '.repeat(1800)}`, 'de', 1)).toEqual(['kindergeld'])
  })
})

describe('the hits of a search', () => {
  const query = fc.array(
    fc.constantFrom(...titles.flatMap(([, list]) => list.flatMap(({ title }) => title.split(/\s+/)))),
    { minLength: 1, maxLength: 4 },
  )
  const lang = fc.constantFrom(...titles.map(([code]) => code))

  it('come best first, each once, with a score between 0 and 1, no more than asked for', () => {
    fc.assert(
      fc.property(query, lang, fc.integer({ min: 1, max: 8 }), (words, code, limit) => {
        const hits = search(words.join(' '), code, limit)
        const scores = hits.map(({ score }) => score)
        expect(hits.length).toBeLessThanOrEqual(limit)
        expect(new Set(hits.map(({ offer }) => offer)).size).toBe(hits.length)
        expect(scores).toEqual([...scores].sort((a, b) => b - a))
        for (const score of scores) expect(score > 0 && score <= 1).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('are the beginning of what a search for more finds', () => {
    fc.assert(
      fc.property(query, lang, (words, code) => {
        const text = words.join(' ')
        expect(found(text, code, 2)).toEqual(found(text, code, 10).slice(0, 2))
      }),
      { numRuns: 300 },
    )
  })

  it('do not depend on capitals, on how characters are put together, or on what stands between the words', () => {
    fc.assert(
      fc.property(query, lang, (words, code) => {
        // Capitals inside a word make it a short name: "BuT" is not "but".
        const text = words.join(' ').toLowerCase()
        const plain = found(text, code, 3)
        expect(found(text.normalize('NFD'), code, 3)).toEqual(plain)
        // Turkish has two letters i, and capitals of its own for both.
        if (words.length > 1 && !text.includes('ı')) expect(found(text.toUpperCase(), code, 3)).toEqual(plain)
      }),
      { numRuns: 300 },
    )
  })
})

describe('a small catalogue', () => {
  const texts: readonly SearchText[] = [
    { offer: 'bread', lang: 'en', kind: 'title', text: 'Bread for everyone' },
    { offer: 'bread', lang: 'en', kind: 'summary', text: 'Warm meals and clothes' },
    { offer: 'coat', lang: 'en', kind: 'title', text: 'Warm coats' },
    { offer: 'coat', lang: 'fr', kind: 'words', text: 'manteau' },
    { offer: 'school', lang: 'en', kind: 'title', text: 'School' },
    { offer: 'roof', lang: 'fr', kind: 'title', text: 'Un toit chaud' },
  ]
  const small = createSearch(texts)
  const ids = (typed: string, lang = 'en') => small(typed, [lang], 9).hits.map(({ offer }) => offer)

  it('puts an offer with the word in its title before one with the word in its summary', () => {
    expect(ids('warm')).toEqual(['coat'])
    expect(ids('clothes')).toEqual(['bread'])
  })

  it('is searched in every language, whichever is spoken', () => {
    expect(ids('manteau')).toEqual(['coat'])
    expect(ids('toit')).toEqual(['roof'])
  })

  it('finds nothing where most of the question is about something else', () => {
    expect(ids('school')).toEqual(['school'])
    expect(ids('school xylophone trombone violoncello')).toEqual([])
  })
})

it('finds nothing in a catalogue without offers', () => {
  expect(createSearch([])('Kindergeld', ['de'], 5).hits).toEqual([])
})
