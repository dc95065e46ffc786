import type { Day } from '../facts/day.ts'
import type { FactName, Facts } from '../facts/schema.ts'
import { topics as allTopics, type Topic } from '../facts/topics.ts'
import { type Answer, chosenTopics, factsOf } from './conversation.ts'
import type { Flow } from './flow.ts'
import type { QuestionId } from './question.ts'

/**
 * The dialogues: one flow a topic, in the order in which those are walked that somebody chose, and what is asked last in
 * any case.
 */
export interface Flows {
  readonly byTopic: { readonly [T in Topic]?: Flow }
  readonly last: Flow
}

/** Where a conversation stands: derived from its answers, never stored. */
export interface Position {
  /** The answers that still apply, in the order in which they were given. */
  readonly answers: readonly Answer[]
  /** The topics chosen; empty means that all count. */
  readonly topics: readonly Topic[]
  readonly facts: Facts
  /** The questions on the person's way that have no answer yet, in order; whether they matter is not looked at. */
  readonly ahead: readonly QuestionId[]
}

/** The topics that there are flows for. */
export const offeredTopics = (flows: Flows): readonly Topic[] =>
  allTopics.filter(topic => flows.byTopic[topic] !== undefined)

/** The flows to walk: those of the chosen topics, else all in the order in which the topics are offered. */
function waysOf(flows: Flows, topics: readonly Topic[]): readonly Flow[] {
  const chosen: ReadonlySet<string> = new Set(topics)
  const ways =
    topics.length > 0
      ? Object.entries(flows.byTopic).flatMap(([topic, flow]) => (chosen.has(topic) ? flow : []))
      : offeredTopics(flows).flatMap(topic => flows.byTopic[topic] ?? [])
  return [...ways, flows.last]
}

/**
 * Walks the flows with the answers given so far. Each guard sees only what was walked before it.
 * An answer that lies on no way any more drops out, unless the person volunteered it.
 */
export function replay(flows: Flows, answers: readonly Answer[], today: Day): Position {
  const offered = offeredTopics(flows)
  const topics = chosenTopics(answers, offered)
  const answered = new Map(answers.map(answer => [answer.question, answer]))
  const walked = new Set<QuestionId>(['topics'])
  const passed: Answer[] = []
  let known: Facts = {}
  const know = (fact: FactName): Facts => {
    const answer = answered.get(fact)
    if (answer && !walked.has(fact)) {
      passed.push(answer)
      known = factsOf(passed)
    }
    walked.add(fact)
    return known
  }
  const ahead: QuestionId[] = answered.has('topics') ? [] : ['topics']
  for (const flow of waysOf(flows, topics)) {
    for (const fact of flow.walk(know, today)) {
      if (!answered.has(fact) && !ahead.includes(fact)) ahead.push(fact)
    }
  }
  const kept = answers.filter(({ question, volunteered }) => volunteered || walked.has(question))
  return { answers: kept, topics, facts: factsOf(kept), ahead }
}
