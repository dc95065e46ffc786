import type { Contact, RuledOffer } from '../catalogue/offer.ts'
import type { Day } from '../facts/day.ts'
import type { Facts } from '../facts/schema.ts'
import type { Speech } from '../i18n/speech.ts'
import { isInForce } from '../rules/rule.ts'
import type { Reason, Verdict } from '../rules/verdict.ts'
import type { Judged } from '../turn/rank.ts'
import { valueText } from './answer.ts'
import { criterionText } from './criterion.ts'
import type { BriefOfferMessage, OfferMessage } from './message.ts'

/** What rendering needs to know of places: their names, and the Kreis's own web address. */
export interface PlaceNames {
  readonly name: (ags: string) => string
  readonly office: (kreis: string) => { readonly name: string; readonly website: string } | undefined
}

/** An offer in brief, in words. */
export function briefOffer(speech: Speech, { offer, verdict }: Judged): BriefOfferMessage {
  return {
    id: offer.id,
    verdict: verdict.verdict,
    title: speech.text(`offers:${offer.id}.title`),
    titleDe: offer.titleDe,
    claim: verdict.claim,
    ...(verdict.verdict === 'undetermined' && { openBecause: [...verdict.openBecause] }),
  }
}

/** An offer with everything, in words; with its verdict where one is given. */
export function wholeOffer(
  speech: Speech,
  offer: RuledOffer,
  verdict: Verdict | undefined,
  facts: Facts,
  places: PlaceNames,
  today: Day,
): OfferMessage {
  const text = (name: string) => speech.text(`offers:${offer.id}.${name}`)
  const notes = offer.notes.filter(({ from, until }) => isInForce(from, until, today))
  return {
    id: offer.id,
    title: text('title'),
    titleDe: offer.titleDe,
    summary: text('summary'),
    nextStep: text('nextStep'),
    topics: [...offer.topics],
    claim: verdict?.claim ?? offer.claim,
    ...(notes.length > 0 && { notes: notes.map(({ id }) => text(`notes.${id}`)) }),
    ...(verdict && judgement(speech, offer, verdict, places)),
    provider: offer.provider,
    area: typeof offer.area === 'string' ? offer.area : [...offer.area],
    cost: offer.cost,
    contacts: contactsFor(offer, facts, places),
    ...(offer.documents.length > 0 && {
      documents: offer.documents.map(key => speech.text(`documents:${key}`)),
    }),
    sources: offer.sources.map(({ title, url, checked, state }) => ({
      title,
      url,
      checked,
      ...(state === 'unconfirmed' && { unconfirmed: true as const }),
    })),
    status: offer.status,
    ...(offer.successor !== undefined && { successor: offer.successor }),
    translation: speech.state,
  }
}

function judgement(speech: Speech, offer: RuledOffer, verdict: Verdict, places: PlaceNames) {
  return {
    verdict: verdict.verdict,
    ...(verdict.verdict === 'undetermined' && {
      openBecause: [...verdict.openBecause],
      missing: [...verdict.missing],
    }),
    reasons: verdict.reasons.map(reason => reasonMessage(speech, offer, reason, places)),
  }
}

function reasonMessage(
  speech: Speech,
  offer: RuledOffer,
  { criterion, outcome, known }: Reason,
  places: PlaceNames,
) {
  const source = offer.sources.find(({ id }) => id === criterion.source)
  const answer = known.map(({ fact, value }) => valueText(speech, fact, value, places.name)).join(', ')
  return {
    criterion: criterion.id,
    outcome,
    text: criterionText(speech, criterion, places.name),
    source: source?.title ?? '',
    ...(answer !== '' && { answer }),
  }
}

/** The ways to reach somebody: those of the person's own municipality and Kreis first. */
export function contactsFor(offer: RuledOffer, facts: Facts, places: PlaceNames): OfferMessage['contacts'] {
  const local = [facts.gemeinde, facts.kreis].flatMap(ags =>
    ags === undefined ? [] : (offer.regional[ags] ?? []),
  )
  const office = facts.kreis === undefined ? undefined : places.office(facts.kreis)
  const ofKreis: readonly Omit<Contact, 'source'>[] =
    office && offer.area === 'kreis' ? [{ kind: 'url', value: office.website, label: office.name }] : []
  return [...local, ...ofKreis, ...offer.contacts].map(({ kind, value, label }) => ({
    kind,
    value,
    label: label ?? (kind === 'url' ? new URL(value).hostname.replace(/^www\./, '') : value),
  }))
}
