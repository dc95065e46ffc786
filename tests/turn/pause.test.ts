import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/dialogue/conversation.ts'
import { factNames } from '../../src/facts/schema.ts'
import { restsAfter } from '../../src/turn/pause.ts'

const answers = (count: number, more: Partial<Answer> = {}): readonly Answer[] =>
  factNames.slice(0, count).map(question => ({ question, value: null, because: 'unknown', ...more }))

describe('a long interview', () => {
  it('rests after every 16 questions, skipped ones among them, and at no other time', () => {
    const counts = Array.from({ length: factNames.length + 1 }, (_, count) => count)
    expect(counts.filter(count => restsAfter(answers(count)))).toEqual([16, 32])
  })

  it('does not count the choice of topics, nor what was volunteered', () => {
    expect(restsAfter([{ question: 'topics', value: ['family'] }, ...answers(15)])).toBe(false)
    expect(restsAfter([{ question: 'topics', value: ['family'] }, ...answers(16)])).toBe(true)
    expect(restsAfter(answers(16, { volunteered: true }))).toBe(false)
  })

  it('is brought to its rest by an answer, and not by taking one back or changing one', () => {
    expect(restsAfter(answers(16), answers(15))).toBe(true)
    expect(restsAfter(answers(16), answers(16))).toBe(false)
    expect(restsAfter(answers(16), answers(17))).toBe(false)
  })
})
