import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factGroups } from '../../flows/groups.ts'
import { deskOf } from '../../src/counsel/desk.ts'
import { dayInHesse } from '../../src/facts/day.ts'
import { factNames } from '../../src/facts/schema.ts'
import { topics } from '../../src/facts/topics.ts'
import { evaluate } from '../../src/rules/evaluate.ts'
import { arbitraryFacts } from '../support/arbitrary-facts.ts'
import { noon, realContent } from '../support/service.ts'

const { world } = realContent()
const today = dayInHesse(noon)
const few = { numRuns: 30 }
const namesIn = (judged: readonly { readonly offer: { readonly id: string } }[]) =>
  judged.map(({ offer }) => offer.id)

describe('the desk', () => {
  it('judges every offer that is there, each once, as its rule does', () => {
    fc.assert(
      fc.property(arbitraryFacts(), facts => {
        const desk = deskOf(world, facts, {}, undefined, today)
        for (const verdict of ['eligible', 'undetermined', 'ineligible'] as const)
          expect(namesIn(desk[verdict]).sort()).toEqual(
            world.offers
              .filter(
                ({ status, rule }) => status !== 'ended' && evaluate(rule, facts, today).verdict === verdict,
              )
              .map(({ id }) => id)
              .sort(),
          )
      }),
      few,
    )
  })

  it('shows of a topic, a kind of claim or a search what belongs to it, and nothing else', () => {
    fc.assert(
      fc.property(
        arbitraryFacts(),
        fc.constantFrom(...topics),
        fc.constantFrom('entitlement' as const, 'discretion' as const, 'open' as const),
        fc.subarray(world.offers.map(({ id }) => id)),
        (facts, topic, claim, ids) => {
          const found = new Set(ids)
          const desk = deskOf(world, facts, { topic, claim, found }, undefined, today)
          const shown = [...desk.eligible, ...desk.undetermined, ...desk.ineligible]
          const whole = deskOf(world, facts, {}, undefined, today)
          const all = [...whole.eligible, ...whole.undetermined, ...whole.ineligible]
          expect(namesIn(shown).sort()).toEqual(
            namesIn(
              all.filter(
                ({ offer, verdict }) =>
                  offer.topics.includes(topic) && verdict.claim === claim && found.has(offer.id),
              ),
            ).sort(),
          )
        },
      ),
      few,
    )
  })

  it('tells which verdicts other facts move, and no others', () => {
    fc.assert(
      fc.property(arbitraryFacts(), arbitraryFacts(), (held, facts) => {
        const { moves = [] } = deskOf(world, facts, {}, held, today)
        const verdictOf = (id: string, of: typeof facts) => {
          const offer = world.offer(id)
          return offer && evaluate(offer.rule, of, today).verdict
        }
        for (const { offer, before, after } of moves) {
          expect(before.verdict).not.toBe(after.verdict)
          expect([before.verdict, after.verdict]).toEqual([
            verdictOf(offer.id, held),
            verdictOf(offer.id, facts),
          ])
        }
        const moved = new Set(namesIn(moves))
        for (const { id, status } of world.offers)
          if (status !== 'ended' && !moved.has(id)) expect(verdictOf(id, held)).toBe(verdictOf(id, facts))
      }),
      few,
    )
  })

  it('moves nothing where nothing changed', () => {
    fc.assert(
      fc.property(arbitraryFacts(), facts => {
        expect(deskOf(world, facts, {}, facts, today).moves).toEqual([])
        expect(deskOf(world, facts, {}, undefined, today).moves).toBeUndefined()
      }),
      few,
    )
  })

  it('promises of a question what comes true when its answer is given', () => {
    fc.assert(
      fc.property(arbitraryFacts(), facts => {
        const before = deskOf(world, facts, {}, undefined, today)
        for (const { question, hanging, effects } of before.next) {
          expect(hanging).toBeGreaterThan(0)
          for (const { value, eligible, ineligible, undetermined } of effects) {
            expect(eligible + ineligible + undetermined).toBe(hanging)
            const after = deskOf(world, { ...facts, [question]: value }, {}, undefined, today)
            expect(after.eligible.length).toBe(before.eligible.length + eligible)
            expect(after.ineligible.length).toBe(before.ineligible.length + ineligible)
          }
        }
      }),
      few,
    )
  })

  it('asks for nothing where nothing is open for want of facts', () => {
    fc.assert(
      fc.property(arbitraryFacts(), facts => {
        const { next, undetermined } = deskOf(world, facts, {}, undefined, today)
        const lacking = undetermined.some(
          ({ verdict }) => verdict.verdict === 'undetermined' && verdict.missing.length > 0,
        )
        expect(next.length > 0).toBe(lacking)
      }),
      few,
    )
  })
})

describe('the groups of facts', () => {
  it('hold every fact once; the municipality comes with the place', () => {
    const grouped = factGroups.flatMap(({ facts }) => facts)
    expect([...grouped].sort()).toEqual(factNames.filter(fact => fact !== 'gemeinde').sort())
  })
})
