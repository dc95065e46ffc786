import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { isQuestionId } from '../../src/dialogue/question.ts'
import { topics } from '../../src/facts/topics.ts'
import { dangerKinds } from '../../src/search/danger.ts'

const sentences = z.array(z.string().min(1))
const question = z.string().refine(isQuestionId)
const value = z.union([z.boolean(), z.number(), z.string(), z.array(z.union([z.number(), z.string()]))])

/** What people write in one language, as it is tried: `tests/content/said/<language>.json`. */
const saidSchema = z.strictObject({
  /** In danger: short, misspelt, roundabout, for somebody else. */
  inDanger: z.record(z.enum(dangerKinds), sentences),
  /** What sounds like danger and is none. */
  inNoDanger: sentences,
  /** Of themselves: a sentence, topics that must be heard, and exactly the facts. */
  told: z.array(z.tuple([z.string(), z.array(z.enum(topics)), z.record(question, value)])),
  /** Of somebody else, as a wish, a question or a doubt: no fact must be heard. */
  traps: sentences,
  /** In answer to a question: the question, what is written, and what must be understood. */
  answers: z.array(z.tuple([question, z.string(), value])),
})

/** What is tried in a language; a form of a language (`de-simple`) hears with the language itself. */
export function saidIn(lang: string): z.infer<typeof saidSchema> {
  const [base = lang] = lang.split('-')
  const file = [lang, base].map(code => `tests/content/said/${code}.json`).find(existsSync)
  if (!file) throw new Error(`tests/content/said/${lang}.json is missing: what do people write in ${lang}?`)
  return saidSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
}
