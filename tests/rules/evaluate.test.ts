import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Day, day } from '../../src/facts/day.ts'
import type { Facts } from '../../src/facts/schema.ts'
import type { Claim, Condition } from '../../src/rules/condition.ts'
import { evaluate } from '../../src/rules/evaluate.ts'
import { compile, outcomeOf } from '../../src/rules/rule.ts'
import {
  arbitraryClaim,
  arbitraryCondition,
  arbitraryDay,
  arbitraryLeaf,
  ruleFacts,
  withoutDates,
} from '../support/arbitrary-conditions.ts'
import { arbitraryFacts, arbitraryFullFacts, arbitraryLearning } from '../support/arbitrary-facts.ts'

const today = day('2026-11-21')
const verdict = (condition: Condition, facts: Facts, claim: Claim = 'open') =>
  evaluate(compile(condition, claim), facts, today)

const somebody = arbitraryFacts(ruleFacts)

/** A rule as it is written, a person and a day: what a counterexample has to name. */
interface Case {
  readonly condition: Condition
  readonly claim: Claim
  readonly facts: Facts
  readonly on: Day
}

const arbitraryCase: fc.Arbitrary<Case> = fc.record({
  condition: arbitraryCondition,
  claim: arbitraryClaim,
  facts: somebody,
  on: arbitraryDay,
})
const judge = ({ condition, claim, facts, on }: Case) => evaluate(compile(condition, claim), facts, on)
const runs = { numRuns: 1000 }

const pregnant: Condition = { fact: 'pregnant', is: true }
const single: Condition = { fact: 'singleParent', is: true }
const adult: Condition = { fact: 'age', number: { atLeast: 18 } }

describe('a verdict', () => {
  it('is eligible where the rule is met, ineligible where it fails, else undetermined', () => {
    fc.assert(
      fc.property(arbitraryCase, given => {
        const expected = { met: 'eligible', failed: 'ineligible', unknown: 'undetermined' }
        const outcome = outcomeOf(compile(given.condition, given.claim), given.facts, given.on)
        expect(judge(given).verdict).toBe(expected[outcome])
      }),
      runs,
    )
  })

  it('does not flip once it is decided, whatever else becomes known', () => {
    fc.assert(
      fc.property(arbitraryCase, arbitraryLearning(ruleFacts), (given, { before, after }) => {
        const first = judge({ ...given, facts: before })
        fc.pre(first.verdict !== 'undetermined')
        expect(judge({ ...given, facts: after }).verdict).toBe(first.verdict)
      }),
      runs,
    )
  })

  it('lists missing facts only while it is undetermined', () => {
    fc.assert(
      fc.property(arbitraryCase, given => {
        const found = judge(given)
        expect('missing' in found).toBe(found.verdict === 'undetermined')
        expect('openBecause' in found).toBe(found.verdict === 'undetermined')
      }),
      runs,
    )
  })
})

