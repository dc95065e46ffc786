import type { RuledOffer } from '../catalogue/offer.ts'
import type { Answer } from '../dialogue/conversation.ts'
import { type QuestionId, questionForm } from '../dialogue/question.ts'
import { offeredTopics } from '../dialogue/replay.ts'
import type { Place } from '../facts/places.ts'
import type { Facts } from '../facts/schema.ts'
import { evaluate } from '../rules/evaluate.ts'
import { count } from './assess.ts'
import { type Judged, rank, rankOpen } from './rank.ts'
import type { Standing } from './standing.ts'
import type { AskedQuestion, Say, ShownOffer, Turn } from './turn.ts'
import type { Danger, World } from './world.ts'

/** How much a turn shows. */
export type Extent =
  | { readonly kind: 'new'; readonly since: Standing }
  | { readonly kind: 'all'; readonly danger?: Danger }
  | { readonly kind: 'results' }
  | { readonly kind: 'revise'; readonly question: QuestionId }
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
  const from = extent.kind === 'new' ? firstDifference(extent.since.position.answers, answers) : 0
  const notice = question?.sensitive && !answers.some(answer => world.sensitive.has(answer.question))
  return {
    today,
    lang: after.conversation.lang,
    from,
    transcript: answers.slice(from),
    say: notice ? [...say, { kind: 'info', key: 'notice' }] : say,
    question,
    progress: { answered: answers.length, remaining: after.open.length },
    offers: offersShown(world, after, extent, judge),
    room: extent.kind === 'new' && after.open.length > 0 ? 'small' : 'large',
    counts: count(after.assessed),
    offer: extent.kind === 'offer' ? judge(extent.offer) : null,
    urgent: urgent(world, extent, facts),
    facts,
  }
}

function asked(
  world: World,
  { open }: Standing,
  extent: Extent,
  places: readonly Place[],
): AskedQuestion | null {
  const id = extent.kind === 'revise' ? extent.question : open[0]
  if (id === undefined) return null
  return {
    id,
    ...questionForm(id, offeredTopics(world.flows)),
    sensitive: world.sensitive.has(id),
    isRevision: extent.kind === 'revise',
    places: id === 'kreis' ? places : [],
  }
}

function offersShown(
  world: World,
  after: Standing,
  extent: Extent,
  judge: (offer: RuledOffer) => Judged,
): readonly ShownOffer[] {
  const { topics, facts } = after.position
  const brief = (judged: Judged): ShownOffer => ({ ...judged, whole: false })
  if (extent.kind === 'found') {
    return extent.ids.flatMap(id => {
      const offer = world.offer(id)
      return offer ? [brief(judge(offer))] : []
    })
  }
  const of = (outcome: string) =>
    after.assessed.filter(a => a.outcome === outcome).map(({ offer }) => judge(offer))
  const isOver = after.open.length === 0
  if (extent.kind === 'results' || (isOver && extent.kind !== 'offer' && extent.kind !== 'revise')) {
    const eligible = rank(of('met'), topics, facts).map((judged, index) => ({
      ...judged,
      whole: index < wholeOffers,
    }))
    return [...eligible, ...rankOpen(of('unknown')).map(brief), ...of('failed').map(brief)]
  }
  if (extent.kind === 'new') {
    // With other topics other offers matter: then all that hold are news.
    const isSameMatter = extent.since.position.topics.join() === topics.join()
    const already = new Set(
      (isSameMatter ? extent.since.assessed : []).filter(a => a.outcome === 'met').map(({ offer }) => offer),
    )
    const decided = after.assessed.filter(({ offer, outcome }) => outcome === 'met' && !already.has(offer))
    return rank(
      decided.map(({ offer }) => judge(offer)),
      topics,
      facts,
    ).map(brief)
  }
  return rank(of('met'), topics, facts).map(brief)
}

function urgent(world: World, extent: Extent, facts: Facts): Turn['urgent'] {
  const danger = 'danger' in extent ? extent.danger : undefined
  const kind = danger?.kind ?? (facts.affectedByViolence ? 'violence' : undefined)
  if (kind === undefined) return null
  const offers = (danger?.offers ?? world.dangerLines(kind)).flatMap(id => world.offer(id) ?? [])
  return { kind, offers }
}

function firstDifference(before: readonly Answer[], after: readonly Answer[]): number {
  const at = after.findIndex((answer, index) => answer !== before[index])
  return at === -1 ? after.length : at
}
