import type { BriefOfferMessage, OfferMessage, TurnMessage } from '../../src/render/message.ts'
import { draftNote, offerCard, offerRow, type Standing, standingOf } from './card.ts'
import { type Html, html } from './html.ts'
import type { Setting } from './setting.ts'
import { isWhole } from './state.ts'
import { say, sayCount, sayWithCount } from './words.ts'

type AnyOffer = OfferMessage | BriefOfferMessage

/** What a result can be for a person, the best first. */
const groups = ['entitlement', 'apply', 'openToYou', 'stillOpen', 'notForYou'] as const
type Group = (typeof groups)[number]

const groupOf: { readonly [S in Standing]: Group } = {
  entitlement: 'entitlement',
  discretion: 'apply',
  office: 'apply',
  decides: 'apply',
  open: 'openToYou',
  ask: 'openToYou',
  facts: 'stillOpen',
  law: 'stillOpen',
  ineligible: 'notForYou',
}

/** How many offers stand open to the eye; the others wait behind a tap. */
const atOnce = 7
/** So many of these are for each group that helps, before the first ones of all take what is left. */
const share: { readonly [G in Group]: number } = {
  entitlement: 3,
  apply: 2,
  openToYou: 2,
  stillOpen: 0,
  notForYou: 0,
}

/** Everything that is known now, grouped by what it is for the person; the most pressing and helpful first. */
export function resultsView(setting: Setting, turn: TurnMessage): Html {
  const { words } = setting
  const { offers } = turn
  const inGroup = (group: Group) => offers.filter(offer => groupOf[standingOf(offer)] === group)
  const helpful = offers.filter(offer => !isFolded(groupOf[standingOf(offer)]))
  const ofShares = groups.flatMap(group => inGroup(group).slice(0, share[group]))
  const first = new Set([...ofShares, ...helpful.filter(offer => !ofShares.includes(offer))].slice(0, atOnce))
  const shown = groups.map(group => ({ group, list: inGroup(group) })).filter(({ list }) => list.length > 0)
  return html`<section class="results" aria-labelledby="results"><h2 id="results" tabindex="-1">${say(words, 'results.heading')}</h2>
<p>${helpful.length > 0 ? sayCount(words, 'results.summary', helpful.length) : say(words, 'results.none')}</p>
${pausedView(setting, turn)}
<p class="information">${say(words, 'results.information')}</p>
${draftNote(setting, offers.filter(isWhole))}
${shown.length > 1 && html`<nav class="jump" aria-label="${say(words, 'results.jump')}"><ul>${shown.map(({ group, list }) => html`<li><a href="#group-${group}">${sayWithCount(words, say(words, `group.${group}`), list.length)}</a></li>`)}</ul></nav>`}
${shown.map(({ group, list }) => groupView(setting, group, list, first, helpful[0]))}
<p>${say(words, 'results.contradict')}</p>
${printForm(setting)}${handoverForm(setting)}
</section>`
}

/** The way to a sheet to take along, in the person's language and in German; no event of the talk. */
const printForm = ({ words, action, resume }: Setting): Html =>
  html`<form method="post" action="${action.replace(/talk(?=$|\?)/, 'print')}"><input type="hidden" name="resume" value="${resume}"><button class="button">${say(words, 'action.print')}</button></form>`

/** The way to a code by which a counsellor sees the answers that the person picks. */
const handoverForm = ({ words, action, resume }: Setting): Html =>
  html`<form method="post" action="${action.replace(/talk(?=$|\?)/, 'handover')}"><input type="hidden" name="resume" value="${resume}"><button class="button">${say(words, 'handover.show')}</button></form>`

/** What the person can do nothing with at once is folded away. */
const isFolded = (group: Group): boolean => group === 'stillOpen' || group === 'notForYou'

/** After many questions: that one may stop here, and the way on. */
const pausedView = ({ words }: Setting, { paused, progress }: TurnMessage): Html | null =>
  paused
    ? html`<div class="paused"><p>${say(words, 'results.paused')}</p><p><a class="button" href="#question">${sayCount(words, 'results.goOn', progress.remaining)}</a></p></div>`
    : null

function groupView(
  setting: Setting,
  group: Group,
  list: readonly AnyOffer[],
  first: ReadonlySet<AnyOffer>,
  best: AnyOffer | undefined,
): Html {
  const atFirst = list.filter(offer => first.has(offer))
  const later = list.filter(offer => !first.has(offer))
  return html`<section class="group" id="group-${group}"><h3>${say(setting.words, `group.${group}`)}</h3>${listView(setting, atFirst, best)}${
    later.length > 0 &&
    html`<details class="more"><summary>${atFirst.length > 0 ? sayCount(setting.words, 'results.more', later.length) : sayWithCount(setting.words, say(setting.words, 'action.showMore'), later.length)}</summary>${listView(setting, later, best)}</details>`
  }</section>`
}

/** Offers one below the other: as cards where everything is there, else as rows that open them. */
const listView = (setting: Setting, list: readonly AnyOffer[], best: AnyOffer | undefined): Html | null =>
  list.length === 0
    ? null
    : html`<ul class="offers">${list.map(offer =>
        isWhole(offer)
          ? html`<li>${offerCard(setting, offer, offer === best ? 'unfolded' : 'folded')}</li>`
          : offerRow(setting, offer, false),
      )}</ul>`