describe('an undetermined verdict', () => {
  it('misses only facts that the rule reads and that are not known, each of them once', () => {
    fc.assert(
      fc.property(arbitraryCase, given => {
        const found = judge(given)
        fc.pre(found.verdict === 'undetermined')
        expect(new Set(found.missing).size).toBe(found.missing.length)
        for (const fact of found.missing) {
          expect(compile(given.condition, given.claim).facts).toContain(fact)
          expect(given.facts[fact]).toBeUndefined()
        }
      }),
      runs,
    )
  })

  it('says why it is open, and says facts exactly where facts are missing', () => {
    fc.assert(
      fc.property(arbitraryCase, given => {
        const found = judge(given)
        fc.pre(found.verdict === 'undetermined')
        expect(found.openBecause).not.toEqual([])
        expect(new Set(found.openBecause).size).toBe(found.openBecause.length)
        expect(found.openBecause.includes('facts')).toBe(found.missing.length > 0)
      }),
      runs,
    )
  })

  it('stays undetermined when facts become known that it does not miss, whatever they are', () => {
    fc.assert(
      fc.property(arbitraryCase, arbitraryFullFacts(ruleFacts), (given, more) => {
        const found = judge(given)
        fc.pre(found.verdict === 'undetermined')
        const beside = ruleFacts.flatMap(fact => (found.missing.includes(fact) ? [] : [[fact, more[fact]]]))
        const later = judge({ ...given, facts: { ...Object.fromEntries(beside), ...given.facts } })
        if (later.verdict !== 'undetermined') throw new Error(`it is ${later.verdict}`)
        // What else becomes known can take the consequence from a fact, but never give it to one.
        expect(found.missing).toEqual(expect.arrayContaining([...later.missing]))
      }),
      runs,
    )
  })

  it('never changes any more where no fact is missing', () => {
    fc.assert(
      fc.property(arbitraryCase, arbitraryFullFacts(ruleFacts), (given, more) => {
        const found = judge(given)
        fc.pre(found.verdict === 'undetermined' && found.missing.length === 0)
        expect(judge({ ...given, facts: { ...more, ...given.facts } }).verdict).toBe('undetermined')
      }),
      runs,
    )
  })

  it('is open for the law or the office alone where no fact is unknown', () => {
    fc.assert(
      fc.property(arbitraryCase, arbitraryFullFacts(ruleFacts), (given, facts) => {
        const found = judge({ ...given, facts })
        fc.pre(found.verdict === 'undetermined')
        expect(found.missing).toEqual([])
        expect(['law', 'office']).toEqual(expect.arrayContaining([...found.openBecause]))
      }),
      runs,
    )
  })

  it('lists what it misses in the order of the rule, and reasons as facts, law, office', () => {
    const condition: Condition = { all: [{ open: 'office' }, single, { open: 'law' }, adult, pregnant] }
    expect(verdict(condition, { age: 30 })).toMatchObject({
      missing: ['singleParent', 'pregnant'],
      openBecause: ['facts', 'law', 'office'],
    })
  })

  it('does not miss a fact of an alternative that has already failed', () => {
    const condition: Condition = {
      any: [{ all: [pregnant, single] }, { all: [adult, { fact: 'kreis', in: ['06412'] }] }],
    }
    expect(verdict(condition, { pregnant: false })).toMatchObject({ missing: ['age', 'kreis'] })
  })

  it('waits for the office where the day of a known month decides', () => {
    const condition: Condition = { fact: 'arrivalDate', monthsAgo: { atLeast: 15 } }
    expect(verdict(condition, { arrivalDate: '2025-08' })).toMatchObject({
      missing: [],
      openBecause: ['office'],
    })
    expect(verdict(condition, {})).toMatchObject({ missing: ['arrivalDate'], openBecause: ['facts'] })
  })
})

/** Conditions that are over, or still to come. */
const outside: readonly Condition[] = [
  { ...pregnant, until: '2026-11-20' },
  { ...pregnant, from: '2026-11-22' },
  { all: [pregnant, adult], until: '2026-11-20' },
  { any: [pregnant, adult], from: '2026-11-22' },
  { not: { any: [pregnant], until: '2026-11-20' } },
]

describe('a condition that is not law today', () => {
  it('leaves the verdict to the law, and no answer can change that', () => {
    for (const condition of outside) {
      for (const facts of [{}, { pregnant: true, age: 30 }, { pregnant: false, age: 3 }]) {
        expect(verdict(condition, facts)).toMatchObject({
          verdict: 'undetermined',
          missing: [],
          openBecause: ['law'],
        })
      }
    }
  })

  it('is law on its first day and on its last', () => {
    for (const condition of [
      { ...pregnant, from: '2026-11-21' },
      { ...pregnant, until: '2026-11-21' },
    ]) {
      expect(verdict(condition, { pregnant: true }).verdict).toBe('eligible')
      expect(verdict(condition, { pregnant: false }).verdict).toBe('ineligible')
    }
  })

  it('does not hide that another requirement fails', () => {
    for (const condition of outside) {
      expect(verdict({ all: [condition, single] }, { singleParent: false }).verdict).toBe('ineligible')
    }
  })
})

