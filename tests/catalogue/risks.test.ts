import { describe, expect, it } from 'vitest'
import { compileRisks, risksFileSchema } from '../../src/catalogue/risks.ts'
import { day } from '../../src/facts/day.ts'
import type { Facts } from '../../src/facts/schema.ts'
import { outcomeOf } from '../../src/rules/rule.ts'

const source = { title: 'Gesetz § 1', url: 'https://www.example.org/1', checked: '2026-11-21' }
const file = {
  harm: { tone: 'care', for: { not: { fact: 'residence', in: ['german', 'eu'] } }, source },
}

describe('a file of risks', () => {
  it('gives each risk with the people whom it concerns', () => {
    const harm = compileRisks(risksFileSchema.parse(file)).get('harm')
    const concerns = (facts: Facts) => harm && outcomeOf(harm.rule, facts, day('2026-11-21'))
    expect(harm).toMatchObject({ name: 'harm', tone: 'care', source })
    expect([concerns({ residence: 'toleration' }), concerns({ residence: 'eu' }), concerns({})]).toEqual([
      'met',
      'failed',
      'unknown',
    ])
  })

  it.each([
    ['a tone that there is not', { harm: { ...file.harm, tone: 'doom' } }],
    ['no source', { harm: { tone: 'care', for: file.harm.for } }],
    ['a source without a date', { harm: { ...file.harm, source: { ...source, checked: undefined } } }],
    ['a term in its condition', { harm: { ...file.harm, for: { term: 'citizenGermanOrEu' } } }],
    ['a condition that is none', { harm: { ...file.harm, for: { fact: 'residence', is: 'martian' } } }],
  ])('is refused for %s', (_, wrong) => {
    expect(risksFileSchema.safeParse(wrong).success).toBe(false)
  })
})
