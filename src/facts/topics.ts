import { z } from 'zod'

/** The situations of life by which offers and dialogues are grouped (public interface). */
export const topics = [
  'arrival',
  'german',
  'family',
  'work',
  'training',
  'money',
  'housing',
  'legal',
  'safety',
  'discrimination',
  'health',
  'disability',
] as const

export type Topic = (typeof topics)[number]
export const topicSchema = z.enum(topics)
