import type { RuledOffer } from '../catalogue/offer.ts'
import type { Answer } from '../dialogue/conversation.ts'
import { type QuestionId, questionForm, questionOf } from '../dialogue/question.ts'
import { offeredTopics, type Position } from '../dialogue/replay.ts'
import type { Day } from '../facts/day.ts'
import type { Place } from '../facts/places.ts'
import type { Facts } from '../facts/schema.ts'
import { evaluate } from '../rules/evaluate.ts'
import { outcomeOf } from '../rules/rule.ts'
import { count } from './assess.ts'
import { isInDanger } from './in-danger.ts'
import { lackOf } from './lack.ts'
import { restsAfter } from './pause.ts'
import { type Judged, rank, rankByUrgency, rankOpen, rankRefused } from './rank.ts'
import type { Standing } from './standing.ts'
import type { AskedQuestion, Say, ShownOffer, Turn } from './turn.ts'
import type { Danger, World } from './world.ts'

/** How much a turn shows. */
export type Extent =
  | { readonly kind: 'new'; readonly since: Standing }
  /** `since` is where an answer in free text was given. */
  | { readonly kind: 'all'; readonly since?: Standing; readonly danger?: Danger }
  | { readonly kind: 'results' }
  | { readonly kind: 'revise'; readonly question: QuestionId; readonly danger?: Danger }
  | { readonly kind: 'offer'; readonly offer: RuledOffer }
  | { readonly kind: 'found'; readonly ids: readonly string[]; readonly danger?: Danger }

/** How many eligible offers come with everything; the others follow in brief. */
const wholeOffers = 7

interface Sight {
  readonly extent: Extent
  readonly say: readonly Say[]
  readonly places?: readonly Place[]
}

/** What a standing shows after an event, in keys. */
export function view(world: World, after: Standing, { extent, say, places = [] }: Sight): Turn {
  const { today } = after
  const { facts, answers } = after.position
  const question = asked(world, after, extent, places)
  const judge = (offer: RuledOffer): Judged => ({ offer, verdict: evaluate(offer.rule, facts, today) })
  const show = shown(after)
  const from = extent.kind === 'new' ? firstDifference(extent.since.position.answers, answers) : 0
  // What the person told by themselves came without the notice.
  const isNoticed = answers.some(answer => !answer.volunteered && world.sensitive.has(answer.question))
  const notice = question?.sensitive && !isNoticed
  return {
    today,
    lang: after.conversation.lang,
    from,
    transcript: answers.slice(from),
    say: notice ? [...say, { kind: 'info', key: 'notice' }] : say,
    question,
    progress: { answered: answers.length, remaining: after.open.length },
    offers: offersShown(world, after, extent, judge).map(({ whole, ...judged }) => show(judged, whole)),
    room: extent.kind === 'new' && after.open.length > 0 ? 'small' : 'large',
    counts: count(after.assessed),
    isPaused: after.open.length > 0 && rests(extent, answers),
    offer: extent.kind === 'offer' ? show(judge(extent.offer), true) : null,
    urgent: urgent(world, extent, after.position, today),
    facts,
    answered: new Set(answers.map(({ question }) => question)),
  }
}

/** Whether the interview rests: where a step brings it there, or its results are looked at. */
function rests(extent: Extent, answers: readonly Answer[]): boolean {
  if (extent.kind === 'results') return restsAfter(answers)
  const since = 'since' in extent ? extent.since : undefined
  return since !== undefined && restsAfter(answers, since.position.answers)
}

/** Whether all that is known is shown. A free text that brings the interview to its rest shows it at once. */
function showsResults(extent: Extent, { open, position }: Standing): boolean {
  if (extent.kind === 'results') return true
  if (extent.kind === 'all' && rests(extent, position.answers)) return true
  return open.length === 0 && extent.kind !== 'offer' && extent.kind !== 'revise'
}

