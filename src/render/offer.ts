import type { Contact, RuledOffer } from '../catalogue/offer.ts'
import type { ResponsibleFinder } from '../catalogue/responsible.ts'
import { type QuestionId, questionOf } from '../dialogue/question.ts'
import type { Day } from '../facts/day.ts'
import type { Facts } from '../facts/schema.ts'
import type { Speech } from '../i18n/speech.ts'
import { isInForce, outcomeOf } from '../rules/rule.ts'
import type { Reason, Verdict } from '../rules/verdict.ts'
import type { Judged } from '../turn/rank.ts'
import type { ShownOffer, Turn } from '../turn/turn.ts'
import { valueText } from './answer.ts'
import { criterionText } from './criterion.ts'
import type { BriefOfferMessage, OfferMessage } from './message.ts'

/** What rendering needs to know of places: their names, their offices and the Kreis's own web address. */
export interface PlaceNames {
  readonly name: (ags: string) => string
  /** The official web address of a Kreis or of a city with special status. */
  readonly website: (ags: string) => string | undefined
  readonly responsible: ResponsibleFinder
  /** Who helps on the spot, the person's own municipality first; where nobody is asked for, everywhere. */
  readonly local?: (offer: RuledOffer, facts: Facts | undefined) => readonly LocalHelp[]
}

/** A contact that the town names itself. */
export interface LocalHelp extends LocalWays {
  readonly name: string
  /** AGS of the municipality or Kreis. */
  readonly place: string
  /** Opening hours by language, German always among them. */
  readonly hours?: { readonly [lang: string]: string }
  /** Codes of the languages that are spoken there. */
  readonly languages?: readonly string[]
  /** ISO date on which somebody last checked it. */
  readonly checked: string
}

type LocalWays = { readonly [K in Contact['kind']]?: string }

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

/** An offer of a conversation with everything, in words: its reasons lead back to the person's own answers. */
export const shownOffer = (
  speech: Speech,
  { offer, verdict, lacks }: ShownOffer,
  { facts, today, answered }: Pick<Turn, 'facts' | 'today' | 'answered'>,
  places: PlaceNames,
): OfferMessage => wholeOffer(speech, offer, verdict, facts, places, today, { answered, lacks })

/** What is known of how the person came to what they said. */
interface Told {
  /** The questions that have an answer, left open or not. */
  readonly answered: ReadonlySet<QuestionId>
  readonly lacks: ShownOffer['lacks']
}

/** An offer with everything, in words; with its verdict where one is given. */
export function wholeOffer(
  speech: Speech,
  offer: RuledOffer,
  verdict: Verdict | undefined,
  facts: Facts,
  places: PlaceNames,
  today: Day,
  told?: Told,
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
    ...(verdict && judgement(speech, offer, verdict, places, told)),
    ...risks(speech, offer, facts, today),
    provider: offer.provider,
    ...responsible(offer, facts, places),
    area: typeof offer.area === 'string' ? offer.area : [...offer.area],
    cost: offer.cost,
    ...reachedBy(speech, offer, facts, places, verdict !== undefined || facts.kreis !== undefined),
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
    translation: speech.stateOf(`offers:${offer.id}`),
  }
}

function judgement(
  speech: Speech,
  offer: RuledOffer,
  verdict: Verdict,
  places: PlaceNames,
  told: Told | undefined,
) {
  return {
    verdict: verdict.verdict,
    ...(verdict.verdict === 'undetermined' && {
      openBecause: [...verdict.openBecause],
      missing: [...verdict.missing],
    }),
    reasons: verdict.reasons.map(reason => reasonMessage(speech, offer, reason, places, told)),
  }
}

function reasonMessage(
  speech: Speech,
  offer: RuledOffer,
  { criterion, outcome, facts, known }: Reason,
  places: PlaceNames,
  told: Told | undefined,
) {
  const source = offer.sources.find(({ id }) => id === criterion.source)
  const questions = [...new Set(facts.map(questionOf))]
  const question = questions.find(id => told?.answered.has(id))
  const left = told?.lacks.find(({ question }) => questions.includes(question))
  const named = (id: QuestionId, text: string) => `${speech.text(`questions:${id}.short`)}: ${text}`
  const said = [
    ...known.map(({ fact, value }) => named(questionOf(fact), valueText(speech, fact, value, places.name))),
    ...(left && (left.lack === 'unknown' || left.lack === 'refused')
      ? [named(left.question, speech.text(`answer.${left.lack}`))]
      : []),
  ]
  return {
    criterion: criterion.id,
    outcome,
    text: criterionText(speech, criterion, places.name),
    source: source?.title ?? '',
    ...(outcome === 'failed' && {
      instead: criterionText(speech, { ...criterion, negated: !criterion.negated }, places.name),
    }),
    ...(said.length > 0 && { answer: said.join('; ') }),
    ...(question !== undefined && { question }),
  }
}

