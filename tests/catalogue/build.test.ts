import { describe, expect, it } from 'vitest'
import { buildOffers, type SourceFile } from '../../src/catalogue/build.ts'
import { day } from '../../src/facts/day.ts'
import type { Facts } from '../../src/facts/schema.ts'
import { evaluate } from '../../src/rules/evaluate.ts'
import { another, bareOffer, smallOffer, smallTerms } from '../support/small-catalogue.ts'

/** A file in which one passage is replaced, and the first line that is not as it was. */
function edited(
  { name, text }: SourceFile,
  passage: string,
  replacement: string,
): SourceFile & { readonly line: number } {
  if (!text.includes(passage)) throw new Error(`${name} has no ${passage}`)
  const edit = text.replace(passage, replacement)
  const before = text.split('\n')
  const line = edit.split('\n').findIndex((written, index) => written !== before[index]) + 1
  return { name, text: edit, line }
}

describe('a file without fault', () => {
  it('becomes an offer with its rule', () => {
    const { offers, faults } = buildOffers(smallTerms, [smallOffer])
    expect(faults).toEqual([])
    expect(offers).toMatchObject([
      { id: 'small-help', topics: ['money', 'family'], claim: 'entitlement', area: 'kreis', urgency: 'high' },
    ])
    expect(offers[0]?.rule.facts).toEqual([
      'age',
      'childrenAges',
      'pregnant',
      'benefitsReceived',
      'arrivalDate',
      'titleSince',
      'kreis',
      'residence',
    ])
  })

  it('may leave away what it has none of', () => {
    const [offer] = buildOffers(smallTerms, [bareOffer]).offers
    expect(offer).toMatchObject({ documents: [], contacts: [], regional: {}, notes: [] })
    expect(offer?.sources).toMatchObject([{ state: 'read' }])
  })
})

