import { helpNow, offerCard, standingOf } from '../../../widget/view/card.ts'
import { type Html, html } from '../../../widget/view/html.ts'
import type { Setting } from '../../../widget/view/setting.ts'
import type { RuledOffer } from '../../catalogue/offer.ts'
import type { Effect, NextQuestion } from '../../counsel/desk.ts'
import { questionOf } from '../../dialogue/question.ts'
import type { Speech } from '../../i18n/speech.ts'
import { valueText } from '../../render/answer.ts'
import { callable, type PlaceNames, wholeOffer } from '../../render/offer.ts'
import { ruleInWords } from '../../render/rule.ts'
import type { Verdict } from '../../rules/verdict.ts'
import type { Judged } from '../../turn/rank.ts'
import type { DeskView, DeskWishes, Knowledge } from './desk-view.ts'
import { ruleList } from './rule-list.ts'

/** What the rules say: help first, then what to ask, what would move, and every offer of the choice. */
export function deskFound(setting: Setting, speech: Speech, view: DeskView, knowledge: Knowledge): Html {
  const { desk, wishes, taken, danger } = view
  const { world, places } = knowledge
  const say = (key: string, filling = {}) => speech.text(`desk.${key}`, filling)
  const counts = {
    eligible: desk.eligible.length,
    undetermined: desk.undetermined.length,
    ineligible: desk.ineligible.length,
  }
  const lines = danger?.offers.flatMap(id => world.offer(id) ?? []) ?? []
  const help =
    danger &&
    helpNow(setting, {
      text: speech.text(`urgent.${danger.kind}`),
      offers: lines.map(offer => callable(speech, offer, taken.facts, places)),
    })
  const groups = (['eligible', 'undetermined', 'ineligible'] as const).map(
    name =>
      desk[name].length > 0 &&
      html`<h3>${say(`groups.${name}`)} (${desk[name].length})</h3><ul class="offers">${desk[name].map(judged => offerOf(setting, speech, judged, view, knowledge))}</ul>`,
  )
  return html`${kept(wishes)}<h2 id="results" tabindex="-1">${say('results')}</h2>${help}<p data-counts>${say('counts', counts)}</p>
<p>${speech.text('results.information')}</p>
${questions(speech, desk.next)}${whatIf(speech, view)}
${counts.eligible + counts.undetermined + counts.ineligible === 0 ? html`<p>${say('nothing')}</p>` : groups}`
}

/** What the form keeps while the page changes around it. */
const kept = ({ opened, held }: DeskWishes): Html =>
  html`<input type="hidden" form="desk" name="opened" value="${opened ?? ''}"><input type="hidden" form="desk" name="held" value="${held ? JSON.stringify(held) : ''}">`

function questions(speech: Speech, next: readonly NextQuestion[]): Html {
  const say = (key: string, filling = {}) => speech.text(`desk.${key}`, filling)
  const list = next.map(({ question, hanging, effects }) => {
    const short = speech.text(`questions:${question}.short`)
    return html`<li><p><strong>${short}</strong> · ${say('hangs', { count: hanging })} <a href="#f-${question}">${say('ask', { question: short })}</a></p><p>${speech.text(`questions:${question}.text`)}</p>${effectTable(speech, question, effects)}</li>`
  })
  return html`<details class="next"><summary>${say('next')}</summary>${next.length === 0 ? html`<p>${say('nextNone')}</p>` : html`<ol>${list}</ol>`}</details>`
}

/** What each answer would do; those that would settle nothing are left out. */
function effectTable(
  speech: Speech,
  question: NextQuestion['question'],
  effects: readonly Effect[],
): Html | null {
  const telling = effects.filter(({ eligible, ineligible }) => eligible + ineligible > 0)
  if (telling.length === 0) return null
  const columns = ['eligible', 'ineligible', 'undetermined'] as const
  const name = speech.text(`questions:${question}.short`)
  return html`<table><thead><tr><th scope="col">${name}</th>${columns.map(column => html`<th scope="col">${speech.text(`desk.groups.${column}`)}</th>`)}</tr></thead><tbody>${telling.map(
    effect =>
      html`<tr><th scope="row">${valueText(speech, question, effect.value, ags => ags)}</th>${columns.map(column => html`<td>${effect[column]}</td>`)}</tr>`,
  )}</tbody></table>`
}

/** Holds facts, and tells what other facts would move. */
function whatIf(speech: Speech, { desk: { moves }, wishes }: DeskView): Html {
  const say = (key: string, filling = {}) => speech.text(`desk.${key}`, filling)
  const button = (value: string, key: string) =>
    html`<button class="quiet" form="desk" name="do" value="${value}">${say(key)}</button>`
  if (!wishes.held || !moves)
    return html`<details class="what-if"><summary>${say('whatIf')}</summary>${button('hold', 'hold')}</details>`
  const word = ({ verdict }: Verdict) => say(`groups.${verdict}`)
  const list = moves.map(
    ({ offer, before, after }) =>
      html`<li>${say('move', { offer: speech.text(`offers:${offer.id}.title`), before: word(before), after: word(after) })}</li>`,
  )
  return html`<details class="what-if" open><summary>${say('whatIf')}</summary><p>${say('held')}</p>${list.length > 0 ? html`<ul data-moves>${list}</ul>` : html`<p>${say('still')}</p>`}${button('restore', 'restore')}${button('release', 'release')}</details>`
}

/** An offer as a row that opens it, or opened: with reasons, sources and the whole rule. */
function offerOf(
  setting: Setting,
  speech: Speech,
  judged: Judged,
  { wishes, taken }: DeskView,
  { places, today }: Knowledge,
): Html {
  const { offer, verdict } = judged
  const title = speech.text(`offers:${offer.id}.title`)
  if (wishes.opened === offer.id)
    return html`<li class="opened">${offerCard(setting, wholeOffer(speech, offer, verdict, taken.facts, places, today))}${wholeRule(speech, offer, places)}<button class="quiet" form="desk" name="open" value="-">${speech.text('desk.close')}<span class="only-heard">: ${title}</span></button></li>`
  return html`<li><button class="row offer" form="desk" name="open" value="${offer.id}"><span><strong>${title}</strong>${title !== offer.titleDe && html`<bdi class="german" lang="de">${offer.titleDe}</bdi>`}<span class="standing">${speech.text(`verdict.${standingOf(judgedOf(verdict))}`)}</span>${missing(speech, verdict)}</span></button></li>`
}

const judgedOf = (verdict: Verdict) => ({
  verdict: verdict.verdict,
  claim: verdict.claim,
  ...(verdict.verdict === 'undetermined' && { openBecause: [...verdict.openBecause] }),
})

/** The questions that keep an offer open. */
function missing(speech: Speech, verdict: Verdict): Html | null {
  if (verdict.verdict !== 'undetermined' || verdict.missing.length === 0) return null
  const names = [...new Set(verdict.missing.map(questionOf))].map(id => speech.text(`questions:${id}.short`))
  return html`<span class="because">${speech.text('desk.missing', { questions: names.join(', ') })}</span>`
}

const wholeRule = (speech: Speech, offer: RuledOffer, places: PlaceNames): Html =>
  html`<details><summary>${speech.text('desk.rule')}</summary>${ruleList(speech, ruleInWords(speech, offer.rule.root, offer, places.name), offer.sources)}</details>`
