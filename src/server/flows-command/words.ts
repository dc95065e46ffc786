import type { FactName } from '../../facts/schema.ts'
import type { Topic } from '../../facts/topics.ts'
import { ruleAsSentence, ruleInWords } from '../../render/rule.ts'
import type { Condition } from '../../rules/condition.ts'
import { compile } from '../../rules/rule.ts'
import type { Content } from '../content.ts'

/** A condition in German words; `stress` marks "and" and "or". */
export function conditionInWords(
  { speeches, places }: Content,
  condition: Condition,
  stress: (word: string) => string,
): string {
  const speech = speeches.of('de')
  const { root } = compile(condition, 'open')
  return ruleAsSentence(speech, ruleInWords(speech, root, { sources: [] }, places.name), stress)
}

/** The German text of a question. */
export const questionText = ({ speeches }: Content, fact: FactName): string =>
  speeches.of('de').text(`questions:${fact}.text`)

/** Why a question is asked, in German. */
export const questionReason = ({ speeches }: Content, fact: FactName): string =>
  speeches.of('de').text(`questions:${fact}.why`)

/** A topic's name in German. */
export const topicName = ({ speeches }: Content, topic: Topic): string =>
  speeches.of('de').text(`questions:topics.options.${topic}`)
