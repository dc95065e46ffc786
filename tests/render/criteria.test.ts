import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../src/facts/day.ts'
import { factNames } from '../../src/facts/schema.ts'
import { criterionText } from '../../src/render/criterion.ts'
import { briefOfferSchema, offerSchema } from '../../src/render/message.ts'
import { briefOffer, wholeOffer } from '../../src/render/offer.ts'
import type { Condition, Leaf } from '../../src/rules/condition.ts'
import { evaluate } from '../../src/rules/evaluate.ts'
import { compile, type Node } from '../../src/rules/rule.ts'
import type { Criterion } from '../../src/rules/verdict.ts'
import { loadContent } from '../../src/server/content.ts'
import { arbitraryComparison } from '../support/arbitrary-conditions.ts'
import { arbitraryFacts, arbitraryFullFacts } from '../support/arbitrary-facts.ts'

const { world, speeches, places } = loadContent('.')
const today = day('2026-11-21')
const each = speeches.languages.map(speech => [speech.lang, speech] as const)

/** Every criterion of a rule that has a sentence of its own: its tests, its terms and what lies within them. */
function criteriaOf(node: Node): readonly Criterion[] {
  const { id, source, until, negated } = node.criterion
  const own: readonly Criterion[] = node.criterion.kind === 'term' ? [node.criterion] : []
  if (node.kind === 'leaf') return [...own, { id, source, until, negated, kind: 'leaf', leaf: node.leaf }]
  return [...own, ...node.children.flatMap(criteriaOf)]
}

const criteria = world.offers.flatMap(({ id, rule }) =>
  criteriaOf(rule.root).flatMap(criterion =>
    [true, false].map(negated => ({ offer: id, criterion: { ...criterion, negated } })),
  ),
)

/** What a condition says, wherever its negations stand. */
const sentence = (lang: string, condition: Condition): string => {
  const { criterion, ...node } = compile(condition, 'open').root
  if (node.kind !== 'leaf') throw new TypeError('not a single test')
  return criterionText(speeches.of(lang), { ...criterion, kind: 'leaf', leaf: node.leaf }, places.name)
}

