import { describe, expect, it } from 'vitest'
import { readCatalogue } from '../../src/catalogue/read.ts'
import { readLocales } from '../../src/i18n/read.ts'
import { words } from '../../src/search/tokens.ts'
import { queries, queryKinds } from '../support/queries.ts'

const offers = new Set<string>(readCatalogue('catalogue').offers.map(({ id }) => id))
const each = [...queries]

describe('the queries that the search is judged by', () => {
  it('are there for every language', () => {
    expect(each.map(([lang]) => lang).sort()).toEqual(
      readLocales('locales')
        .map(({ language }) => language.code)
        .sort(),
    )
  })

  it.each(each)('are at least sixty, of every kind in both halves: %s', (_, { open, kept }) => {
    expect(open.length + kept.length).toBeGreaterThanOrEqual(60)
    for (const half of [open, kept])
      expect([...new Set(half.map(({ kind }) => kind))].sort()).toEqual([...queryKinds].sort())
  })

  it.each(each)('are each there once: %s', (_, { open, kept }) => {
    const texts = [...open, ...kept].map(({ query }) => words(query).join(' '))
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([])
  })

  it.each(each)('name offers that there are, and dangers where somebody is in danger: %s', (_, halves) => {
    for (const { kind, query, offers: meant, danger } of [...halves.open, ...halves.kept]) {
      expect([query, meant.filter(id => !offers.has(id))]).toEqual([query, []])
      expect([query, danger.length > 0]).toEqual([query, kind === 'danger'])
      const needsNone = kind === 'danger' || kind === 'harmless' || kind === 'nonsense'
      if (!needsNone) expect([query, meant.length > 0]).toEqual([query, true])
    }
  })
})
