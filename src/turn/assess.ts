import type { RuledOffer } from '../catalogue/offer.ts'
import type { QuestionId } from '../dialogue/question.ts'
import type { Position } from '../dialogue/replay.ts'
import type { Day } from '../facts/day.ts'
import type { FactName, Facts } from '../facts/schema.ts'
import type { Topic } from '../facts/topics.ts'
import { type Survey, survey } from '../rules/survey.ts'
import type { Outcome } from '../rules/verdict.ts'

/** An offer that matters to a person, with its bare outcome and what it lacks. */
export interface Assessed extends Survey {
  readonly offer: RuledOffer
}

/** How many offers stand where. */
export interface Counts {
  readonly eligible: number
  readonly undetermined: number
  readonly ineligible: number
}

/**
 * The offers that matter (of the chosen topics, or all; ended ones never), each with its outcome.
 * `left` are facts that the person left open: what only matters together with them is not lacking.
 */
export function assess(
  offers: readonly RuledOffer[],
  topics: readonly Topic[],
  facts: Facts,
  today: Day,
  left: ReadonlySet<FactName> = new Set(),
): readonly Assessed[] {
  const assessed: Assessed[] = []
  for (const offer of offers) {
    if (offer.status === 'ended') continue
    if (topics.length > 0 && !offer.topics.some(topic => topics.includes(topic))) continue
    const { outcome, missing } = survey(offer.rule, facts, today, left)
    assessed.push({ offer, outcome, missing })
  }
  return assessed
}

/** How the offers are spread over the three verdicts. */
export function count(assessed: readonly Assessed[]): Counts {
  const of = (wanted: Outcome) => assessed.reduce((sum, { outcome }) => sum + (outcome === wanted ? 1 : 0), 0)
  return { eligible: of('met'), undetermined: of('unknown'), ineligible: of('failed') }
}

/** The questions ahead whose answers can still change something for this person, in the flows' order. */
export function relevantQuestions({ ahead }: Position, assessed: readonly Assessed[]): readonly QuestionId[] {
  const missing = new Set<QuestionId>(['topics'])
  for (const { offer, outcome, missing: lacking } of assessed) {
    for (const fact of lacking) missing.add(fact)
    // The place decides which office is named, even where it decides no verdict.
    if (outcome !== 'failed' && offer.isLocal) missing.add('kreis')
  }
  return ahead.filter(question => missing.has(question))
}
