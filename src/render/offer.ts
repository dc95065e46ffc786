import type { Contact, RuledOffer } from '../catalogue/offer.ts'
import type { OfficeKind } from '../catalogue/offices.ts'
import type { OfficeFinder } from '../catalogue/responsible.ts'
import type { Day } from '../facts/day.ts'
import type { Facts } from '../facts/schema.ts'
import type { Speech } from '../i18n/speech.ts'
import { isInForce, outcomeOf } from '../rules/rule.ts'
import type { Reason, Verdict } from '../rules/verdict.ts'
import type { Judged } from '../turn/rank.ts'
import { valueText } from './answer.ts'
import { criterionText } from './criterion.ts'
import type { BriefOfferMessage, OfferMessage } from './message.ts'

/** What rendering needs to know of places: their names, their offices and the Kreis's own web address. */
export interface PlaceNames {
  readonly name: (ags: string) => string
  /** The official web address of a Kreis or of a city with special status. */
  readonly website: (ags: string) => string | undefined
  readonly office: OfficeFinder
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
    ...risks(speech, offer, facts, today),
    provider: offer.provider,
    ...(offer.office !== undefined && { responsible: responsible(speech, offer.office, facts, places) }),
    area: typeof offer.area === 'string' ? offer.area : [...offer.area],
    cost: offer.cost,
    contacts: contactsFor(speech, offer, facts, places),
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
    ...(outcome === 'failed' && {
      instead: criterionText(speech, { ...criterion, negated: !criterion.negated }, places.name),
    }),
    ...(answer !== '' && { answer }),
  }
}

/** What a claim can mean for residence: only what may concern the person. */
function risks(speech: Speech, { riskNotes }: RuledOffer, facts: Facts, today: Day) {
  const mine = riskNotes.filter(({ rule }) => outcomeOf(rule, facts, today) !== 'failed')
  if (mine.length === 0) return {}
  return {
    risks: mine.map(({ name, tone, source }) => ({ tone, text: speech.text(`risks:${name}`), source })),
  }
}

/** The responsible office by its own name, or by its kind and the Kreis. */
function responsible(speech: Speech, kind: OfficeKind, facts: Facts, places: PlaceNames): string {
  const office = places.office(kind, facts)
  if (office?.state === 'unconfirmed') return `${office.name} (${speech.text('card.unconfirmed')})`
  if (office) return office.name
  const name = speech.text(`office.${kind}`)
  return facts.kreis === undefined ? name : `${name} · ${places.name(facts.gemeinde ?? facts.kreis)}`
}

/** The ways to reach somebody: those of the person's own municipality and Kreis first. */
export function contactsFor(
  speech: Speech,
  offer: RuledOffer,
  facts: Facts,
  places: PlaceNames,
): OfferMessage['contacts'] {
  const local = [facts.gemeinde, facts.kreis].flatMap(ags =>
    ags === undefined ? [] : (offer.regional[ags] ?? []),
  )
  return [...local, ...officeContacts(speech, offer, facts, places), ...offer.contacts].map(
    ({ kind, value, label }) => ({
      kind,
      value,
      label: label ?? (kind === 'url' ? new URL(value).hostname.replace(/^www\./, '') : value),
    }),
  )
}

/** The responsible office's own ways, else the Kreis's website under the office's name. */
function officeContacts(
  speech: Speech,
  { office: kind, area }: RuledOffer,
  facts: Facts,
  places: PlaceNames,
): readonly Omit<Contact, 'source'>[] {
  const office = kind && places.office(kind, facts)
  // Nobody is sent to an address or a number that no source confirms.
  if (office?.state === 'read' && (office.url !== undefined || office.phone !== undefined)) {
    const { name, url, phone } = office
    return [
      ...(phone === undefined ? [] : [{ kind: 'phone' as const, value: phone, label: national(phone) }]),
      ...(url === undefined ? [] : [{ kind: 'url' as const, value: url, label: name }]),
    ]
  }
  if (kind === undefined && area !== 'kreis') return []
  const isOfCity = facts.gemeinde !== undefined && office?.area.includes(facts.gemeinde) === true
  const place = isOfCity ? facts.gemeinde : facts.kreis
  const website = place === undefined ? undefined : places.website(place)
  if (place === undefined || website === undefined) return []
  const label = kind === undefined ? places.name(place) : responsible(speech, kind, facts, places)
  return [{ kind: 'url', value: website, label }]
}

/** A number as it is dialled within Germany. */
const national = (phone: string): string => phone.replace(/^\+49/, '0')