const isSentence = (text: string) => text.trim() !== '' && !/[{}]|undefined|NaN|\[object|Invalid/.test(text)

describe('every test and every term of every rule', () => {
  it('is seen by this test', () => {
    const kinds = new Set(
      criteria.flatMap(({ criterion }) =>
        criterion.kind === 'leaf' ? Object.keys(criterion.leaf) : [criterion.kind],
      ),
    )
    expect([...kinds]).toEqual(
      expect.arrayContaining(['term', 'open', 'is', 'in', 'number', 'some', 'hasAny', 'monthsAgo', 'month']),
    )
    expect(new Set(criteria.map(({ offer }) => offer)).size).toBeGreaterThan(world.offers.length / 2)
  })

  it.each(each)('has a sentence, as it stands and turned round: %s', (_, speech) => {
    const silent = criteria.flatMap(({ offer, criterion }) => {
      const text = criterionText(speech, criterion, places.name)
      return isSentence(text) ? [] : [`${offer} ${criterion.id}: ${text}`]
    })
    expect(silent).toEqual([])
  })

  it.each(each)('says something else when it is turned round: %s', (_, speech) => {
    const same = criteria.filter(({ criterion }) => {
      const turned = { ...criterion, negated: !criterion.negated }
      const isOpen = criterion.kind === 'leaf' && 'open' in criterion.leaf
      return (
        !isOpen &&
        criterionText(speech, criterion, places.name) === criterionText(speech, turned, places.name)
      )
    })
    expect(same.map(({ offer, criterion }) => `${offer} ${criterion.id}`)).toEqual([])
  })
})

describe('any test that somebody may write', () => {
  const anyTest = fc.constantFrom(...factNames).chain(arbitraryComparison)
  const lang = fc.constantFrom(...speeches.languages.map(speech => speech.lang))
  const isWritten = (test: Leaf) =>
    !('number' in test && isEmpty(test.number)) &&
    !('monthsAgo' in test && isEmpty(test.monthsAgo)) &&
    !('month' in test && isEmpty(test.month))

  it('has a sentence in every language, as it stands and turned round', () => {
    fc.assert(
      fc.property(anyTest.filter(isWritten), lang, (test, code) => {
        expect(isSentence(sentence(code, test))).toBe(true)
        expect(isSentence(sentence(code, { not: test }))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('is put positively again where it is turned round twice', () => {
    fc.assert(
      fc.property(anyTest.filter(isWritten), lang, (test, code) => {
        expect(sentence(code, { not: { not: test } })).toBe(sentence(code, test))
      }),
    )
  })

  it('says a bound turned round as the other bound', () => {
    fc.assert(
      fc.property(lang, fc.integer({ min: 1, max: 99 }), (code, bound) => {
        const [atLeast, below] = [{ atLeast: bound }, { below: bound }]
        expect(sentence(code, { not: { fact: 'age', number: atLeast } })).toBe(
          sentence(code, { fact: 'age', number: below }),
        )
        expect(sentence(code, { not: { fact: 'age', number: below } })).toBe(
          sentence(code, { fact: 'age', number: atLeast }),
        )
        expect(sentence(code, { not: { fact: 'arrivalDate', monthsAgo: atLeast } })).toBe(
          sentence(code, { fact: 'arrivalDate', monthsAgo: below }),
        )
        expect(sentence(code, { not: { fact: 'pregnant', is: true } })).toBe(
          sentence(code, { fact: 'pregnant', is: false }),
        )
      }),
    )
  })

  it('says the months that it turns round as the other side of them', () => {
    for (const { lang: code } of speeches.languages) {
      const [from, before] = [{ from: '2022-06' }, { before: '2022-06' }]
      expect(sentence(code, { not: { fact: 'titleSince', month: from } })).toBe(
        sentence(code, { fact: 'titleSince', month: before }),
      )
      expect(sentence(code, { not: { fact: 'titleSince', month: before } })).toBe(
        sentence(code, { fact: 'titleSince', month: from }),
      )
    }
  })

  it('names every bound of its numbers', () => {
    fc.assert(
      fc.property(
        lang,
        fc.integer({ min: 101, max: 499 }),
        fc.integer({ min: 501, max: 999 }),
        fc.boolean(),
        (code, atLeast, below, negated) => {
          const tests: readonly Leaf[] = [
            { fact: 'age', number: { atLeast, below } },
            { fact: 'childrenAges', some: { atLeast, below } },
            { fact: 'arrivalDate', monthsAgo: { atLeast, below } },
          ]
          const { number } = speeches.of(code)
          for (const test of tests) {
            const text = sentence(code, negated ? { not: test } : test)
            expect([text, text.includes(number(atLeast)), text.includes(number(below))]).toEqual([
              text,
              true,
              true,
            ])
          }
          const [least, most] = [
            sentence(code, { fact: 'age', number: { atLeast } }),
            sentence(code, { fact: 'childrenAges', some: { below } }),
          ]
          expect([least.includes(number(atLeast)), most.includes(number(below))]).toEqual([true, true])
        },
      ),
      { numRuns: 50 },
    )
  })

  it('names every value that it allows', () => {
    for (const { lang: code, text } of speeches.languages) {
      const written = sentence(code, { fact: 'residence', in: ['german', 'toleration'] })
      for (const value of ['german', 'toleration'])
        expect(written).toContain(text(`criteria:facts.residence.values.${value}`))
      expect(sentence(code, { fact: 'kreis', in: ['06411', '06412'] })).toContain(places.name('06412'))
      expect(sentence(code, { fact: 'benefitsReceived', hasAny: ['alg1'] })).toContain(
        text('criteria:facts.benefitsReceived.values.alg1'),
      )
    }
  })
})

const isEmpty = (bounds: object) => Object.keys(bounds).length === 0

describe('a group of tests', () => {
  it('has no sentence of its own', () => {
    const { criterion } = compile({ all: [{ fact: 'pregnant', is: true }] }, 'open').root
    expect(() => criterionText(speeches.of('de'), criterion, places.name)).toThrow(TypeError)
  })
})

describe('every verdict', () => {
  const person = fc.oneof(arbitraryFacts(), arbitraryFullFacts())

  it.each(each)('on whomever can be put into words: %s', (_, speech) => {
    fc.assert(
      fc.property(
        person,
        fc.constantFrom('2024-01-15', '2026-11-21', '2029-06-30').map(day),
        (facts, date) => {
          for (const offer of world.offers) {
            const verdict = evaluate(offer.rule, facts, date)
            const whole = wholeOffer(speech, offer, verdict, facts, places, date)
            expect(offerSchema.safeParse(whole).error).toBeUndefined()
            expect(briefOfferSchema.safeParse(briefOffer(speech, { offer, verdict })).error).toBeUndefined()
            const said = (whole.reasons ?? []).flatMap(({ text, answer = 'x' }) => [text, answer])
            expect(said.filter(text => !isSentence(text))).toEqual([])
            expect(whole.reasons?.length).toBe(verdict.reasons.length)
          }
        },
      ),
      { numRuns: 12 },
    )
  })

  it('names with every reason a source of the offer', () => {
    fc.assert(
      fc.property(person, facts => {
        for (const offer of world.offers) {
          const { reasons = [], sources } = wholeOffer(
            speeches.of('de'),
            offer,
            evaluate(offer.rule, facts, today),
            facts,
            places,
            today,
          )
          const titles = new Set(sources.map(({ title }) => title))
          expect(reasons.filter(({ source }) => !titles.has(source))).toEqual([])
        }
      }),
      { numRuns: 20 },
    )
  })
})
