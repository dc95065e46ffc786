import { describe, expect, it } from 'vitest'
import { buildOffers, type SourceFile } from '../../src/catalogue/build.ts'
import { unsoundness } from '../../src/catalogue/soundness.ts'
import { day } from '../../src/facts/day.ts'
import type { FactName } from '../../src/facts/schema.ts'
import { topics } from '../../src/facts/topics.ts'
import { smallTerms } from '../support/small-catalogue.ts'

/** An offer for adults in every topic, so that no group lacks anything. */
const help = (id: string, change: (text: string) => string = text => text): SourceFile => ({
  name: `offers/${id}.yaml`,
  text: change(`id: ${id}
titleDe: Hilfe ${id}
topics: [${topics.join(', ')}]
level: land
provider: Amt
area: hesse
status: active
cost: free
urgency: normal
claim: open
conditions:
  all:
    - { fact: age, number: { atLeast: 18 }, source: law }
notes:
  - { id: old, source: law }
sources:
  - { id: law, title: Gesetz, url: "https://www.example.org", checked: 2026-11-21 }
examples:
  - { facts: { age: 18 }, verdict: eligible }
  - { facts: { age: 17 }, verdict: ineligible }
  - { facts: {}, verdict: undetermined }
`),
})

const replaced = (passage: string, replacement: string) => (text: string) => {
  if (!text.includes(passage)) throw new Error(`there is no ${passage}`)
  return text.replace(passage, replacement)
}

function faultsOf(files: readonly SourceFile[], asked: readonly FactName[] = ['age']): readonly string[] {
  const { offers, faults, locate } = buildOffers(smallTerms, files)
  expect(faults).toEqual([])
  const demands = { today: day('2026-11-21'), asked: new Set(asked), groups: { adults: { age: 30 } } }
  return [...unsoundness(offers, locate, demands)].map(
    ({ file, line, reason }) => `${file}:${line}: ${reason}`,
  )
}