/** What a claim can mean for residence: only what may concern the person. */
function risks(speech: Speech, { id, riskNotes }: RuledOffer, facts: Facts, today: Day) {
  const possible = riskNotes
    .map(risk => ({ ...risk, outcome: outcomeOf(risk.rule, facts, today) }))
    .filter(({ outcome }) => outcome !== 'failed')
  if (possible.length === 0) return {}
  return {
    risks: possible.map(({ name, tone, source, advice, outcome }) => ({
      tone,
      ...(outcome === 'met' && { mine: true as const }),
      text: speech.text(`risks:${name}`),
      source,
      ...(advice !== undefined && advice !== id && { advice }),
    })),
  }
}

/** The office of the person's own place, in German as on its door. */
function responsible({ office: kind }: RuledOffer, facts: Facts, places: PlaceNames) {
  const office = kind && places.responsible(kind, facts)
  if (!office) return {}
  const { name, isUnconfirmed } = office
  return { responsible: { name, ...(isUnconfirmed && { unconfirmed: true as const }) } }
}

/** The kinds of ways in the order in which they are shown. */
const kinds = ['phone', 'email', 'url', 'address'] as const

/** The ways to reach somebody; who helps on the spot comes first, wherever that is where no person is known. */
function reachedBy(
  speech: Speech,
  offer: RuledOffer,
  facts: Facts,
  places: PlaceNames,
  isPerson: boolean,
): Pick<OfferMessage, 'contacts' | 'local'> {
  const contacts = contactsFor(offer, facts, places)
  const found = places.local?.(offer, isPerson ? facts : undefined) ?? []
  if (found.length === 0) return { contacts }
  const local = found.map(help => localMessage(speech, help, places))
  const first = local.flatMap(({ name, contacts: ways }) =>
    ways.map(way => ({ ...way, label: `${name}: ${way.label}` })),
  )
  const isFirst = ({ kind, value }: Pick<Contact, 'kind' | 'value'>) =>
    first.some(way => way.kind === kind && way.value === value)
  return { contacts: [...first, ...contacts.filter(way => !isFirst(way))], local }
}

function localMessage(
  speech: Speech,
  help: LocalHelp,
  places: PlaceNames,
): NonNullable<OfferMessage['local']>[number] {
  const { name, place, hours, languages, checked } = help
  const own = hours?.[speech.lang]
  return {
    name,
    place: places.name(place),
    // Hours in another language than the page's are German.
    ...(hours && { hours: own ?? speech.german(hours['de'] ?? '') }),
    ...(languages && { languages: speech.allOf(languages.map(speech.languageName)) }),
    contacts: kinds.flatMap(kind => {
      const value = help[kind]
      return value === undefined ? [] : [{ kind, value, label: bare(kind, value) }]
    }),
    checked,
  }
}

/** A contact before it is put into words. */
type Way = Omit<Contact, 'source'>

/** The ways to reach somebody, each once: those of the person's own municipality and Kreis first. */
export function contactsFor(offer: RuledOffer, facts: Facts, places: PlaceNames): OfferMessage['contacts'] {
  const local = [facts.gemeinde, facts.kreis].flatMap(ags =>
    ags === undefined ? [] : (offer.regional[ags] ?? []),
  )
  const ways = new Map<string, Way>()
  for (const way of [...local, ...officeContacts(offer, facts, places), ...offer.contacts]) {
    const key = `${way.kind} ${way.value}`
    const known = ways.get(key)
    // A label that a person wrote reads better than a bare number.
    if (!known || known.label === undefined) ways.set(key, way)
  }
  return [...ways.values()].map(({ kind, value, label }) => ({
    kind,
    value,
    label: label ?? bare(kind, value),
  }))
}

/** What a contact without a label is called. */
function bare(kind: Contact['kind'], value: string): string {
  if (kind === 'url') return new URL(value).hostname.replace(/^www\./, '')
  return kind === 'phone' ? national(value) : value
}

/** The responsible office's own ways; else the website of the Kreis or city that runs it, under that one's name. */
function officeContacts(
  { office: kind, area }: RuledOffer,
  facts: Facts,
  places: PlaceNames,
): readonly Way[] {
  const office = kind && places.responsible(kind, facts)
  if (office?.url !== undefined || office?.phone !== undefined) {
    const { name, url, phone } = office
    return [
      ...(phone === undefined ? [] : [{ kind: 'phone' as const, value: phone }]),
      ...(url === undefined ? [] : [{ kind: 'url' as const, value: url, label: name }]),
    ]
  }
  const ags = kind === undefined ? (area === 'kreis' ? facts.kreis : undefined) : office?.fallback
  const website = ags === undefined ? undefined : places.website(ags)
  return ags === undefined || website === undefined
    ? []
    : [{ kind: 'url', value: website, label: places.name(ags) }]
}

/** A number as it is dialled within Germany. */
const national = (phone: string): string => phone.replace(/^\+49/, '0')

/** Who helps in danger, and how to reach them: numbers count, other ways only where there are none. */
export function callable(speech: Speech, offer: RuledOffer, facts: Facts, places: PlaceNames) {
  const contacts = contactsFor(offer, facts, places)
  const phones = contacts.filter(({ kind }) => kind === 'phone')
  return {
    id: offer.id,
    title: speech.text(`offers:${offer.id}.title`),
    titleDe: offer.titleDe,
    contacts: phones.length > 0 ? phones : contacts,
  }
}
