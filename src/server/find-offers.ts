import type { RuledOffer } from '../catalogue/offer.ts'
import type { Day } from '../facts/day.ts'
import { factsOfPlace } from '../facts/places.ts'
import type { FactName, Facts } from '../facts/schema.ts'
import type { Topic } from '../facts/topics.ts'
import { evaluate } from '../rules/evaluate.ts'
import { nextBestFacts } from '../rules/next-fact.ts'
import type { Danger } from '../turn/world.ts'
import type { Content } from './content.ts'

/** What somebody looks for, and where. */
export interface Wish {
  readonly query: string
  /** The language of the page. */
  readonly lang: string
  readonly topic?: Topic | undefined
  /** What is known of where the person lives; a place in the query says it where this does not. */
  readonly facts: Facts
  readonly limit: number
}

/** An offer that was found; `score` is 0 to 1. */
export interface FoundOffer {
  readonly offer: RuledOffer
  readonly score: number
}

/** What a search comes to. */
export interface Outcome {
  readonly found: readonly FoundOffer[]
  readonly danger: Danger | undefined
  /** Whether the first offers plainly are what was looked for; else they are what may have been meant. */
  readonly isSure: boolean
  /** The query as it was read, where words were put right. */
  readonly meant: string | undefined
  /** Where the person lives, as far as the query or the page said it. */
  readonly facts: Facts
  /** The facts whose answers tell most about the offers found, the best first. */
  readonly nextFacts: readonly FactName[]
}

/** So many questions are proposed after a search. */
const mostQuestions = 2
/** Offers looked at to find these. */
const mostAsked = 10
/** What is added to the score of an offer that is there for the person's Kreis alone. */
const nearby = 0.05
/** So much of its score an offer keeps that has ended. */
const endedShare = 0.6

/** Finds offers for what somebody typed: danger first, then what fits, of the person's own Kreis before others. */
export function findOffers(
  content: Content,
  { query, lang, topic, facts, limit }: Wish,
  today: Day,
): Outcome {
  const { world } = content
  const danger = world.danger(query)
  const { findings, ags } = content.search(query, lang)
  const here = facts.kreis === undefined && ags !== undefined ? factsOfPlace(ags) : facts
  const urgent = (danger?.offers ?? [])
    .flatMap(id => world.offer(id) ?? [])
    .map(offer => ({ offer, score: 1 }))
  const others = findings.hits
    .flatMap(({ offer: id, score }) => {
      const offer = world.offer(id)
      return offer && !danger?.offers.includes(id) ? [{ offer, score: weighed(offer, score, here) }] : []
    })
    .filter(({ offer }) => (topic === undefined || offer.topics.includes(topic)) && isThere(offer, here))
    .sort((a, b) => b.score - a.score)
  const found = [...urgent, ...afterSuccessors(others, world.offer)].slice(0, limit)
  return {
    found,
    danger,
    isSure: findings.isSure,
    meant: findings.meant,
    facts: here,
    nextFacts: nextFacts(found.slice(0, mostAsked), here, today),
  }
}

/** Whether an offer is there for people of a place, as far as that is known. */
export const isThere = ({ area }: RuledOffer, { kreis, gemeinde }: Facts): boolean =>
  typeof area === 'string' || kreis === undefined || area.some(ags => ags === kreis || ags === gemeinde)

function weighed(offer: RuledOffer, score: number, facts: Facts): number {
  const isNear = typeof offer.area !== 'string' && facts.kreis !== undefined && isThere(offer, facts)
  return Math.min(1, (score + (isNear ? nearby : 0)) * (offer.status === 'ended' ? endedShare : 1))
}

/** Puts the successor of an offer that has ended before it, whether the search found it or not. */
function afterSuccessors(
  found: readonly FoundOffer[],
  offerOf: (id: string) => RuledOffer | undefined,
): readonly FoundOffer[] {
  const put = new Set<string>()
  return found.flatMap(item => {
    const next =
      item.offer.status === 'ended' && item.offer.successor ? offerOf(item.offer.successor) : undefined
    const both = next
      ? [found.find(({ offer }) => offer.id === next.id) ?? { offer: next, score: item.score }, item]
      : [item]
    return both.filter(({ offer }) => !put.has(offer.id) && put.add(offer.id))
  })
}

function nextFacts(found: readonly FoundOffer[], facts: Facts, today: Day): readonly FactName[] {
  const open = found.flatMap(({ offer }) => {
    const verdict = evaluate(offer.rule, facts, today)
    return verdict.verdict === 'undetermined' && offer.status !== 'ended'
      ? [{ missing: verdict.missing }]
      : []
  })
  return nextBestFacts(open, mostQuestions)
}
