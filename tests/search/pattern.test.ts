import { describe, expect, it } from 'vitest'
import { createPatternReader, PatternError, type WordGroups } from '../../src/search/pattern.ts'
import { createPatternFinder } from '../../src/search/pattern-finder.ts'
import { words } from '../../src/search/tokens.ts'

const groups: WordGroups = { partner: ['mann', 'freund*', 'vater meiner kinder'], hits: ['schlag*', 'haut'] }

/** Where a pattern is found in a text whose words are heard as they are, with any ending. */
function found(pattern: string, text: string, gap = 2): readonly (readonly number[])[] {
  const find = createPatternFinder([[createPatternReader(groups, gap)(pattern), null]])
  const heard = words(text).map(
    word => new Set([word, ...Array.from(word, (_, at) => `${word.slice(0, at + 1)}*`)]),
  )
  return find(heard).map(({ at }) => at)
}

describe('a pattern', () => {
  it('stands for its words in their order, with some others between', () => {
    expect(found('wirft mich raus', 'er wirft mich heute einfach raus')).toEqual([[1, 2, 5]])
    expect(found('wirft mich raus', 'er wirft mich heute morgen einfach raus')).toEqual([])
    expect(found('wirft mich', 'mich wirft')).toEqual([])
  })

  it('stands for any word of a group, and a group may hold several words', () => {
    expect(found('[partner] [hits]', 'mein Freund schlägt')).toEqual([[1, 2]])
    expect(found('[partner] [hits]', 'der Vater meiner Kinder haut')).toEqual([[1, 2, 3, 4]])
    expect(found('[partner] [hits]', 'mein Bruder schlägt')).toEqual([])
  })

  it('stands for either of two words', () => {
    expect(found('haut mich|uns', 'er haut uns')).toEqual([[1, 2]])
  })

  it('lets much stand where three points are', () => {
    const far = 'pass weg und jetzt seit vielen langen wochen arbeiten'
    expect(found('pass … arbeiten', far)).toEqual([[0, 8]])
    expect(found('pass arbeiten', far)).toEqual([])
  })

  it('stands for its words in any order behind a wave', () => {
    for (const text of ['mann schlägt mich', 'mich schlägt mann', 'schlägt mich der mann'])
      expect([text, found('~ [partner] [hits] mich', text).length]).toEqual([text, 1])
    expect(found('~ mich mich', 'mich')).toEqual([])
  })

  it('is marked where it must be the whole text', () => {
    expect(createPatternReader({}, 2)('= ich kann nicht mehr').isWhole).toBe(true)
    expect(createPatternReader({}, 2)('ich kann nicht mehr').isWhole).toBe(false)
  })

  it('fails where it names a group that there is not', () => {
    expect(() => createPatternReader(groups, 2)('[nobody] schlägt')).toThrow(PatternError)
  })

  it('without words is none', () => {
    expect(found('! …', 'anything')).toEqual([])
  })

  it('is quick in a text that says the same over and over', () => {
    expect(found('~ [partner] [hits] mich mann schlag', 'mann schlag mich '.repeat(700)).length).toBe(1)
  }, 5000)
})
