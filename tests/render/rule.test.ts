import { describe, expect, it } from 'vitest'
import { ruleAsSentence, ruleInWords } from '../../src/render/rule.ts'
import type { Condition } from '../../src/rules/condition.ts'
import { compile } from '../../src/rules/rule.ts'
import { realContent } from '../support/service.ts'

const { world, speeches, places } = realContent()
const german = speeches.of('de')
const sources = [
  {
    id: 'law',
    title: 'Gesetz § 1',
    url: 'https://www.example.org',
    checked: '2026-11-21',
    state: 'read' as const,
  },
]
const inWords = (condition: Condition) =>
  ruleInWords(german, compile(condition, 'open').root, { sources }, places.name)

describe('a rule in words', () => {
  it('names each sentence with its source, and what must hold together or alone', () => {
    const condition: Condition = {
      all: [
        { fact: 'pregnant', is: true },
        { any: [{ fact: 'singleParent', is: true }, { open: 'office' }] },
      ],
      source: 'law',
    }
    const sentence = (text: string) => ({ kind: 'criterion', text, source: 'Gesetz § 1' })
    expect(inWords(condition)).toEqual({
      kind: 'all',
      parts: [
        sentence(german.text('criteria:facts.pregnant.yes')),
        {
          kind: 'any',
          parts: [
            sentence(german.text('criteria:facts.singleParent.yes')),
            sentence(german.text('criteria:open.office')),
          ],
        },
      ],
    })
  })

  it('says a term in its one sentence', () => {
    const condition: Condition = { all: [{ fact: 'residence', is: 'german' }], as: 'citizenGermanOrEu' }
    const said = inWords(condition)
    expect(said).toMatchObject({ text: german.text('criteria:terms.citizenGermanOrEu.yes') })
    expect(ruleAsSentence(german, said)).not.toContain(german.text('criteria:facts.residence.values.german'))
  })

  it('keeps what stands behind a term, for those who check it against the law', () => {
    const condition: Condition = {
      any: [
        { fact: 'residence', is: 'german' },
        { fact: 'residence', is: 'eu' },
      ],
      as: 'citizenGermanOrEu',
    }
    expect(inWords(condition)).toMatchObject({
      restsOn: { kind: 'any', parts: [{ kind: 'criterion' }, { kind: 'criterion' }] },
    })
  })

  it('leaves out a group of one', () => {
    expect(inWords({ all: [{ any: [{ fact: 'pregnant', is: true }] }] }).kind).toBe('criterion')
  })

  it('becomes one sentence, with brackets where a choice stands within what must hold', () => {
    const choice: Condition = {
      any: [
        { fact: 'singleParent', is: true },
        { fact: 'inDebt', is: true },
      ],
    }
    expect(ruleAsSentence(german, inWords({ all: [{ fact: 'pregnant', is: true }, choice] }))).toBe(
      'Sie oder Ihre Partnerin sind schwanger und (Sie erziehen Ihre Kinder allein oder Sie haben Schulden, die Sie nicht zahlen können)',
    )
    expect(ruleAsSentence(german, inWords({ all: [] }))).toBe('Für alle')
  })

  it('is there for every offer in every language', () => {
    for (const speech of speeches.languages) {
      for (const offer of world.offers) {
        const words = ruleAsSentence(speech, ruleInWords(speech, offer.rule.root, offer, places.name))
        expect(words).not.toMatch(/undefined|[{}]|\[object/)
        expect(words.length).toBeGreaterThan(3)
      }
    }
  })
})
