import type { RuledOffer } from '../catalogue/offer.ts'
import {
  type AnswerValue,
  parseValue,
  type QuestionId,
  questionForm,
  questionOf,
} from '../dialogue/question.ts'
import type { Day } from '../facts/day.ts'
import type { Facts } from '../facts/schema.ts'
import type { Topic } from '../facts/topics.ts'
import type { Claim } from '../rules/condition.ts'
import { evaluate } from '../rules/evaluate.ts'
import { nextBestFacts } from '../rules/next-fact.ts'
import { outcomeOf } from '../rules/rule.ts'
import type { Outcome, Verdict } from '../rules/verdict.ts'
import { isInDanger } from '../turn/in-danger.ts'
import { type Judged, rank, rankOpen, rankRefused } from '../turn/rank.ts'
import type { World } from '../turn/world.ts'

/** Which offers a counsellor looks at; what is not named lets all through. */
export interface Choice {
  readonly topic?: Topic | undefined
  readonly claim?: Claim | undefined
  /** Ids that a search found. */
  readonly found?: ReadonlySet<string> | undefined
}

/** An offer whose verdict another fact has moved. */
export interface Move {
  readonly offer: RuledOffer
  readonly before: Verdict
  readonly after: Verdict
}

/** What an answer would make of the offers that hang on its question. */
export interface Effect {
  readonly value: AnswerValue
  readonly eligible: number
  readonly ineligible: number
  readonly undetermined: number
}

/** A question that is worth asking: how many offers hang on it, and what each answer would do; none where answers can't be counted up. */
export interface NextQuestion {
  readonly question: QuestionId
  readonly hanging: number
  readonly effects: readonly Effect[]
}

/** All that a counsellor sees of one person's facts: information, not a decision. */
export interface Desk {
  readonly eligible: readonly Judged[]
  readonly undetermined: readonly Judged[]
  readonly ineligible: readonly Judged[]
  /** What moved since the facts that were held; `undefined` while none are. */
  readonly moves: readonly Move[] | undefined
  /** The most telling first. */
  readonly next: readonly NextQuestion[]
}

/** How many questions are put forward. */
const mostQuestions = 3

/** Judges every offer of the choice by the facts; `held` are facts to compare with. */
export function deskOf(
  world: World,
  facts: Facts,
  choice: Choice,
  held: Facts | undefined,
  today: Day,
): Desk {
  const offers = world.offers.filter(offer => isChosen(offer, choice))
  const judged = offers
    .map((offer): Judged => ({ offer, verdict: evaluate(offer.rule, facts, today) }))
    .filter(({ verdict }) => choice.claim === undefined || verdict.claim === choice.claim)
  const of = (wanted: Verdict['verdict']) => judged.filter(({ verdict }) => verdict.verdict === wanted)
  const signs = { facts, topics: choice.topic === undefined ? [] : [choice.topic] }
  const undetermined = rankOpen(of('undetermined'), facts, today)
  return {
    eligible: rank(of('eligible'), signs, isInDanger(signs) ? world.dangerLines('violence') : [], today),
    undetermined,
    ineligible: rankRefused(of('ineligible')),
    moves: held && movesBetween(offers, held, facts, today),
    next: nextQuestions(undetermined, facts, today),
  }
}

const isChosen = (offer: RuledOffer, { topic, found }: Choice): boolean =>
  offer.status !== 'ended' &&
  (topic === undefined || offer.topics.includes(topic)) &&
  (found === undefined || found.has(offer.id))

function movesBetween(offers: readonly RuledOffer[], held: Facts, facts: Facts, today: Day): readonly Move[] {
  return offers.flatMap(offer => {
    if (outcomeOf(offer.rule, held, today) === outcomeOf(offer.rule, facts, today)) return []
    return [{ offer, before: evaluate(offer.rule, held, today), after: evaluate(offer.rule, facts, today) }]
  })
}

function nextQuestions(open: readonly Judged[], facts: Facts, today: Day): readonly NextQuestion[] {
  const lacking = open.flatMap(({ offer, verdict }) =>
    verdict.verdict === 'undetermined' ? [{ offer, missing: verdict.missing }] : [],
  )
  return nextBestFacts(lacking, mostQuestions).map(fact => {
    const question = questionOf(fact)
    const hanging = lacking.filter(({ missing }) => missing.some(lacked => questionOf(lacked) === question))
    const effects = valuesOf(question).map(value => {
      const outcomes = hanging.map(({ offer }) => outcomeOf(offer.rule, { ...facts, [fact]: value }, today))
      const count = (wanted: Outcome) => outcomes.filter(outcome => outcome === wanted).length
      return {
        value,
        eligible: count('met'),
        ineligible: count('failed'),
        undetermined: count('unknown'),
      }
    })
    return { question, hanging: hanging.length, effects }
  })
}

/** The answers to a question that can be counted up: each option, alone; of several that can be chosen, none of them too. */
function valuesOf(question: QuestionId): readonly AnswerValue[] {
  const { kind, options } = questionForm(question)
  const sent = kind === 'choices' ? [...options.map(option => [option]), []] : options
  return sent.map(option => parseValue(question, option)).filter(value => value !== undefined)
}