describe('the reasons of a verdict', () => {
  it('are all met where it is eligible', () => {
    fc.assert(
      fc.property(arbitraryCase, given => {
        const found = judge(given)
        fc.pre(found.verdict === 'eligible')
        expect(found.reasons.length).toBeGreaterThan(0)
        expect(found.reasons.map(({ outcome }) => outcome)).toEqual(found.reasons.map(() => 'met'))
      }),
      runs,
    )
  })

  it('name a condition that fails where it is ineligible', () => {
    fc.assert(
      fc.property(arbitraryCase, given => {
        const found = judge(given)
        fc.pre(found.verdict === 'ineligible')
        expect(found.reasons.map(({ outcome }) => outcome)).toContain('failed')
      }),
      runs,
    )
  })

  it('name what is open where it is undetermined, and nothing that fails', () => {
    fc.assert(
      fc.property(arbitraryCase, given => {
        const found = judge({ ...given, condition: withoutDates(given.condition) })
        fc.pre(found.verdict === 'undetermined')
        const outcomes = found.reasons.map(({ outcome }) => outcome)
        expect(outcomes).toContain('unknown')
        expect(outcomes).not.toContain('failed')
      }),
      runs,
    )
  })

  it('name as open what is not law today, single tests and whole groups alike', () => {
    const facts = { pregnant: true, age: 3 }
    for (const condition of outside) {
      const outcomes = verdict({ all: [condition] }, facts).reasons.map(({ outcome }) => outcome)
      expect(outcomes).toContain('unknown')
      expect(outcomes).not.toContain('failed')
    }
  })

  it('rest on the answers that the person gave, and on no others', () => {
    fc.assert(
      fc.property(arbitraryCase, given => {
        const { facts } = given
        for (const { known, criterion } of judge(given).reasons) {
          for (const { fact, value } of known) expect(facts[fact]).toEqual(value)
          if (criterion.kind === 'leaf' && 'fact' in criterion.leaf) {
            const { fact } = criterion.leaf
            expect(known.map(entry => entry.fact)).toEqual(facts[fact] === undefined ? [] : [fact])
          }
        }
      }),
      runs,
    )
  })

  it('have a name each', () => {
    fc.assert(
      fc.property(arbitraryCase, given => {
        const found = judge(given)
        const ids = found.reasons.map(({ criterion }) => criterion.id)
        expect(new Set(ids).size).toBe(ids.length)
      }),
      runs,
    )
  })

  it('name every requirement, but of alternatives those that made the outcome', () => {
    const outcomes = (condition: Condition, facts: Facts) =>
      verdict(condition, facts).reasons.map(({ criterion, outcome }) => [criterion.id, outcome])
    const facts = { pregnant: true, singleParent: false, age: 30 }
    expect(outcomes({ all: [pregnant, single, adult] }, facts)).toEqual([
      ['0.0', 'met'],
      ['0.1', 'failed'],
      ['0.2', 'met'],
    ])
    expect(outcomes({ any: [pregnant, single, adult] }, facts)).toEqual([
      ['0.0', 'met'],
      ['0.2', 'met'],
    ])
    expect(outcomes({ all: [adult, { any: [single, pregnant] }] }, facts)).toEqual([
      ['0.0', 'met'],
      ['0.1.1', 'met'],
    ])
  })

  it('say that the opposite is asked for under a negation, and take the words of what is denied', () => {
    const [reason] = verdict({ not: { ...pregnant, source: 'law' } }, { pregnant: true }).reasons
    expect(reason).toMatchObject({
      criterion: { negated: true, source: 'law', leaf: { fact: 'pregnant', is: true } },
      outcome: 'failed',
    })
    expect(verdict(pregnant, { pregnant: true }).reasons[0]?.criterion.negated).toBe(false)
    expect(verdict({ not: { not: pregnant } }, { pregnant: true }).reasons[0]?.criterion.negated).toBe(false)
  })

  it('name the source nearest to the condition', () => {
    const { reasons } = verdict(
      {
        all: [{ ...pregnant, source: 'own' }, { any: [single], source: 'group' }, { not: adult }],
        source: 'rule',
      },
      {},
    )
    expect(reasons.map(({ criterion }) => criterion.source)).toEqual(['own', 'group', 'rule'])
  })

  it('speak of a condition with a sentence of its own as a whole, with all that is known of it', () => {
    const { reasons } = verdict(
      { all: [pregnant, { not: { any: [single, adult], as: 'bothOfThem', until: '2026-12-31' } }] },
      {
        age: 30,
      },
    )
    expect(reasons.slice(1)).toEqual([
      {
        criterion: {
          id: '0.1',
          source: undefined,
          until: '2026-12-31',
          negated: true,
          kind: 'term',
          term: 'bothOfThem',
        },
        outcome: 'failed',
        facts: ['singleParent', 'age'],
        known: [{ fact: 'age', value: 30 }],
      },
    ])
  })
})

