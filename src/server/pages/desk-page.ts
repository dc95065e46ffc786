import { factGroups } from '../../../flows/groups.ts'
import { type Html, html } from '../../../widget/view/html.ts'
import { topics } from '../../facts/topics.ts'
import type { Speech, Speeches } from '../../i18n/speech.ts'
import type { Claim } from '../../rules/condition.ts'
import type { Assets } from '../assets.ts'
import { deskField } from './desk-field.ts'
import { deskFound } from './desk-found.ts'
import type { DeskView, DeskWishes, Knowledge } from './desk-view.ts'
import { layout } from './layout.ts'
import { viewSetting } from './words.ts'

const claims: readonly Claim[] = ['entitlement', 'discretion', 'open']

/** The counsellor's desk: all facts as one form, and what the rules say of them. Complete without JavaScript. */
export function deskPage(
  speeches: Speeches,
  assets: Assets,
  speech: Speech,
  view: DeskView,
  knowledge: Knowledge,
): string {
  const say = (key: string) => speech.text(`desk.${key}`)
  const title = say('heading')
  const setting = { ...viewSetting(speeches, assets, speech), resume: view.resume, isApart: true as const }
  return layout(speeches, assets, {
    speech,
    title: `${title} · ${speech.text('name')}`,
    sheet: assets.desk,
    content: html`<div class="desk"><div class="prose"><h1>${title}</h1><p>${say('intro')}</p><p class="hint">${say('keys')}</p></div>
<form method="post" action="/${speech.lang}/counsel/desk#found" id="desk" novalidate data-desk>
<button class="button" name="do" value="show">${say('update')}</button> <a href="#results">${say('toResults')}</a>
<fieldset class="choose"><legend>${say('choose')}</legend>${choosing(speech, speeches, view.wishes)}</fieldset>
<h2>${say('facts')}</h2>${factGroups.map(
      ({ name, facts }) =>
        html`<fieldset><legend>${name === 'person' ? say('person') : speech.text(`questions:topics.options.${name}`)}</legend>${facts.map(fact => deskField(speech, fact, view.taken, knowledge.places))}</fieldset>`,
    )}
<button class="button" name="do" value="show">${say('update')}</button> <button class="quiet" name="do" value="clear">${say('clear')}</button></form>
<section id="found" aria-labelledby="results">${deskFound(setting, speech, view, knowledge)}</section>
${takeAlong(speech, view)}</div>`,
    pathIn: other => `/${other}/counsel/desk`,
  })
}

/** What narrows the offers down, and whose language the sheet speaks. */
function choosing(speech: Speech, { languages }: Speeches, { topic, claim, query, own }: DeskWishes): Html {
  const say = (key: string) => speech.text(`desk.${key}`)
  const option = (value: string, label: string, isChosen: boolean) =>
    html`<option value="${value}"${isChosen && html` selected`}>${label}</option>`
  return html`<p><label for="q">${say('search')}</label><input id="q" name="q" type="search" value="${query}" maxlength="200" autocomplete="off" dir="auto"></p>
<p><label for="topic">${speech.text('search.topic')}</label><select id="topic" name="topic">${option('', speech.text('search.allTopics'), topic === undefined)}${topics.map(each => option(each, speech.text(`questions:topics.options.${each}`), each === topic))}</select></p>
<p><label for="claim">${say('claim')}</label><select id="claim" name="claim">${option('', say('allClaims'), claim === undefined)}${claims.map(each => option(each, speech.text(`desk.claims.${each}`), each === claim))}</select></p>
<p><label for="own">${say('language')}</label><select id="own" name="own">${languages.map(({ lang, name }) => option(lang, name, lang === own))}</select></p>`
}

/** What goes to the person: a sheet in two languages with a sentence of one's own, a code, or the talk. */
function takeAlong(speech: Speech, { wishes, resume }: DeskView): Html {
  const say = (key: string) => speech.text(`desk.${key}`)
  const wayOn = (path: string, fields: Html, key: string) =>
    html`<form method="post" action="${path}"><input type="hidden" name="resume" value="${resume}">${fields}<button class="button">${say(key)}</button></form>`
  return html`<section class="along" id="along" aria-labelledby="take"><h2 id="take">${say('take')}</h2>
<p><label for="note">${say('note')}</label><textarea id="note" form="desk" name="note" maxlength="2000" rows="3" dir="auto">${wishes.note}</textarea><button class="button" form="desk" formaction="/${speech.lang}/counsel/desk/sheet">${say('sheet')}</button></p>
<div class="tools">${wayOn(`/${wishes.own}/handover`, html``, 'code')}${wayOn(`/${wishes.own}/talk#now`, html`<input type="hidden" name="event" value="language"><input type="hidden" name="lang" value="${wishes.own}">`, 'talk')}</div></section>`
}
