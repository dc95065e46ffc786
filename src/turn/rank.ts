import type { RuledOffer, Urgency } from '../catalogue/offer.ts'
import type { Day } from '../facts/day.ts'
import type { Facts } from '../facts/schema.ts'
import type { Claim } from '../rules/condition.ts'
import { outcomeOf } from '../rules/rule.ts'
import type { Verdict } from '../rules/verdict.ts'
import { isInDanger, type Signs } from './in-danger.ts'

/** An offer with what its rule says of the person. */
export interface Judged {
  readonly offer: RuledOffer
  readonly verdict: Verdict
}

const urgencies: { readonly [U in Urgency]: number } = { danger: 3, existence: 2, high: 1, normal: 0 }
const claims: { readonly [C in Claim]: number } = { entitlement: 2, discretion: 1, open: 0 }

/**
 * What the person gets already comes last, before it what surely touches their residence. Else the most pressing and most helpful first: the help lines of a danger in
 * their own order, what is made for some people before what is for everybody, urgency, then firmness of the claim, then
 * how closely the offer is made for this person, then the name. Emergency lines lead only where there are signs of
 * danger.
 */
export function rank(
  judged: readonly Judged[],
  signs: Signs,
  lines: readonly string[],
  today: Day,
): readonly Judged[] {
  const { facts } = signs
  const isDanger = isInDanger(signs)
  const urgency = ({ offer }: Judged) =>
    offer.urgency === 'danger' && !isDanger ? urgencies.normal : urgencies[offer.urgency]
  const closeness = ({ verdict }: Judged) => verdict.reasons.filter(({ outcome }) => outcome === 'met').length
  const isReceived = ({ offer: { benefit } }: Judged) =>
    benefit !== undefined && facts.benefitsReceived?.includes(benefit) === true
  const isForEverybody = ({ offer }: Judged) => offer.rule.facts.length === 0
  const line = ({ offer }: Judged) => (lines.includes(offer.id) ? lines.indexOf(offer.id) : lines.length)
  return [...judged].sort(
    (a, b) =>
      Number(isReceived(a)) - Number(isReceived(b)) ||
      Number(isRisky(a, facts, today)) - Number(isRisky(b, facts, today)) ||
      line(a) - line(b) ||
      Number(isForEverybody(a)) - Number(isForEverybody(b)) ||
      urgency(b) - urgency(a) ||
      claims[b.verdict.claim] - claims[a.verdict.claim] ||
      closeness(b) - closeness(a) ||
      a.offer.id.localeCompare(b.offer.id),
  )
}

/** Whether asking for an offer surely touches the person's residence: independent advice comes before it. */
const isRisky = ({ offer: { riskNotes } }: Judged, facts: Facts, today: Day): boolean =>
  riskNotes.some(({ tone, rule }) => tone === 'care' && outcomeOf(rule, facts, today) === 'met')

/**
 * Open offers: those that wait for the office alone first, then those that lack the fewest facts. What surely touches the
 * person's residence comes last among its like.
 */
export function rankOpen(judged: readonly Judged[], facts: Facts, today: Day): readonly Judged[] {
  const lacking = ({ verdict }: Judged) => (verdict.verdict === 'undetermined' ? verdict.missing.length : 0)
  return [...judged].sort(
    (a, b) =>
      lacking(a) - lacking(b) ||
      Number(isRisky(a, facts, today)) - Number(isRisky(b, facts, today)) ||
      urgencies[b.offer.urgency] - urgencies[a.offer.urgency] ||
      a.offer.id.localeCompare(b.offer.id),
  )
}

/** Refused offers: those that one criterion alone refuses first, for there a wrong answer costs most. */
export function rankRefused(judged: readonly Judged[]): readonly Judged[] {
  const against = ({ verdict }: Judged) =>
    verdict.reasons.filter(({ outcome }) => outcome === 'failed').length
  return [...judged].sort(
    (a, b) =>
      against(a) - against(b) ||
      urgencies[b.offer.urgency] - urgencies[a.offer.urgency] ||
      a.offer.id.localeCompare(b.offer.id),
  )
}

/** Offers by what they are worth before anything is decided: the most pressing, then the firmest claim. */
export function rankByUrgency(offers: readonly RuledOffer[]): readonly RuledOffer[] {
  return [...offers].sort(
    (a, b) =>
      urgencies[b.urgency] - urgencies[a.urgency] ||
      claims[b.claim] - claims[a.claim] ||
      a.id.localeCompare(b.id),
  )
}