/** An offer as it is shown: with what keeps it open. */
const shown =
  ({ position }: Standing) =>
  (judged: Judged, whole: boolean): ShownOffer => {
    const missing = judged.verdict.verdict === 'undetermined' ? judged.verdict.missing : []
    const questions = new Map(missing.map(fact => [questionOf(fact), lackOf(position, fact)]))
    return { ...judged, whole, lacks: [...questions].map(([question, lack]) => ({ question, lack })) }
  }

function asked(
  world: World,
  { open, assessed }: Standing,
  extent: Extent,
  places: readonly Place[],
): AskedQuestion | null {
  const id = extent.kind === 'revise' ? extent.question : open[0]
  if (id === undefined) return null
  const lacking = assessed.filter(({ missing }) => missing.some(fact => questionOf(fact) === id))
  return {
    id,
    ...questionForm(id, offeredTopics(world.flows)),
    sensitive: world.sensitive.has(id),
    isRevision: extent.kind === 'revise',
    places: id === 'kreis' ? places : [],
    ...(id === 'kreis' && places.length === 0 && world.expected && { expected: world.expected }),
    price: rankByUrgency(lacking.map(({ offer }) => offer)),
  }
}

function offersShown(
  world: World,
  after: Standing,
  extent: Extent,
  judge: (offer: RuledOffer) => Judged,
): readonly (Judged & { readonly whole: boolean })[] {
  const { position } = after
  const inOrder = (judged: readonly Judged[]) =>
    rank(judged, position, isInDanger(position) ? world.dangerLines('violence') : [], after.today)
  const brief = (judged: Judged) => ({ ...judged, whole: false })
  if (extent.kind === 'found') {
    return extent.ids.flatMap(id => {
      const offer = world.offer(id)
      return offer ? [brief(judge(offer))] : []
    })
  }
  const of = (outcome: string) =>
    after.assessed.filter(a => a.outcome === outcome).map(({ offer }) => judge(offer))
  if (showsResults(extent, after)) {
    const eligible = inOrder(of('met')).map((judged, index) => ({
      ...judged,
      whole: index < wholeOffers,
    }))
    return [
      ...eligible,
      ...rankOpen(of('unknown'), position.facts, after.today).map(brief),
      ...rankRefused(of('failed')).map(brief),
    ]
  }
  if (extent.kind === 'new') {
    // With other topics other offers matter: then all that hold are news.
    const isSameMatter = extent.since.position.topics.join() === position.topics.join()
    const already = new Set(
      (isSameMatter ? extent.since.assessed : []).filter(a => a.outcome === 'met').map(({ offer }) => offer),
    )
    const decided = after.assessed.filter(({ offer, outcome }) => outcome === 'met' && !already.has(offer))
    return inOrder(decided.map(({ offer }) => judge(offer))).map(brief)
  }
  return inOrder(of('met')).map(brief)
}

/** The lines that may be for this person; first those that are made for people like them. */
function forPerson(lines: readonly RuledOffer[], facts: Facts, today: Day): readonly RuledOffer[] {
  const judged = lines.map(offer => ({ offer, outcome: outcomeOf(offer.rule, facts, today) }))
  const isMade = ({ offer, outcome }: (typeof judged)[number]) =>
    outcome === 'met' && offer.rule.facts.length > 0
  const open = judged.filter(({ outcome }) => outcome !== 'failed')
  return [...open.filter(isMade), ...open.filter(line => !isMade(line))].map(({ offer }) => offer)
}

function urgent(world: World, extent: Extent, position: Position, today: Day): Turn['urgent'] {
  const danger = 'danger' in extent ? extent.danger : undefined
  const kind = danger?.kind ?? (isInDanger(position) ? 'violence' : undefined)
  if (kind === undefined) return null
  const lines = (danger?.offers ?? world.dangerLines(kind)).flatMap(id => world.offer(id) ?? [])
  return { kind, offers: forPerson(lines, position.facts, today) }
}

function firstDifference(before: readonly Answer[], after: readonly Answer[]): number {
  const at = after.findIndex((answer, index) => answer !== before[index])
  return at === -1 ? after.length : at
}
