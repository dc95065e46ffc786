import { draftNote, offerLine } from '../../../widget/view/card.ts'
import { html } from '../../../widget/view/html.ts'
import { optionIcon } from '../../../widget/view/icon.ts'
import { type Topic, topics } from '../../facts/topics.ts'
import type { Speech, Speeches } from '../../i18n/speech.ts'
import type { OfferMessage } from '../../render/message.ts'
import type { Assets } from '../assets.ts'
import { layout } from './layout.ts'
import { viewSetting } from './words.ts'

/** All topics, each with its sign, for people who would rather look than be asked. */
export function topicsPage(speeches: Speeches, assets: Assets, speech: Speech): string {
  const title = speech.text('topics.heading')
  return layout(speeches, assets, {
    speech,
    title: `${title} · ${speech.text('name')}`,
    content: html`<div class="prose"><h1>${title}</h1><ul class="rows">${topics.map(
      topic =>
        html`<li><a class="row" href="/${speech.lang}/topics/${topic}">${optionIcon(assets.icons, 'topics', topic)}<span>${nameOf(speech, topic)}</span></a></li>`,
    )}</ul></div>`,
    pathIn: other => `/${other}/topics`,
  })
}

/** The offers of a topic, those first that help in danger or soon. */
export function topicPage(
  speeches: Speeches,
  assets: Assets,
  speech: Speech,
  topic: Topic,
  offers: readonly OfferMessage[],
): string {
  const { lang } = speech
  const setting = viewSetting(speeches, assets, speech)
  const title = speech.text('topics.all', { topic: nameOf(speech, topic) })
  return layout(speeches, assets, {
    speech,
    title: `${title} · ${speech.text('name')}`,
    content: html`<div class="prose"><h1>${title}</h1><p><a class="button" href="/${lang}/?topics=${topic}">${speech.text('start.begin')}</a></p>${draftNote(setting, offers)}<ul class="hits">${offers.map(
      offer => html`<li>${offerLine(setting, offer, `/${lang}/offers/${offer.id}`)}</li>`,
    )}</ul><p><a href="/${lang}/topics">${speech.text('topics.heading')}</a></p></div>`,
    pathIn: other => `/${other}/topics/${topic}`,
  })
}

const nameOf = (speech: Speech, topic: Topic): string => speech.text(`questions:topics.options.${topic}`)
