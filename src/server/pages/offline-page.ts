import { contacts, draftNote, type HelpLine, helpLine } from '../../../widget/view/card.ts'
import { html } from '../../../widget/view/html.ts'
import { topics } from '../../facts/topics.ts'
import type { Speech, Speeches } from '../../i18n/speech.ts'
import type { OfferMessage } from '../../render/message.ts'
import type { Assets } from '../assets.ts'
import { layout } from './layout.ts'
import { viewSetting } from './words.ts'

/**
 * Help lines, and every offer with what to do and whom to call, on one page: it can be kept on the device and read without
 * a network. It holds nothing of the person.
 */
export function offlinePage(
  speeches: Speeches,
  assets: Assets,
  speech: Speech,
  { help, offers }: { readonly help: readonly HelpLine[]; readonly offers: readonly OfferMessage[] },
): string {
  const setting = viewSetting(speeches, assets, speech)
  const title = speech.text('offline.heading')
  const button = (does: 'save' | 'remove', done: string) =>
    html`<button class="button" data-offline="${does}" data-done="${speech.text(done)}" data-failed="${speech.text('offline.failed')}" hidden>${speech.text(`offline.${does}`)}</button>`
  const groups = topics.map(topic => {
    const list = offers.filter(offer => offer.topics[0] === topic)
    return html`<details><summary><h2>${speech.text(`questions:topics.options.${topic}`)}</h2></summary>${list.map(
      offer =>
        html`<article class="card" data-offer="${offer.id}"><h3>${offer.title}</h3>${offer.title !== offer.titleDe && html`<p class="german"><bdi lang="de">${offer.titleDe}</bdi></p>`}<p>${offer.nextStep}</p>${contacts(setting, offer.contacts)}</article>`,
    )}</details>`
  })
  return layout(speeches, assets, {
    speech,
    title: `${title} · ${speech.text('name')}`,
    content: html`<div class="prose"><h1>${title}</h1><p data-no-network hidden><strong>${speech.text('offline.none')}</strong></p>
<section class="urgent known"><h2>${speech.text('urgent.medical')}</h2>${help.filter(line => line.contacts.length > 0).map(line => helpLine(setting, line))}</section>
<p>${speech.text('offline.intro')}</p><p class="safe">${speech.text('offline.note')}</p><div class="tools">${button('save', 'offline.saved')}${button('remove', 'offline.removed')}</div><p role="status" data-offline-status></p>
${draftNote(setting, offers)}${groups}</div>`,
    pathIn: other => `/${other}/offline`,
  })
}