describe('a catalogue', () => {
  it('is sound where nothing is wrong', () => {
    expect(faultsOf([help('a'), help('b')])).toEqual([])
  })

  it.each<readonly [what: string, passage: string, replacement: string, fault: RegExp]>([
    [
      'a condition that was law only until a day that has passed',
      'source: law }\nnotes',
      'source: law, until: 2026-11-20 }\nnotes',
      /^offers\/a\.yaml:12: .*2026-11-20/,
    ],
    [
      'a note that held only until a day that has passed',
      '{ id: old, source: law }',
      '{ id: old, source: law, until: 2026-11-20 }',
      /^offers\/a\.yaml:15: .*old.*2026-11-20/,
    ],
    [
      'a source read tomorrow',
      'checked: 2026-11-21',
      'checked: 2026-11-22',
      /^offers\/a\.yaml:17: .*2026-11-22/,
    ],
    [
      'an example that the rule contradicts',
      '{ facts: { age: 18 }, verdict: eligible }',
      '{ facts: { age: 18 }, verdict: undetermined }',
      /^offers\/a\.yaml:19: example 1.*undetermined/,
    ],
    [
      'a demand that no example fails',
      '  - { facts: { age: 17 }, verdict: ineligible }\n',
      '',
      /^offers\/a\.yaml:13: no example/,
    ],
    [
      'an ended offer that can still say yes',
      'status: active',
      'status: ended\nsuccessor: b',
      /^offers\/a\.yaml:13: .*ended/,
    ],
    [
      'a verdict that no example shows',
      '  - { facts: {}, verdict: undetermined }\n',
      '',
      /^offers\/a\.yaml:19: .*undetermined.*no example/,
    ],
    ['the title of another', 'Hilfe a', 'hilfe B', /^offers\/b\.yaml:2: a has the same title/],
  ])('is unsound with %s, and says where', (_, passage, replacement, fault) => {
    const faults = faultsOf([help('a', replaced(passage, replacement)), help('b')])
    expect(faults).toContainEqual(expect.stringMatching(fault))
  })

  it('says where a demand lies that no example fails, within groups and negations', () => {
    const deep = replaced(
      '    - { fact: age, number: { atLeast: 18 }, source: law }\n',
      '    - { fact: age, number: { atLeast: 18 }, source: law }\n    - not:\n        any:\n          - { fact: age, number: { atLeast: 67 }, source: law }\n',
    )
    expect(faultsOf([help('a', deep)])).toEqual(['offers/a.yaml:16: no example fails this demand'])
  })

  it('accepts an ended offer that nobody is let into any more', () => {
    const ended = (text: string) =>
      replaced(
        '  all:\n    - { fact: age, number: { atLeast: 18 }, source: law }\n',
        '  all:\n    - { ended: 2026-10-31, source: law }\n',
      )(replaced('status: active', 'status: ended\nsuccessor: b')(text))
        .replace('{ facts: { age: 18 }, verdict: eligible }', '{ facts: {}, verdict: ineligible }')
        .replace('  - { facts: {}, verdict: undetermined }\n', '')
    expect(faultsOf([help('a', ended), help('b')])).toEqual([])
  })

  it('is unsound where a programme has ended and its offer does not say so', () => {
    const over = replaced(
      '    - { fact: age, number: { atLeast: 18 }, source: law }\n',
      '    - { fact: age, number: { atLeast: 18 }, source: law }\n    - { ended: 2026-11-20, source: law }\n',
    )
    expect(faultsOf([help('a', over)])).toContainEqual(expect.stringMatching(/^offers\/a\.yaml:7: .*ended/))
    const running = help('a', text => over(text).replace('2026-11-20', '2026-11-21'))
    expect(faultsOf([running]).filter(fault => fault.includes('status'))).toEqual([])
  })

  it('says where a demand lies in an offer of certain places, and that the places are one', () => {
    const local = help('a', text =>
      replaced(
        'area: hesse',
        'area: ["06412"]',
      )(text)
        .replace('  - { facts: { age: 17 }, verdict: ineligible }\n', '')
        .replace('{ age: 18 }', '{ age: 18, kreis: "06412" }'),
    )
    const found = faultsOf([local], ['age', 'kreis']).filter(fault => fault.includes('fails this demand'))
    expect(found).toEqual([
      'offers/a.yaml:13: no example fails this demand',
      'offers/a.yaml:6: no example fails this demand',
    ])
  })

  it('is unsound where an ended offer leads to one that has ended too', () => {
    const ended = (successor: string) => (text: string) =>
      replaced(
        '  all:\n    - { fact: age, number: { atLeast: 18 }, source: law }\n',
        '  all:\n    - { ended: 2026-10-31, source: law }\n',
      )(replaced('status: active', `status: ended\nsuccessor: ${successor}`)(text))
        .replace('{ facts: { age: 18 }, verdict: eligible }', '{ facts: {}, verdict: ineligible }')
        .replace('  - { facts: {}, verdict: undetermined }\n', '')
    expect(faultsOf([help('a', ended('b')), help('b', ended('c')), help('c')])).toEqual([
      'offers/a.yaml:8: b has ended too',
    ])
  })

  it('is unsound where no question asks for a fact that a rule reads', () => {
    expect(faultsOf([help('a')], [])).toEqual(['offers/a.yaml:12: no question asks for age'])
  })

  it('is unsound where no rule reads a fact that is asked for, the place apart where it names offices', () => {
    expect(faultsOf([help('a')], ['age', 'kreis', 'gender'])).toEqual([
      'offers:1: no rule reads kreis, which is asked for',
      'offers:1: no rule reads gender, which is asked for',
    ])
    const local = help('a', replaced('area: hesse', 'area: kreis'))
    expect(faultsOf([local], ['age', 'kreis', 'gemeinde'])).toEqual([])
  })

  it('is unsound where a topic has nothing for a group', () => {
    const children = replaced('atLeast: 18', 'below: 18')
    const swapped = (text: string) =>
      children(text).replace('{ age: 18 }', '{ age: 1 }').replace('{ age: 17 }', '{ age: 18 }')
    expect(faultsOf([help('a', swapped)])).toHaveLength(topics.length)
    expect(faultsOf([help('a', swapped)])[0]).toBe(`offers:1: the topic ${topics[0]} has nothing for adults`)
  })
})
