import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSplitter } from '../../src/search/compound.ts'

const split = createSplitter([
  'kind',
  'kinder',
  'geld',
  'zuschlag',
  'deutsch',
  'kurs',
  'anmeldung',
  'wohnung',
  'antrag',
  'pflege',
])

describe('the parts of a compound', () => {
  it.each([
    ['kindergeld', 'kinder geld'],
    ['deutschkursanmeldung', 'deutsch kurs anmeldung'],
    ['wohnungsgeldantrag', 'wohnung geld antrag'],
    ['pflegekind', 'pflege kind'],
    ['kindergarten', ''],
    ['kind', ''],
    ['', ''],
  ])('of %s are: %s', (word, parts) => {
    expect(split(word).join(' ')).toBe(parts)
  })

  it('make the word again, but for a joint between them', () => {
    const part = fc.constantFrom('kind', 'geld', 'zuschlag', 'deutsch', 'kurs', 'antrag')
    fc.assert(
      fc.property(part, fc.constantFrom('', 's', 'es', 'en'), part, (head, joint, tail) => {
        const word = head + joint + tail
        const parts = split(word)
        expect(parts.length).toBeGreaterThanOrEqual(2)
        expect(parts.at(-1)).toBe(tail)
      }),
    )
  })

  it('are quickly none for a word without an end', () => {
    expect(split('kind'.repeat(3000))).toEqual([])
  })
})