/** What is wrong, the passage that it takes the place of, the passage with the fault, and what the reason names. */
const faults: readonly (readonly [what: string, passage: string, replacement: string, reason: RegExp])[] = [
  ['an id that is not the name of the file', 'id: small-help', 'id: big-help', /big-help/],
  ['a title of one letter', 'titleDe: Kleine Hilfe', 'titleDe: K', /titleDe/],
  ['a provider that is no text', 'provider: Amt', 'provider: 5', /provider/],
  ['a topic that there is not', 'topics: [money, family]', 'topics: [money, luck]', /topics\.1/],
  ['no topic at all', 'topics: [money, family]', 'topics: []', /topics/],
  ['a level that there is not', 'level: bund', 'level: europe', /level/],
  ['an area outside of Hesse', 'area: kreis', 'area: ["05111"]', /area/],
  ['a status that there is not', 'status: active', 'status: paused', /status/],
  ['an ended offer without successor', 'status: active', 'status: ended', /successor/],
  ['a successor that there is not', 'cost: free', 'cost: free\nsuccessor: nowhere', /nowhere/],
  ['an office that there is not', 'cost: free', 'cost: free\noffice: palace', /office/],
  ['a risk that there is not', 'cost: free', 'cost: free\nrisks: [doom]', /doom/],
  ['an end that is no day', '{ open: office, claim: discretion }', '{ ended: never }', /ended/],
  ['a cost that there is not', 'cost: free', 'cost: cheap', /cost/],
  ['a claim that there is not', 'claim: entitlement', 'claim: right', /claim/],
  ['a fact that there is not', 'fact: age,', 'fact: agee,', /fact/],
  [
    'a value that the fact does not have',
    'kreis, in: ["06412"]',
    'residence, in: [german, martian]',
    /martian/,
  ],
  ['a choice that the fact does not have', 'hasAny: [sgb2, alg1] }', 'hasAny: [sgb2, sgb3] }', /sgb3/],
  ['a Kreis outside of Hesse', 'in: ["06412"] }', 'in: ["05111"] }', /05111/],
  [
    'a comparison that does not fit the fact',
    'number: { atLeast: 18, below: 67 }, source: law-1 }',
    'some: { below: 67 }, source: law-1 }',
    /age.*number/,
  ],
  [
    'a yes where a number belongs',
    'number: { atLeast: 18, below: 67 }, source: law-1 }',
    'is: true, source: law-1 }',
    /age/,
  ],
  ['a word where yes or no belongs', 'is: true, source: law-2', 'is: "yes", source: law-2', /pregnant/],
  ['bounds that nothing can keep', 'atLeast: 18, below: 67', 'atLeast: 67, below: 67', /atLeast/],
  ['a bound that is no whole number', 'atLeast: 18, below: 67', 'atLeast: 17.5', /atLeast/],
  ['a bound that there is not', 'atLeast: 18, below: 67', 'over: 18', /over/],
  ['a month that there is not', 'before: 2022-06', 'before: 2022-13', /before/],
  ['a day that there is not', 'until: 2027-12-31', 'until: 2027-02-29', /until/],
  ['a test of nothing', '{ fact: kreis, in: ["06412"] }', '{ fact: kreis }', /a condition is one of/],
  [
    'a condition of a kind that there is not',
    '{ open: office, claim: discretion }',
    '{ closed: office }',
    /a condition is one of/,
  ],
  ['a condition that is a word', '{ open: office, claim: discretion }', 'always', /a condition is one of/],
  ['an opening for somebody who has no say', 'open: office', 'open: neighbour', /open/],
  ['two conditions in one', 'open: office,', 'open: office, fact: age,', /fact/],
  ['alternatives of which there is none', '{ open: office, claim: discretion }', '{ any: [] }', /any/],
  ['a condition without source', '{ term: citizen, source: law-2 }', '{ term: citizen }', /no source/],
  [
    'a condition with a source that there is not',
    'some: { below: 18 }, source: law-1 }',
    'some: { below: 18 }, source: law-9 }',
    /law-9/,
  ],
  ['a phone number that nobody can call from abroad', '"+496912345"', '"069 12345"', /E\.164/],
  [
    'an address that is not secure',
    'value: "https://www.example.org/hilfe"',
    'value: "http://www.example.org"',
    /https/,
  ],
  ['an e-mail address that is none', 'amt@example.org', 'amt.example.org', /e-mail/],
  [
    'a contact whose source there is not',
    '"+496912345", source: law-1',
    '"+496912345", source: law-9',
    /law-9/,
  ],
  ['a contact in a Kreis outside of Hesse', '"06412": [{', '"05111": [{', /05111/],
  [
    'a contact in a Kreis whose source there is not',
    'amt@example.org, source: law-2',
    'amt@example.org, source: law-9',
    /law-9/,
  ],
  ['a note whose source there is not', 'id: newRule, source: law-2', 'id: newRule, source: law-9', /law-9/],
  ['two sources of one name', '{ id: law-1, title', '{ id: law-2, title', /same id/],
  ['a source without address', 'url: "https://www.example.org/1"', 'url: somewhere', /url/],
  [
    'a source that nobody dated',
    'checked: 2026-11-21 }\n  - { id: law-2',
    'checked: lately }- { id: law-2',
    /checked/,
  ],
  ['a fact in an example that there is not', 'facts: {}', 'facts: { agee: 3 }', /agee/],
  ['a value in an example that there is not', 'facts: {}', 'facts: { age: old }', /age/],
  ['a verdict in an example that there is not', 'verdict: ineligible', 'verdict: maybe', /verdict/],
  ['a key that stands there twice', 'provider: Amt', 'provider: Amt\nprovider: Büro', /unique/],
  ['a line that is no YAML', 'provider: Amt', 'provider: "Amt', /quote|string/i],
]

