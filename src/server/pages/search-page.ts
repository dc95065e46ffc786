import { draftNote, helpNow, offerLine } from '../../../widget/view/card.ts'
import { type Html, html } from '../../../widget/view/html.ts'
import type { Day } from '../../facts/day.ts'
import { type Topic, topics } from '../../facts/topics.ts'
import type { Speech, Speeches } from '../../i18n/speech.ts'
import { callable, type PlaceNames, wholeOffer } from '../../render/offer.ts'
import type { Assets } from '../assets.ts'
import type { Outcome } from '../find-offers.ts'
import { layout } from './layout.ts'
import { viewSetting } from './words.ts'

/** What was entered in the form of the search. */
export interface SearchForm {
  readonly query: string
  readonly place: string
  readonly topic: Topic | undefined
}

/** What the search page shows: nothing yet, a fault of the form, or what was found. */
export interface Searched {
  readonly form: SearchForm
  readonly outcome?: Outcome | undefined
  /** What is wrong with the place. */
  readonly fault?: string | undefined
}

/** Offers to turn to where nobody is sure: they answer to everything, and send people on. */
const counselling = ['wir-vielfaltszentrum', 'behoerdennummer-115'] as const

/**
 * Search in one's own words, complete without JavaScript. It is sent in the body, so that no one's words stand in an address;
 * the page opens at what was found, and in danger at the help.
 */
export function searchPage(
  speeches: Speeches,
  assets: Assets,
  speech: Speech,
  { form, outcome, fault }: Searched,
  places: PlaceNames,
  today: Day,
): string {
  const { lang } = speech
  const title = speech.text('search.heading')
  const setting = viewSetting(speeches, assets, speech)
  const urgent = outcome?.danger?.offers ?? []
  const help =
    outcome?.danger &&
    helpNow(setting, {
      text: speech.text(`urgent.${outcome.danger.kind}`),
      offers: outcome.found
        .filter(({ offer }) => urgent.includes(offer.id))
        .map(({ offer }) => callable(speech, offer, outcome.facts, places)),
    })
  const found = outcome?.found.filter(({ offer }) => !urgent.includes(offer.id)) ?? []
  const messages = found.map(({ offer }) =>
    wholeOffer(speech, offer, undefined, outcome?.facts ?? {}, places, today),
  )
  const list = messages.map(
    message => html`<li>${offerLine(setting, message, `/${lang}/offers/${message.id}`)}</li>`,
  )
  return layout(speeches, assets, {
    speech,
    title: `${title} · ${speech.text('name')}`,
    content: html`<div class="prose">${help && html`<div id="found">${help}</div>`}<h1>${title}</h1>${searchForm(speech, form, fault)}
${outcome && html`<section${!help && html` id="found"`}>${heading(speech, outcome, found.length)}${list.length > 0 && html`${draftNote(setting, messages)}<ol class="hits">${list}</ol>`}${!outcome.isSure && adviceLine(speech)}${questions(speech, outcome)}</section>`}</div>`,
    keeps: {
      path: other => `/${other}/search`,
      fields: { q: form.query, place: form.place, topic: form.topic ?? '' },
    },
  })
}

function searchForm(speech: Speech, { query, place, topic }: SearchForm, fault: string | undefined): Html {
  const options = topics.map(
    each =>
      html`<option value="${each}"${each === topic && html` selected`}>${speech.text(`questions:topics.options.${each}`)}</option>`,
  )
  return html`<form method="post" action="/${speech.lang}/search#found" class="search" role="search">
<label for="q">${speech.text('search.label')}</label>
<input id="q" name="q" type="search" value="${query}" maxlength="2000" autocomplete="off" enterkeyhint="search" dir="auto" list="suggestions" data-suggest="/api/v1/suggestions"><datalist id="suggestions"></datalist>
<details${(place !== '' || topic) && html` open`}><summary>${speech.text('search.filter')}</summary>
<label for="place">${speech.text('search.place')}</label><input id="place" name="place" value="${place}" maxlength="100" dir="auto"${fault !== undefined && html` aria-invalid="true" aria-describedby="fault"`}>${fault !== undefined && html`<p class="error" id="fault" role="alert">${fault}</p>`}
<label for="topic">${speech.text('search.topic')}</label><select id="topic" name="topic"><option value="">${speech.text('search.allTopics')}</option>${options}</select></details>
<button class="button">${speech.text('search.go')}</button></form>`
}

function heading(speech: Speech, { isSure, meant }: Outcome, count: number): Html {
  const read = meant !== undefined && html`<p>${speech.text('search.meant')} <bdi>${meant}</bdi></p>`
  if (count === 0) return html`<h2 tabindex="-1">${speech.text('search.none')}</h2>${read}`
  return html`<h2 tabindex="-1">${isSure ? speech.text('say.search', { count }) : speech.text('search.perhaps')}</h2>${read}`
}

/** Where somebody helps on who knows more than a search. */
const adviceLine = (speech: Speech): Html =>
  html`<p class="advice">${speech.text('search.advice')}</p><ul>${counselling.map(id => html`<li><a href="/${speech.lang}/offers/${id}">${speech.text(`offers:${id}.title`)}</a></li>`)}</ul>`

/** The questions that tell most about what was found; answering begins the talk. */
function questions(speech: Speech, { nextFacts, found }: Outcome): Html | null {
  if (nextFacts.length === 0) return null
  const [first] = found.flatMap(({ offer }) => offer.topics)
  const begin = `/${speech.lang}/${first ? `?topics=${first}` : ''}`
  return html`<h2>${speech.text('search.questions')}</h2><ul>${nextFacts.map(fact => html`<li>${speech.text(`questions:${fact}.text`)}</li>`)}</ul><p><a class="button" href="${begin}">${speech.text('start.begin')}</a></p>`
}
