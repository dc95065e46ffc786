import { describe, expect, it } from 'vitest'
import { residenceDetails } from '../../flows/residence.ts'
import { isQuestionId } from '../../src/dialogue/question.ts'
import { day } from '../../src/facts/day.ts'
import { topics } from '../../src/facts/topics.ts'
import { survey } from '../../src/rules/survey.ts'
import { classesOf, subjectOf, valuesAround } from '../support/equivalence.ts'
import { firstOf } from '../support/interview.ts'
import { laws } from '../support/interview-laws.ts'
import { covering } from '../support/pairwise.ts'
import { placesOfHesse } from '../support/places-of-hesse.ts'
import {
  type Changing,
  canHold,
  peopleOf,
  personOf,
  prove,
  sizesOf,
  transitionsOf,
} from '../support/proof.ts'
import { realContent } from '../support/service.ts'

const { world } = realContent()
const today = day('2026-11-25')
const setting = { today, places: placesOfHesse() }

/** Every sixth answer of an interview is changed once, others in others: so each question comes to each of its classes. */
const everySixth: Changing = (person, asked, values) =>
  asked % 6 === person % 6 ? values.slice(person % values.length, (person % values.length) + 1) : []

/** Both sides of every bound, every pair of answers to two questions, and the examples that stand beside the rules. */
const proofs = topics.map(topic => {
  const subject = subjectOf(world, [topic])
  const classes = valuesAround(subject, setting)
  const examples = subject.offers.flatMap(({ examples }) => examples.map(({ facts }) => personOf(facts)))
  const people = [...peopleOf(classes, covering(sizesOf(classes))), ...examples]
  return {
    topic,
    subject,
    people,
    proof: prove(world, subject, people, { classes, today, changing: everySixth }),
  }
})

const lawNames = Object.entries(laws)

describe.each(proofs)('the interviews about $topic', ({ topic, subject, people, proof }) => {
  it('come to an end for everybody', () => {
    expect(proof.interviews).toBe(people.length)
    expect(proof.changes).toBeGreaterThan(people.length / 4)
  })

  it.each(lawNames)('keep the law %s: %s', law => {
    expect(proof.breaches.filter(breach => breach.law === law).map(({ where }) => where)).toEqual([])
  })

  it('ask every question of the flow that can settle a rule; others are details of residence that topics share', () => {
    const read = new Set(subject.offers.flatMap(({ rule }) => survey(rule, {}, today).missing))
    const isLocal = subject.offers.some(offer => offer.isLocal)
    const needed = subject.questions.filter(fact => read.has(fact) || (fact === 'kreis' && isLocal))
    expect([...proof.asked].sort()).toEqual([...needed].sort())
    const shared = Object.keys(residenceDetails('done')).filter(isQuestionId)
    const own = subject.questions.filter(fact => fact !== 'kreis' && !shared.some(detail => detail === fact))
    expect(own.filter(fact => !read.has(fact))).toEqual([])
  })

  it('take every transition of the machine, and so visit every state', () => {
    const all = subject.flows.flatMap(transitionsOf)
    expect(new Set(all).size).toBe(all.length)
    expect(all.filter(transition => !proof.taken.has(transition))).toEqual([])
    expect([...proof.taken].filter(transition => !all.includes(transition))).toEqual([])
  })

  it('find somebody eligible for every offer that answers can grant, and leave the others to law or office alone', () => {
    const askable = new Set(subject.questions)
    const missed = subject.offers.flatMap(({ id, rule }) => {
      const isGrantable = canHold(rule.root, askable, today)
      const isReached = isGrantable ? proof.eligible.has(id) : proof.waiting.has(id)
      return isReached
        ? []
        : [`${topic}: ${id} is never ${isGrantable ? 'eligible' : 'left to law or office'}`]
    })
    expect(missed).toEqual([])
    const granted = subject.offers.filter(({ rule }) => canHold(rule.root, askable, today))
    expect([...proof.eligible].sort()).toEqual(granted.map(({ id }) => id).sort())
  })
})

describe('the interviews about two topics', () => {
  const pairs = topics.flatMap((first, at) => topics.slice(at + 1).map(second => [first, second] as const))
  /** A thin set: the rows of a covering array that bring most come first. */
  const rows = 16

  it.each(pairs)('keep the laws too: %s and %s', (...both) => {
    const subject = subjectOf(world, both)
    const classes = classesOf(subject, setting)
    const people = firstOf(peopleOf(classes, covering(sizesOf(classes))), rows)
    const proof = prove(world, subject, people, { classes, today, changing: everySixth })
    expect(proof.interviews).toBe(people.length)
    expect(proof.breaches).toEqual([])
  })
})
