import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCatalogue } from '../../src/catalogue/read.ts'
import { readLocales } from '../../src/i18n/read.ts'
import { createSuggest } from '../../src/search/suggest.ts'
import { words } from '../../src/search/tokens.ts'
import { searchTextsOf } from '../../src/server/search-texts.ts'

const texts = searchTextsOf(readLocales('locales'), readCatalogue('catalogue').offers)
const suggest = createSuggest(texts)

describe('suggestions while somebody types', () => {
  it('complete the beginning of a word, titles first, each offer once', () => {
    expect(suggest('kinderg', 'de', 5)[0]).toEqual({ text: 'Kindergeld', offer: 'kindergeld' })
    expect(suggest('unterhalt', 'uk', 3).map(({ offer }) => offer)).toContain('unterhaltsvorschuss')
    const offers = suggest('ber', 'de', 20).map(({ offer }) => offer)
    expect(new Set(offers).size).toBe(offers.length)
  })

  it('hold every typed word, the last of them perhaps unfinished', () => {
    const typed = fc
      .constantFrom(...texts.filter(({ kind }) => kind === 'title'))
      .chain(({ text, lang }) => fc.nat(text.length).map(end => ({ typed: text.slice(0, end), lang })))
    fc.assert(
      fc.property(typed, ({ typed: text, lang }) => {
        const wanted = words(text)
        for (const { text: found } of suggest(text, lang, 5))
          for (const word of wanted) expect(words(found).some(part => part.startsWith(word))).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('are none before two letters, and none for nonsense', () => {
    expect([
      suggest('', 'de', 5),
      suggest('k', 'de', 5),
      suggest('xqz', 'de', 5),
      suggest('!?', 'ar', 5),
    ]).toEqual([[], [], [], []])
  })
})
