import { describe, expect, it } from 'vitest'
import { day } from '../../src/facts/day.ts'
import { loadContent } from '../../src/server/content.ts'
import { interviewOf, median } from '../support/one-interview.ts'
import { type RealisticPerson, realisticPeople } from '../support/realistic-people.ts'

const { world } = loadContent('.')
const today = day('2026-11-25')
const people = realisticPeople(16)
const interviews = people.map(person => ({ person, ...interviewOf(world, person, today) }))
const aboutOne = interviews.filter(({ person }) => person.topics.length === 1)
/** Who seeks protection is not asked for more than help needs: a few offers stay open, and are found all the same. */
const isSpared = ({ topics }: RealisticPerson) => topics.includes('safety')
const spared = ['response-hessen', 'schwangere-in-not', 'inobhutnahme-unbegleitete-minderjaehrige']
const named = ({ person }: (typeof interviews)[number]) =>
  `${person.group} about ${person.topics.join(', ')}: ${JSON.stringify(person.facts)}`

describe('the interviews of realistic people', () => {
  it('are many, from every group and about every topic, a third of them about three topics or more', () => {
    expect(people.length).toBeGreaterThanOrEqual(200)
    expect(new Set(people.flatMap(({ topics }) => topics)).size).toBe(12)
    const many = people.filter(({ topics }) => topics.length >= 3).length
    expect(many / people.length).toBeGreaterThan(0.3)
    expect(many / people.length).toBeLessThan(0.4)
  })

  it('come to the verdicts that full knowledge gives, for everybody who is not spared questions', () => {
    const never = interviews.filter(({ reached, person }) => reached === undefined && !isSpared(person))
    expect(never.map(named)).toEqual([])
    expect(interviews.filter(({ person }) => isSpared(person)).length).toBeLessThan(interviews.length / 6)
  })

  it('need at most 8 questions to that about one topic, for at least half of the people', () => {
    const needed = aboutOne.map(({ reached }) => reached ?? Number.POSITIVE_INFINITY)
    expect(median(needed)).toBeLessThanOrEqual(8)
  })

  it('leave nothing open that a question on the person’s way could have settled', () => {
    const left = interviews.flatMap(({ person, end }) =>
      end.assessed.flatMap(({ offer, missing }) =>
        missing
          .filter(fact => !end.position.answers.some(({ question }) => question === fact))
          .filter(() => !(isSpared(person) && spared.includes(offer.id)))
          .map(fact => `${person.topics.join()}: ${offer.id} lacks ${fact}`),
      ),
    )
    expect([...new Set(left)]).toEqual([])
  })

  it('ask nothing that could not change anything: fewer questions than the flows hold', () => {
    const inFlowOrder = people.map(person =>
      interviewOf(world, person, today, ({ position }) => position.ahead[0]),
    )
    const saved = interviews.filter(
      ({ asked }, index) => asked.length < (inFlowOrder[index]?.asked.length ?? 0),
    )
    expect(saved.length / interviews.length).toBeGreaterThan(0.9)
    expect(inFlowOrder.map(({ end }) => end.assessed.map(({ outcome }) => outcome))).toEqual(
      interviews.map(({ end }) => end.assessed.map(({ outcome }) => outcome)),
    )
  })
})
