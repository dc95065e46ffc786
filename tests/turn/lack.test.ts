import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/dialogue/conversation.ts'
import { replay } from '../../src/dialogue/replay.ts'
import { day } from '../../src/facts/day.ts'
import { lackOf } from '../../src/turn/lack.ts'
import { realContent } from '../support/service.ts'

const { world } = realContent()
const positionOf = (...answers: readonly Answer[]) =>
  replay(world.flows, [{ question: 'topics', value: ['family'] }, ...answers], day('2026-11-25'))

describe('a fact that is not known', () => {
  it('was not asked for yet, while its question lies ahead', () => {
    expect(lackOf(positionOf(), 'childrenAges')).toBe('notAsked')
    expect(lackOf(positionOf(), 'singleParent')).toBe('notAsked')
  })

  it('is unknown to the person, or the person would rather not say it: two things', () => {
    const position = positionOf(
      { question: 'childrenAges', value: null, because: 'unknown' },
      { question: 'pregnant', value: null, because: 'refused' },
    )
    expect(lackOf(position, 'childrenAges')).toBe('unknown')
    expect(lackOf(position, 'pregnant')).toBe('refused')
  })

  it('does not apply where the flow leads past its question', () => {
    const position = positionOf({ question: 'childrenAges', value: [] })
    expect(lackOf(position, 'singleParent')).toBe('notApplicable')
    expect(lackOf(position, 'childWithDisability')).toBe('notApplicable')
  })

  it('is the question for the place where it is the municipality', () => {
    expect(lackOf(positionOf(), 'gemeinde')).toBe('notAsked')
    expect(lackOf(positionOf({ question: 'kreis', value: null, because: 'refused' }), 'gemeinde')).toBe(
      'refused',
    )
  })
})