describe('a file with a fault', () => {
  it.each(faults)('is refused for %s, with file, line and reason', (_, passage, replacement, reason) => {
    const file = edited(smallOffer, passage, replacement)
    const { offers, faults: found } = buildOffers(smallTerms, [file])
    expect(offers).toEqual([])
    expect(found).toContainEqual({
      file: 'offers/small-help.yaml',
      line: file.line,
      reason: expect.stringMatching(reason),
    })
  })

  const required = [
    'id',
    'titleDe',
    'topics',
    'level',
    'provider',
    'area',
    'status',
    'cost',
    'urgency',
    'claim',
  ]

  it.each([...required, 'conditions', 'sources', 'examples'])(
    'is refused where it does not say its %s',
    key => {
      const text = smallOffer.text.replace(new RegExp(`^${key}:.*\n(?:[ -].*\n)*`, 'm'), '')
      const { offers, faults: found } = buildOffers(smallTerms, [{ ...smallOffer, text }])
      expect(offers).toEqual([])
      expect(found.map(({ file, reason }) => [file, reason])).toContainEqual([
        'offers/small-help.yaml',
        expect.stringMatching(new RegExp(`^${key}: `)),
      ])
    },
  )

  it.each([
    ['a key that is spelled wrong', 'cost: free', 'cots: free', /cots/],
    ['a term that there is not', 'term: citizen,', 'term: citizens,', /citizens/],
    [
      'the source of a group',
      '      source: law-2\n    - { term',
      '      source: law-9\n    - { term',
      /law-9/,
    ],
  ])('is refused at the line where %s can be mended', (_, passage, replacement, reason) => {
    const file = edited(smallOffer, passage, replacement)
    const { faults: found } = buildOffers(smallTerms, [file])
    expect(found).toContainEqual({ file: file.name, line: file.line, reason: expect.stringMatching(reason) })
  })

  it.each([
    [
      'of a condition that requires nothing',
      '{ open: office, claim: discretion }',
      '{ all: [], source: law-9 }',
    ],
    ['of a group whose parts have their own', '  all:\n', '  source: law-9\n  all:\n'],
  ])('is refused for a source that there is not, even that %s', (_, passage, replacement) => {
    const file = edited(smallOffer, passage, replacement)
    const { faults: found } = buildOffers(smallTerms, [file])
    expect(found.map(({ reason }) => reason)).toContainEqual(expect.stringContaining('law-9'))
  })

  it('is refused for a condition that is never law, because it ends before it begins', () => {
    const file = edited(
      smallOffer,
      'from: 2026-01-01, until: 2027-12-31',
      'from: 2027-12-31, until: 2026-01-01',
    )
    expect(buildOffers(smallTerms, [file]).faults).not.toEqual([])
  })

  it('is refused for an alias that stands for nothing, with file, line and reason', () => {
    const file = edited(smallOffer, 'provider: Amt', 'provider: *office')
    expect(buildOffers(smallTerms, [file]).faults).toContainEqual({
      file: file.name,
      line: file.line,
      reason: expect.stringContaining('office'),
    })
  })

  it('names all of its faults, not the first alone', () => {
    const file = edited(
      edited(smallOffer, 'level: bund', 'level: europe'),
      'verdict: ineligible',
      'verdict: maybe',
    )
    const { faults: found } = buildOffers(smallTerms, [file])
    expect(found.map(({ line, reason }) => [line, reason.split(':')[0]])).toEqual([
      [5, 'level'],
      [expect.any(Number), 'examples.1.verdict'],
    ])
  })

  it('does not keep the files beside it from being built', () => {
    const bad = edited(another('bad-help'), 'level: bund', 'level: europe')
    const { offers, faults: found } = buildOffers(smallTerms, [another('first-help'), bad, smallOffer])
    expect(offers.map(({ id }) => id)).toEqual(['first-help', 'small-help'])
    expect(found.map(({ file }) => file)).toEqual(['offers/bad-help.yaml'])
  })
})

describe('an offer that is near', () => {
  const isLocal = (file: SourceFile) => buildOffers(smallTerms, [file]).offers[0]?.isLocal

  it('is one of each Kreis, one that an office of the place decides, or one with a contact of its own somewhere', () => {
    const regional =
      'area: hesse\nregional: { "06412": [{ kind: phone, value: "+496912345", source: page }] }'
    expect(isLocal(bareOffer)).toBe(false)
    expect(isLocal(edited(bareOffer, 'area: hesse', 'area: kreis'))).toBe(true)
    expect(isLocal(edited(bareOffer, 'area: hesse', 'area: hesse\noffice: jobcenter'))).toBe(true)
    expect(isLocal(edited(bareOffer, 'area: hesse', regional))).toBe(true)
  })
})