describe('the claim of a verdict', () => {
  const byRight: Condition = { ...pregnant, claim: 'entitlement' }
  const byDiscretion: Condition = { ...single, claim: 'discretion' }
  const claim = (condition: Condition, facts: Facts, offer: Claim) => verdict(condition, facts, offer).claim

  it("is the offer's where no branch sets another", () => {
    fc.assert(
      fc.property(
        arbitraryClaim,
        fc.array(arbitraryLeaf, { minLength: 1 }),
        somebody,
        (offer, leaves, facts) => {
          const plain = leaves.map(({ claim: _, ...leaf }) => leaf)
          expect(claim({ all: [adult, { any: plain }] }, facts, offer)).toBe(offer)
        },
      ),
    )
  })

  it('is that of the alternative which holds', () => {
    const either: Condition = { any: [byRight, byDiscretion] }
    expect(claim(either, { pregnant: true, singleParent: false }, 'open')).toBe('entitlement')
    expect(claim(either, { pregnant: false, singleParent: true }, 'open')).toBe('discretion')
    expect(claim(either, { singleParent: true }, 'open')).toBe('discretion')
  })

  it('is the strongest of the alternatives that hold, in whatever order they stand', () => {
    for (const any of [
      [byRight, byDiscretion],
      [byDiscretion, byRight],
    ]) {
      expect(claim({ any }, { pregnant: true, singleParent: true }, 'open')).toBe('entitlement')
    }
  })

  it('is the best that can still come while the verdict is open', () => {
    const either: Condition = { any: [byDiscretion, byRight] }
    expect(claim(either, {}, 'open')).toBe('entitlement')
    expect(claim(either, { pregnant: false }, 'open')).toBe('discretion')
  })

  it('is the weakest of what is required', () => {
    for (const all of [
      [byRight, byDiscretion],
      [byDiscretion, byRight],
    ]) {
      expect(claim({ all }, { pregnant: true, singleParent: true }, 'entitlement')).toBe('discretion')
    }
    expect(claim({ all: [byRight, adult] }, { pregnant: true, age: 30 }, 'open')).toBe('open')
  })

  it('goes down to the parts of a branch, where they set none themselves', () => {
    const branch: Condition = { all: [adult, { any: [pregnant, single] }], claim: 'discretion' }
    expect(claim({ any: [branch] }, { age: 30, pregnant: true }, 'entitlement')).toBe('discretion')
  })

  it('is one that the offer or a branch names', () => {
    const named = fc
      .tuple(arbitraryCondition, arbitraryClaim)
      .map(([condition, offer]) => ({ condition, offer }))
    fc.assert(
      fc.property(named, somebody, ({ condition, offer }, facts) => {
        expect([offer, ...claimsIn(condition)]).toContain(claim(condition, facts, offer))
      }),
      runs,
    )
  })
})

const claimsIn = (condition: Condition): readonly Claim[] => {
  if ('not' in condition) return claimsIn(condition.not)
  const own = condition.claim === undefined ? [] : [condition.claim]
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : []
  return [...own, ...parts.flatMap(claimsIn)]
}
