import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readCatalogue } from '../../src/catalogue/read.ts'
import { unsoundness } from '../../src/catalogue/soundness.ts'
import { dayInHesse } from '../../src/facts/day.ts'
import type { Facts } from '../../src/facts/schema.ts'
import { outcomeOf } from '../../src/rules/rule.ts'
import { askedFacts } from '../../src/server/catalogue-command/command.ts'
import { contractFacts } from '../support/contract-facts.ts'

const { offers, kreise, offices, risks, dangerLines, groups, locate } = readCatalogue('catalogue')
const files = ['terms.yaml', ...readdirSync('catalogue/offers').map(name => `offers/${name}`)]
const today = dayInHesse(Date.now())

it('holds an offer for every file', () => {
  expect(offers.map(({ id }) => `offers/${id}.yaml`).sort()).toEqual(files.slice(1).sort())
  expect(offers.length).toBeGreaterThan(20)
})

describe('the catalogue as a whole', () => {
  it('is sound: examples, dates, facts that are asked for, something for each group in each topic', () => {
    const found = [...unsoundness(offers, locate, { today, asked: askedFacts, groups })]
    expect(found.map(({ file, line, reason }) => `${file}:${line}: ${reason}`)).toEqual([])
  })
})

describe('every condition', () => {
  it.each(files)('in %s reads only facts and values that the public interface names', name => {
    const written: unknown = parse(readFileSync(`catalogue/${name}`, 'utf8'))
    const strange = testsIn(written).flatMap(({ fact, values }) => {
      const known = contractFacts[fact]
      if (known === undefined) return [fact]
      return 'values' in known
        ? values.filter(value => !known.values.includes(value)).map(value => `${fact}: ${value}`)
        : []
    })
    expect(strange).toEqual([])
  })

  it('is seen by this test, however deep it stands', () => {
    const found = files.flatMap(name => testsIn(parse(readFileSync(`catalogue/${name}`, 'utf8'))))
    expect(found.length).toBeGreaterThan(offers.length)
    expect(found).toContainEqual({ fact: 'residence', values: ['german', 'eu'] })
  })
})

interface WrittenTest {
  readonly fact: string
  readonly values: readonly string[]
}

/** Every test of a fact in a file, read off the plain text, so that no schema of ours stands between. */
function testsIn(value: unknown): readonly WrittenTest[] {
  if (typeof value !== 'object' || value === null) return []
  const within = Object.values(value).flatMap(testsIn)
  if (!('fact' in value)) return within
  const { fact, ...test } = value
  const values = ['is', 'in', 'hasAny'].flatMap(kind =>
    Object.entries(test).flatMap(([key, named]) => (key === kind ? [named] : [])),
  )
  return [{ fact: String(fact), values: values.flat().filter(named => typeof named === 'string') }, ...within]
}

describe('every source', () => {
  it('of a Kreis, an office or a risk was read on a day that has come', () => {
    const all = [...Object.values(kreise), ...offices, ...[...risks.values()].map(({ source }) => source)]
    expect(all.filter(({ checked }) => checked > today.iso)).toEqual([])
  })
})

describe('every risk for residence', () => {
  const named = (residence: NonNullable<Facts['residence']>) =>
    [...risks.values()]
      .filter(({ rule }) => outcomeOf(rule, { residence }, today) !== 'failed')
      .map(({ name }) => name)
      .sort()

  it('is kept from Germans, and who needs no title is not told that theirs is safe', () => {
    expect(named('german')).toEqual([])
    expect(named('eu')).toEqual(['publicFundsNaturalisation', 'reportBenefits'])
    expect(named('settlementPermit')).toEqual(['notPublicFunds', 'publicFundsNaturalisation'])
    expect(named('temporaryProtection')).toEqual([
      'notPublicFunds',
      'publicFundsNaturalisation',
      'publicFundsProtected',
    ])
  })

  it('tells people without papers who has to report them and who has not, and nothing about titles', () => {
    expect(named('undocumented')).toEqual([
      'noReportCounselling',
      'noReportHealth',
      'noReportSchool',
      'police',
      'reportDuty',
    ])
  })
})

describe('every kind of danger', () => {
  const byId = new Map(offers.map(offer => [offer.id, offer]))

  it.each(Object.entries(dangerLines))(
    'leads to help that is there, and first to a number to call: %s',
    (_, lines) => {
      const found = lines.map(id => byId.get(id))
      expect(found.filter(offer => offer?.status !== 'active')).toEqual([])
      expect(found[0]?.contacts.some(({ kind }) => kind === 'phone')).toBe(true)
    },
  )
})
