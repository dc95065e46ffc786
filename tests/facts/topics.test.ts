import { expect, it } from 'vitest'
import { topicSchema, topics } from '../../src/facts/topics.ts'
import { contractTopics } from '../support/contract-facts.ts'

it('holds every topic of the public interface, once', () => {
  expect(topics).toEqual(expect.arrayContaining([...contractTopics]))
  expect(new Set(topics).size).toBe(topics.length)
})

it('takes the topics and no other word', () => {
  expect(contractTopics.filter(topic => !topicSchema.safeParse(topic).success)).toEqual([])
  expect(['Family', 'geld', '', 'topics', null].filter(word => topicSchema.safeParse(word).success)).toEqual(
    [],
  )
})
