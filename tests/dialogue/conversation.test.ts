import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flows } from '../../flows/index.ts'
import { type Answer, chosenTopics, factsOf } from '../../src/dialogue/conversation.ts'
import { factsSchema } from '../../src/facts/schema.ts'
import { arbitraryAnswers } from '../support/interview.ts'

describe('the facts of a conversation', () => {
  it('are the answers that have a value', () => {
    const answers: readonly Answer[] = [
      { question: 'age', value: 34 },
      { question: 'pregnant', value: null, because: 'refused' },
      { question: 'childrenAges', value: [] },
      { question: 'singleParent', value: false, volunteered: true },
      { question: 'germanLevel', value: null },
    ]
    expect(factsOf(answers)).toEqual({ age: 34, childrenAges: [], singleParent: false })
  })

  it('do not hold the topics, which say nothing about the person', () => {
    expect(factsOf([{ question: 'topics', value: ['family'] }])).toEqual({})
  })

  it('hold the Kreis of a municipality beside it', () => {
    expect(factsOf([{ question: 'kreis', value: '06531005' }])).toEqual({
      kreis: '06531',
      gemeinde: '06531005',
    })
    expect(factsOf([{ question: 'kreis', value: '06531' }])).toEqual({ kreis: '06531' })
  })

  it('are facts that the schema takes, and the same in whatever order they were given', () => {
    const shuffled = arbitraryAnswers(flows).chain(answers =>
      fc.tuple(fc.constant(answers), fc.shuffledSubarray([...answers], { minLength: answers.length })),
    )
    fc.assert(
      fc.property(shuffled, ([answers, otherwise]) => {
        // A municipality said for itself may lie elsewhere: its question is the place.
        const one = (list: readonly Answer[]) =>
          factsOf(list.filter(({ question }) => question !== 'gemeinde'))
        expect(factsSchema.safeParse(one(answers)).success).toBe(true)
        expect(one(otherwise)).toEqual(one(answers))
      }),
    )
  })
})

describe('the topics chosen', () => {
  const offered = ['arrival', 'german', 'family'] as const

  it('are those that are offered, in the order in which they are offered', () => {
    expect(chosenTopics([{ question: 'topics', value: ['family', 'arrival'] }], offered)).toEqual([
      'arrival',
      'family',
    ])
    expect(chosenTopics([{ question: 'topics', value: ['money', 'german'] }], offered)).toEqual(['german'])
  })

  it('are none where the person did not choose', () => {
    const unsaid: readonly (readonly Answer[])[] = [
      [],
      [{ question: 'age', value: 34 }],
      [{ question: 'topics', value: null, because: 'unknown' }],
      [{ question: 'topics', value: [] }],
    ]
    for (const answers of unsaid) expect(chosenTopics(answers, offered)).toEqual([])
  })
})
