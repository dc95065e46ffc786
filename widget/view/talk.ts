import type { TurnMessage } from '../../src/render/message.ts'
import { contacts, draftNote, freeCall, helpLine, helpNow, offerCard, offerRow } from './card.ts'
import { type Html, html } from './html.ts'
import { icon } from './icon.ts'
import { questionView } from './question.ts'
import { resultsView } from './results.ts'
import type { Setting } from './setting.ts'
import { isResults, type Screen } from './state.ts'
import { talkForm } from './talk-form.ts'
import { say, sayCount, sayWithCount } from './words.ts'

/** The whole talk: what was answered, what is asked, what was found. The same with and without JavaScript. */
export function talkView(setting: Setting, screen: Screen, year: number): Html {
  const { turn, error, entered, isStart } = screen
  const shows = isResults(turn)
  const question =
    turn.question && !turn.offer && questionView(setting, turn.question, { error, entered, year })
  return html`${urgentView(setting, screen)}
${isStart ? startView(setting) : transcriptView(setting, turn, shows)}
<div id="now"></div>
${sayView(setting, turn)}
${screen.searched.length > 0 && html`<ul class="offers">${screen.searched.map(offer => offerRow(setting, offer, false))}</ul>`}
${turn.offer && html`<section class="one">${draftNote(setting, [turn.offer])}${offerCard(setting, turn.offer)}</section>`}
${inOrder(turn.question?.revision === true, question, shows && resultsView(setting, turn))}
${!turn.question && error && html`<p class="error" role="alert">${error}</p>`}
${!isStart && progressView(setting, turn)}
${!shows && !isStart && foundView(setting, screen)}
${freeText(setting, turn, isStart)}
${(!isStart || turn.offer !== null) && footView(setting, turn, shows)}`
}

/** A question that is put again goes before the results, which it may change; any other one goes after them. */
const inOrder = (isRevision: boolean, question: Html | false | null, results: Html | false): Html =>
  isRevision ? html`${question}${results}` : html`${results}${question}`

function sayView(setting: Setting, { say: said }: TurnMessage): Html | null {
  const calm = said.filter(({ kind }) => kind !== 'urgent')
  return calm.length === 0
    ? null
    : html`<section class="say">${calm.map(one => saidView(setting, one))}</section>`
}

/** Something said; what was understood unasked comes with a way to take it back. */
function saidView(setting: Setting, { kind, text, question, lang }: TurnMessage['say'][number]): Html {
  if (lang !== undefined)
    return talkForm(
      setting,
      'language',
      html`<button class="button" name="lang" value="${lang}" lang="${lang}" dir="auto">${text}</button>`,
    )
  const said = html`<p class="${kind}">${text}</p>`
  if (question === undefined) return said
  const undo = say(setting.words, 'action.undo')
  return html`<div class="told">${said}${talkForm(
    setting,
    'retract',
    html`<input type="hidden" name="question" value="${question}"><button class="quiet" aria-label="${undo}: ${text}">${undo}</button>`,
  )}</div>`
}

const startView = ({ words }: Setting): Html =>
  html`<div class="intro"><h1>${say(words, 'start.heading')}</h1><p>${say(words, 'start.intro')}</p><p class="safe">${say(words, 'start.safe')}</p></div>`

/** Help on top: whole when it appears; later the first number stands open and the others behind a tap. */
function urgentView(setting: Setting, { turn: { urgent }, isUrgentKnown }: Screen): Html | null {
  if (!urgent) return null
  if (!isUrgentKnown) return helpNow(setting, urgent)
  const [first, ...others] = urgent.offers
  return html`<section class="urgent known"><h2>${urgent.text}</h2>${
    first && contacts(setting, first.contacts.slice(0, 1))
  }<details><summary>${say(setting.words, 'action.showMore')}</summary>${first && helpLine(setting, first)}${others.map(line => helpLine(setting, line))}${freeCall(setting)}</details></section>`
}

/** The answers so far, each a way to change it; folded away once there is a result to look at. */
function transcriptView(setting: Setting, { transcript }: TurnMessage, isFolded: boolean): Html | null {
  const { words, icons } = setting
  if (transcript.length === 0) return null
  const heading = say(words, 'transcript.heading')
  const [before = '', after = ''] = say(words, 'action.changeOf', { question: '\u0000' }).split('\u0000')
  const heard = (text: string) => html`<span class="only-heard">${text}</span>`
  const list = html`<ol>${transcript.map(
    ({ question, text, answer, volunteered }) =>
      html`<li data-question="${question}">${talkForm(
        setting,
        'revise',
        html`<input type="hidden" name="question" value="${question}"><button class="answered">${heard(before)}<span class="asked">${text}</span> <strong>${answer.text}</strong>${heard(after)}${volunteered && html` <small>${say(words, 'answer.volunteered')}</small>`}${icon(icons, 'edit')}</button>`,
      )}</li>`,
  )}</ol>`
  return isFolded
    ? html`<details class="transcript"><summary>${sayWithCount(words, heading, transcript.length)}</summary>${list}</details>`
    : html`<section class="transcript"><h2>${heading}</h2>${list}</section>`
}

const progressView = ({ words }: Setting, { progress }: TurnMessage): Html =>
  html`<p class="progress">${sayCount(words, 'progress.answered', progress.answered)} · ${sayCount(words, 'progress.remaining', progress.remaining)}</p>`

function foundView(setting: Setting, { found, fresh }: Screen): Html | null {
  const { words } = setting
  if (found.length === 0) return null
  const heading =
    fresh.length > 0 ? sayCount(words, 'say.newOffers', fresh.length) : say(words, 'results.soFar')
  return html`<details class="found"${fresh.length > 0 ? html` open` : null}><summary>${sayWithCount(words, heading, found.length)}</summary><ul class="offers">${found.map(offer => offerRow(setting, offer, fresh.includes(offer.id)))}</ul></details>`
}

function freeText(setting: Setting, { question }: TurnMessage, isStart: boolean): Html {
  const { words, icons } = setting
  const label = say(words, isStart ? 'start.search' : 'ask.free')
  const revised = question?.revision && html`<input type="hidden" name="question" value="${question.id}">`
  return html`<section class="free">${talkForm(
    setting,
    'say',
    html`${revised}<label for="say">${label}</label><div class="line"><input class="field" id="say" name="text" maxlength="2000" autocomplete="off" placeholder="${say(words, 'ask.freeHint')}"${isStart && html` list="suggestions" data-suggest="/api/v1/suggestions"`}><button class="send">${icon(icons, 'search')}<span>${say(words, 'action.send')}</span></button></div>${isStart && html`<datalist id="suggestions"></datalist>`}`,
  )}</section>`
}

function footView(
  setting: Setting,
  { question, transcript, offer, lang }: TurnMessage,
  shows: boolean,
): Html {
  const { words, icons } = setting
  const button = (event: string, text: string, content: Html | null = null) =>
    talkForm(
      setting,
      event,
      html`${content}<button class="quiet">${event === 'back' && icon(icons, 'back')}${say(words, text)}</button>`,
    )
  const isAside = offer !== null || shows || question?.revision === true
  return html`<div class="foot">
${isAside && question !== null && button('language', 'action.resume', html`<input type="hidden" name="lang" value="${lang}">`)}
${(!shows || offer !== null) && button('results', 'action.results')}
${!isAside && transcript.length > 0 && button('back', 'action.back')}
${button('forget', 'action.forget')}
</div>
<p class="keep" hidden><label class="row"><input type="checkbox" data-keep><span>${say(words, 'keep.keep')}</span></label><small>${say(words, 'keep.explain')}</small></p>`
}
