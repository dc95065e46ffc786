import type { RuledOffer } from '../catalogue/offer.ts'
import type { Answer } from '../dialogue/conversation.ts'
import { questionOf } from '../dialogue/question.ts'
import type { Facts } from '../facts/schema.ts'
import type { Tally } from '../storage/tallies.ts'
import type { Event } from '../turn/event.ts'
import { restsAfter } from '../turn/pause.ts'
import type { Standing } from '../turn/standing.ts'
import type { Turn } from '../turn/turn.ts'
import type { World } from '../turn/world.ts'

/** What happened once; the day is added by who counts. */
export type Counted = Omit<Tally, 'day'>

/** A step that a person has taken, with where they stood before and after it. */
export interface Deed {
  readonly event: Event
  /** Worked out when it is asked for, for most events need it not. */
  readonly before: () => Standing
  readonly after: Standing
  readonly turn: Turn
}

/** The one known word of a text that may be counted; `undefined` where there is none. */
export type TermOf = (text: string) => string | undefined

/**
 * What a step adds to the counts: whole numbers about nobody.
 *
 * No conversation is tracked. What is new is read from the difference that the step makes, so that a page that is drawn
 * anew, a language that is changed or a token that comes back counts nothing. Who goes back and answers again counts
 * again: the counts tell where something is missing, not how many people there are.
 *
 * - A conversation begins with the first answer after the topics (sites can set topics for everybody who opens a page),
 *   and reaches its results when nothing is left to ask, or when it rests for the first time.
 * - A question counts as asked when it comes up, the first one when it is answered; as answered or skipped when it was the one that
 *   stood. What was told ahead of its question, or changed later, is neither. So who left is the difference.
 * - No answer is counted by its value. Which offers fit tells of it, though: where a rule reads an answer that the law
 *   protects (`world.sensitive`), the offer counts without its Kreis.
 * - Of violence nothing is counted by Kreis or language, neither topic, offer nor question: in a small Kreis, or in a language
 *   that few families there speak, even "ten or more" tells a violent man that somebody nearby looks for a way
 *   out. Dangers that a text tells of are not counted at all, nor is the text's search.
 * - A search without result counts one word that our own lists hold, and never two: no combination of a person's words
 *   can be put together again.
 */
export function counted(world: World, deed: Deed, termOf: TermOf): readonly Counted[] {
  const { event } = deed
  switch (event.type) {
    case 'answer':
    case 'say':
    case 'change':
      return ofAnswer(world, event, deed, termOf)
    case 'offer': {
      const { offer } = deed.turn
      return offer ? [openedOf(offer.offer, placeOf(deed))] : []
    }
    case 'start':
    case 'back':
    case 'revise':
    case 'retract':
    case 'language':
    case 'results':
    // A hand-over counts when it was made, which is not certain here.
    case 'handover':
    case 'keep':
    case 'forget':
      return []
    default:
      return event satisfies never
  }
}

/** A hand-over that was made: a number alone. */
export const handoverMade: Counted = { kreis: '', lang: '', kind: 'handover', subject: '' }

/** What a search beyond a conversation adds: the offers that it brought up, or the word that it found nothing for. */
export function countedSearch(
  search: {
    readonly text: string
    readonly lang: string
    readonly facts: Facts
    readonly found: readonly RuledOffer[]
    readonly isOfDanger: boolean
  },
  world: World,
  termOf: TermOf,
): readonly Counted[] {
  const place = { kreis: search.facts.kreis ?? '', lang: search.lang }
  if (search.isOfDanger) return []
  if (search.found.length > 0) return search.found.map(offer => shownOf(world, offer, place))
  return missed(search.text, place, termOf)
}

interface Place {
  readonly kreis: string
  readonly lang: string
}

const nowhere: Place = { kreis: '', lang: '' }

const placeOf = ({ after }: Deed): Place => ({
  kreis: after.position.facts.kreis ?? '',
  lang: after.conversation.lang,
})

function ofAnswer(
  world: World,
  event: Extract<Event, { readonly type: 'answer' | 'say' | 'change' }>,
  deed: Deed,
  termOf: TermOf,
): readonly Counted[] {
  const { after, turn } = deed
  const before = deed.before()
  const place = placeOf(deed)
  const search =
    event.type === 'say' && turn.urgent === null ? searchOf(world, event.text, turn, place, termOf) : []
  if (after.conversation === before.conversation || isSame(before, after)) return search
  return [
    ...topicsOf(before, after, place),
    ...stagesOf(event, before, after, place),
    ...offersOf(world, before, after, place),
    ...questionsOf(before, after, place),
    ...search,
  ]
}

