import { type Html, html } from '../../../widget/view/html.ts'
import { dayInHesse } from '../../facts/day.ts'
import type { Speech, Speeches } from '../../i18n/speech.ts'
import type { TurnMessage } from '../../render/message.ts'
import type { Assets } from '../assets.ts'
import type { Closed, Made, Standing } from '../handover/handovers.ts'
import { addressIn, type Door } from './door.ts'
import { layout } from './layout.ts'
import { qrCode } from './qr-code.ts'

/** The page on which a person picks which answers go along: what can harm them is off until they pick it. */
export function pickPage(
  speeches: Speeches,
  assets: Assets,
  speech: Speech,
  shown: {
    readonly turn: TurnMessage
    readonly isSensitive: (question: string) => boolean
    readonly fault?: 'nothing' | 'busy'
    readonly door: Door
  },
): string {
  const { turn, isSensitive, fault, door } = shown
  const say = (key: string) => speech.text(`handover.${key}`)
  const title = say('heading')
  const answers = turn.transcript.map(
    ({ question, text, answer }) =>
      html`<label class="row"><input type="checkbox" name="share" value="${question}"${!isSensitive(question) && html` checked`}><span>${text} <strong>${answer.text}</strong></span></label>`,
  )
  return layout(speeches, assets, {
    speech,
    title: `${title} · ${speech.text('name')}`,
    resume: turn.resume,
    door,
    content: html`<div class="prose"><h1>${title}</h1><p>${say('intro')}</p>
${fault && html`<p class="error" role="alert">${speech.text(`error.handover.${fault}`)}</p>`}
<form method="post" action="${addressIn(door, `/${speech.lang}/handover/make`)}" class="search"><input type="hidden" name="resume" value="${turn.resume}">
<fieldset><legend>${say('choose')}</legend><p class="hint">${say('off')}</p>${answers}</fieldset>
<p>${say('who')}</p>${warning(speech)}<button class="button">${say('make')}</button></form>${backForm(speech, turn.resume, door)}</div>`,
  })
}

/** Public offices can have duties to report (§ 87 AufenthG); who need not is one tap away. */
const warning = (speech: Speech): Html =>
  html`<p class="private">${speech.text('handover.duty')} <a href="/${speech.lang}/offers/migrationsberatung-mbe">${speech.text('handover.independent')}</a></p>`

const backForm = (speech: Speech, resume: string, door: Door): Html =>
  html`<form method="post" action="${addressIn(door, `/${speech.lang}/talk`)}#now"><input type="hidden" name="event" value="results"><input type="hidden" name="resume" value="${resume}"><button class="quiet">${speech.text('print.back')}</button></form>`

/** The page with the code: who can read it, for how long, whether somebody has, and how to take it back. */
export function madePage(
  speeches: Speeches,
  assets: Assets,
  speech: Speech,
  shown: {
    readonly made: Pick<Made, 'code' | 'ends'>
    readonly standing: Standing | Closed
    readonly resume: string
    readonly door: Door
  },
): string {
  const { made, standing, resume, door } = shown
  const say = (key: string, filling = {}) => speech.text(`handover.${key}`, filling)
  const address = `${assets.origin}/counsel`
  const title = say('made')
  const keep = html`<input type="hidden" name="code" value="${made.code}"><input type="hidden" name="ends" value="${made.ends}"><input type="hidden" name="resume" value="${resume}" data-remember>`
  const form = (does: 'look' | 'end', label: string) =>
    html`<form method="post" action="${addressIn(door, `/${speech.lang}/handover/${does}`)}">${keep}<button class="button">${say(label)}</button></form>`
  const isOpen = typeof standing === 'object'
  const content = isOpen
    ? html`<p>${say('say')}</p><p class="code" dir="ltr"><bdi>${made.code}</bdi></p>${qrCode(`${address}#${made.code}`, say('code'))}
<p>${say('where', { address })}</p><p>${say('until', momentIn(speech, made.ends))}</p><p>${say('who')}</p>
<p role="status"><strong>${standing.opened === undefined ? say('closed') : say('opened', momentIn(speech, standing.opened))}</strong></p>
<div class="tools">${form('look', 'look')}${form('end', 'end')}</div>${warning(speech)}`
    : html`<p role="status"><strong>${standing === 'ended' ? say('ended') : speech.text(`counsel.${closedText(standing)}`)}</strong></p>`
  return layout(speeches, assets, {
    speech,
    title: `${title} · ${speech.text('name')}`,
    resume,
    door,
    content: html`<div class="prose"><h1>${title}</h1>${content}${backForm(speech, resume, door)}</div>`,
  })
}

/** A moment in Hesse, as the texts take it. */
const momentIn = (speech: Speech, moment: number) => ({
  date: speech.date(dayInHesse(moment).iso),
  time: new Intl.DateTimeFormat(speech.locale, {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone: 'Europe/Berlin',
  }).format(moment),
})

/** The page on which a counsellor types a code; what is wrong with it is said, and the code stays. */
export function counselPage(
  speeches: Speeches,
  assets: Assets,
  speech: Speech,
  shown: { readonly typed: string; readonly fault?: Closed } = { typed: '' },
): string {
  const { typed, fault } = shown
  const say = (key: string) => speech.text(`counsel.${key}`)
  const title = say('heading')
  const marks = fault && html` aria-invalid="true" aria-describedby="fault"`
  return layout(speeches, assets, {
    speech,
    title: `${title} · ${speech.text('name')}`,
    content: html`<div class="prose"><h1>${title}</h1><p>${say('intro')}</p><form method="post" action="/${speech.lang}/counsel" class="search">
<label for="code">${say('code')}</label><input id="code" name="code" value="${typed}" maxlength="60" autocomplete="off" autocapitalize="characters" spellcheck="false" dir="ltr" data-code${marks}>${fault && html`<p class="error" id="fault" role="alert">${fault === 'busy' ? speech.text('error.handover.busy') : say(closedText(fault))}</p>`}
<button class="button">${say('open')}</button></form><p><a href="/${speech.lang}/counsel/desk">${speech.text('desk.link')}</a></p></div>`,
    pathIn: other => `/${other}/counsel`,
  })
}

const closedText = (fault: Closed): string => (fault === 'busy' ? 'tooMany' : fault)
