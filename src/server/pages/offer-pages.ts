import { draftNote, offerCard } from '../../../widget/view/card.ts'
import { html } from '../../../widget/view/html.ts'
import type { RuledOffer } from '../../catalogue/offer.ts'
import { governmentService } from '../../exchange/government-service.ts'
import type { Day } from '../../facts/day.ts'
import { topics } from '../../facts/topics.ts'
import type { Speech, Speeches } from '../../i18n/speech.ts'
import { type PlaceNames, wholeOffer } from '../../render/offer.ts'
import type { Assets } from '../assets.ts'
import { layout } from './layout.ts'
import { viewSetting } from './words.ts'

/** The list of all offers, by topic. */
export function offersPage(
  speeches: Speeches,
  assets: Assets,
  speech: Speech,
  offers: readonly RuledOffer[],
): string {
  const { lang } = speech
  const groups = topics.flatMap(topic => {
    const list = offers.filter(offer => offer.topics.includes(topic))
    if (list.length === 0) return []
    const items = list.map(({ id, titleDe }) => {
      const title = speech.text(`offers:${id}.title`)
      return html`<li><a href="/${lang}/offers/${id}">${title}</a>${title !== titleDe && html` <bdi class="german" lang="de">${titleDe}</bdi>`}</li>`
    })
    return [html`<h2>${speech.text(`questions:topics.options.${topic}`)}</h2><ul>${items}</ul>`]
  })
  const title = speech.text('page.allOffers')
  return layout(speeches, assets, {
    speech,
    title: `${title} · ${speech.text('name')}`,
    content: html`<div class="prose"><h1>${title}</h1>${groups}</div>`,
    pathIn: other => `/${other}/offers`,
  })
}

/** One offer at its own address. */
export function offerPage(
  speeches: Speeches,
  assets: Assets,
  speech: Speech,
  offer: RuledOffer,
  places: PlaceNames,
  today: Day,
): string {
  const message = wholeOffer(speech, offer, undefined, {}, places, today)
  const setting = viewSetting(speeches, assets, speech)
  const path = `/${speech.lang}/offers/${offer.id}`
  return layout(speeches, assets, {
    speech,
    title: `${message.title} · ${speech.text('name')}`,
    content: html`<div class="prose"><h1 class="only-heard">${message.title}</h1><h2 class="only-heard">${speech.text('card.all')}</h2>${draftNote(setting, [message])}${offerCard(setting, message)}<p><a class="button" href="/${speech.lang}/">${speech.text('start.begin')}</a></p><p>${offer.topics.map(topic => html`<a href="/${speech.lang}/topics/${topic}">${speech.text(`questions:topics.options.${topic}`)}</a> `)}</p></div>`,
    pathIn: other => `/${other}/offers/${offer.id}`,
    described: governmentService(speech, offer, `${assets.origin}${path}`),
  })
}