const isSame = (before: Standing, after: Standing): boolean =>
  before.position.answers.length === after.position.answers.length &&
  before.position.answers.every((answer, at) => answer === after.position.answers[at])

/** What a text found beside the answers that it holds. */
function searchOf(world: World, text: string, turn: Turn, place: Place, termOf: TermOf): readonly Counted[] {
  if (turn.say.some(({ kind }) => kind === 'search'))
    return turn.offers.map(({ offer }) => shownOf(world, offer, place))
  return turn.say.some(({ kind }) => kind === 'notUnderstood') ? missed(text, place, termOf) : []
}

function missed(text: string, place: Place, termOf: TermOf): readonly Counted[] {
  const term = termOf(text)
  return term === undefined ? [] : [{ ...place, kind: 'search', subject: term }]
}

function topicsOf(before: Standing, after: Standing, place: Place): readonly Counted[] {
  const chosen = after.position.topics.filter(topic => !before.position.topics.includes(topic))
  return chosen.map(topic => ({
    ...(topic === 'safety' ? nowhere : place),
    kind: 'topic',
    subject: topic,
  }))
}

/** What was asked of a person and has an answer; topics and the place can be set by a site for everybody. */
const own = (answers: readonly Answer[]): readonly Answer[] =>
  answers.filter(
    ({ question, volunteered }) => question !== 'topics' && !(question === 'kreis' && volunteered),
  )

const hasBegun = ({ position }: Standing): boolean => own(position.answers).length > 0

function stagesOf(event: Event, before: Standing, after: Standing, place: Place): readonly Counted[] {
  const stages: string[] = []
  if (before.position.topics.length === 0 && after.position.topics.length > 0) stages.push('chosen')
  if (!hasBegun(before) && hasBegun(after)) stages.push('begun')
  const [earlier, answers] = [before.position.answers, after.position.answers]
  const rested = earlier.some((_, at) => restsAfter(earlier.slice(0, at + 1), earlier.slice(0, at)))
  const arrives = after.open.length === 0 && before.open.length > 0
  if (event.type !== 'change' && !rested && (arrives || restsAfter(answers, earlier))) stages.push('results')
  return stages.map(subject => ({ ...place, kind: 'stage', subject }))
}

/** Offers that fit now and did not before; with the first answer all that fit. */
function offersOf(world: World, before: Standing, after: Standing, place: Place): readonly Counted[] {
  if (!hasBegun(after)) return []
  const met = ({ assessed }: Standing) =>
    assessed.filter(({ outcome }) => outcome === 'met').map(({ offer }) => offer)
  const already = new Set(hasBegun(before) ? met(before) : [])
  return met(after)
    .filter(offer => !already.has(offer))
    .map(offer => shownOf(world, offer, place))
}

function questionsOf(before: Standing, after: Standing, place: Place): readonly Counted[] {
  const [stood] = before.open
  const [next] = after.open
  const one = (kind: string, subject: string): Counted => ({
    ...(subject === 'affectedByViolence' ? nowhere : place),
    kind,
    subject,
  })
  const found: Counted[] = []
  if (stood !== undefined && stood !== 'topics') {
    if (!hasBegun(before) && hasBegun(after)) found.push(one('questionAsked', stood))
    const given = after.position.answers.find(({ question }) => question === stood)
    if (given) found.push(one(kindOf(given), stood))
  }
  if (next !== undefined && next !== 'topics' && next !== stood && hasBegun(after))
    found.push(one('questionAsked', next))
  return found
}

function kindOf({ value, because }: Answer): string {
  if (value !== null) return 'questionAnswered'
  return because === 'refused' ? 'questionRefused' : 'questionUnknown'
}

/** Whether an offer tells of violence, or is for people in danger. */
export const tellsOfViolence = ({ topics, urgency, rule }: RuledOffer): boolean =>
  topics.includes('safety') || urgency === 'danger' || rule.facts.includes('affectedByViolence')

function shownOf(world: World, offer: RuledOffer, place: Place): Counted {
  const isProtected = offer.rule.facts.some(fact => world.sensitive.has(questionOf(fact)))
  const where = tellsOfViolence(offer) ? nowhere : isProtected ? { ...place, kreis: '' } : place
  return { ...where, kind: 'offerShown', subject: offer.id }
}

const openedOf = (offer: RuledOffer, place: Place): Counted => ({
  ...(tellsOfViolence(offer) ? nowhere : place),
  kind: 'offerOpened',
  subject: offer.id,
})
