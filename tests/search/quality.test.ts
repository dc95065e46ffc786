import { describe, expect, it } from 'vitest'
import { loadContent } from '../../src/server/content.ts'
import { byKind, byLanguage, type Engine, figuresOf, judge } from '../support/judge.ts'

const { search, world } = loadContent('.')
const engine: Engine = (query, lang) => ({
  offers: search(query, lang)
    .findings.hits.slice(0, 5)
    .map(({ offer }) => offer),
  danger: world.danger(query)?.kind,
})

/** Floors a little below what is reached, so that it is not lost unseen; `npm run bench:search` prints the figures. */
describe.each(['open', 'kept'] as const)(
  'the search, judged by the %s half of the labelled queries',
  half => {
    const judged = judge(engine, half)

    it('finds the offer that is meant first, or among the first three, and answers little nonsense', () => {
      const { first, three, nonsense } = figuresOf(judged)
      expect(first).toBeGreaterThanOrEqual(0.83)
      expect(three).toBeGreaterThanOrEqual(0.88)
      expect(nonsense).toBeLessThanOrEqual(0.27)
    })

    it('leaves no language far behind', () => {
      const poor = [...byLanguage(judged)].filter(([, list]) => figuresOf(list).three < 0.8)
      expect(poor.map(([lang]) => lang)).toEqual([])
    })

    it('finds names, typing errors and short names nearly always', () => {
      const kinds = byKind(judged)
      for (const kind of ['exact', 'typo', 'abbreviation'] as const)
        expect([kind, figuresOf(kinds.get(kind) ?? []).three >= 0.88]).toEqual([kind, true])
    })
  },
)