describe('an offer of certain places', () => {
  const local = edited(bareOffer, 'area: hesse', 'area: ["06411", "06531005"]')
  const [offer] = buildOffers(smallTerms, [local]).offers
  const verdict = (facts: Facts) => offer && evaluate(offer.rule, facts, day('2026-11-21')).verdict

  it('is for those who live in one of them, whatever else it asks', () => {
    expect(verdict({ kreis: '06411', gemeinde: '06411000' })).toBe('eligible')
    expect(verdict({ kreis: '06531', gemeinde: '06531005' })).toBe('eligible')
    expect(verdict({ kreis: '06531', gemeinde: '06531001' })).toBe('ineligible')
    expect(verdict({ kreis: '06412', gemeinde: '06412000' })).toBe('ineligible')
  })

  it('is open while the place is unknown, or as much of it as decides', () => {
    expect(verdict({})).toBe('undetermined')
    expect(verdict({ kreis: '06531' })).toBe('undetermined')
  })

  it('is decided by the Kreis alone where none of the places lies in it, or all of it counts', () => {
    expect(verdict({ kreis: '06412' })).toBe('ineligible')
    expect(verdict({ kreis: '06411' })).toBe('eligible')
  })

  it('names a source for this condition as for every other', () => {
    const found = offer && evaluate(offer.rule, { kreis: '06412', gemeinde: '06412000' }, day('2026-11-21'))
    expect(new Set(found?.reasons.map(({ criterion }) => criterion.source))).toEqual(new Set(['page']))
  })
})

describe('an offer that has ended', () => {
  it('names the offer that took its place', () => {
    const ended = edited(another('old-help'), 'status: active', 'status: ended\nsuccessor: small-help')
    const { offers, faults: found } = buildOffers(smallTerms, [ended, smallOffer])
    expect(found).toEqual([])
    expect(offers[0]).toMatchObject({ id: 'old-help', status: 'ended', successor: 'small-help' })
  })
})

describe('the terms', () => {
  const offerUsing = (term: string) => edited(smallOffer, 'term: citizen', `term: ${term}`)
  const build = (terms: string, offer = smallOffer) =>
    buildOffers({ name: 'terms.yaml', text: `${smallTerms.text}${terms}` }, [offer])

  it('stand in an offer for the conditions that they name, terms within terms as well', () => {
    const [offer] = build('', offerUsing('citizenAtWork')).offers
    expect(offer?.rule.facts.slice(-2)).toEqual(['residence', 'employment'])
  })

  it('are refused with the line of the fault where a condition in them is wrong', () => {
    const { faults: found } = build('rich: { fact: earnings, is: millions }\n')
    expect(found).toContainEqual({ file: 'terms.yaml', line: 8, reason: expect.stringContaining('millions') })
  })

  it('do not put the blame for their fault on the offers that use other terms', () => {
    const { faults: found } = build('rich: { fact: earnings, is: millions }\n')
    expect(found.map(({ file }) => file)).toEqual(['terms.yaml'])
  })

  it('are refused where they name each other in a circle', () => {
    const circle = 'hen: { term: egg }\negg: { all: [{ not: { term: hen } }] }\n'
    const { offers, faults: found } = build(circle, offerUsing('hen'))
    expect(offers).toEqual([])
    expect(found.map(({ reason }) => reason)).toEqual([expect.stringMatching(/hen.*egg.*hen.*circle/)])
  })

  it.each(['citizens', 'constructor', 'toString'])(
    'are refused where one names %s, which there is not',
    name => {
      const { offers, faults: found } = build('', offerUsing(name))
      expect(offers).toEqual([])
      expect(found.map(({ reason }) => reason)).toEqual([expect.stringContaining(name)])
    },
  )

  it('are refused where no offer uses the one that is wrong', () => {
    expect(build('lost: { term: nowhere }\n').faults.map(({ file }) => file)).toEqual(['terms.yaml'])
  })

  it('are refused where they name a source that the offer does not have', () => {
    const { faults: found } = build(
      'sourced: { fact: pregnant, is: true, source: law-9 }\n',
      offerUsing('sourced'),
    )
    expect(found.map(({ reason }) => reason)).toContainEqual(expect.stringContaining('law-9'))
  })
})
