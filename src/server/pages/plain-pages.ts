import { type Html, html } from '../../../widget/view/html.ts'
import type { Speech, Speeches } from '../../i18n/speech.ts'
import type { Assets } from '../assets.ts'
import { layout } from './layout.ts'
import { reached } from './reached.ts'

/** What a shared phone remembers, and how to make it forget: the browser's own history is out of our reach. */
export function tracesPage(speeches: Speeches, assets: Assets, speech: Speech): string {
  const title = speech.text('traces.heading')
  const say = (key: string) => speech.text(`traces.${key}`)
  return layout(speeches, assets, {
    speech,
    title: `${title} · ${speech.text('name')}`,
    content: html`<div class="prose"><h1>${title}</h1><p>${say('exit')}</p><p>${say('answers')}</p><p>${say('history')}</p><ul class="points">${['android', 'iphone', 'computer'].map(key => html`<li>${say(key)}</li>`)}</ul><p>${say('private')}</p><p>${say('watched')}</p></div>`,
    pathIn: other => `/${other}/traces`,
  })
}

/** The body that people in Hesse turn to when a public body does not answer (§ 6 HVBIT), read 2026-11-26. */
const enforcement = {
  name: 'Durchsetzungs- und Überwachungsstelle Barrierefreie Informationstechnik',
  url: 'https://lbit.hessen.de/Durchsetzungs-und-Ueberwachungsstelle/Durchsetzungsverfahren-beantragen',
}
/** The day on which the statement was last held against the service. */
const stated = '2026-11-26'

/** The accessibility statement (BITV 2.0, § 4 HVBIT): what was tested, what is not good yet, and whom to tell. */
export function accessibilityPage(speeches: Speeches, assets: Assets, speech: Speech): string {
  const title = speech.text('access.heading')
  const say = (key: string) => speech.text(`access.${key}`)
  return layout(speeches, assets, {
    speech,
    title: `${title} · ${speech.text('name')}`,
    content: html`<div class="prose"><h1>${title}</h1><p>${say('aim')}</p><p>${say('tested')}</p><p>${say('gaps')}</p><ul class="points">${['gapTranslation', 'gapSigns', 'gapPeople'].map(key => html`<li>${say(key)}</li>`)}</ul>${barrierContact(assets, speech)}<p>${say('enforcement')} <a href="${enforcement.url}" rel="noopener noreferrer"><bdi lang="de">${enforcement.name}</bdi></a></p><p>${speech.text('access.checked', { date: speech.date(stated) })}</p></div>`,
    pathIn: other => `/${other}/accessibility`,
  })
}

/** Whom to tell of a barrier: the town's own contact, else the site that led here. */
function barrierContact({ town }: Assets, { text }: Speech): Html {
  const contact = town?.accessibilityContact
  return contact
    ? html`<p>${text('town.barrier')}</p>${reached(contact)}`
    : html`<p>${text('access.contact')}</p>`
}

/** An error as a page, with a way on. */
export function errorPage(speeches: Speeches, assets: Assets, speech: Speech, text: string): string {
  return layout(speeches, assets, {
    speech,
    title: speech.text('name'),
    content: html`<div class="prose"><h1>${text}</h1><p><a class="button" href="/${speech.lang}/">${speech.text('action.restart')}</a></p></div>`,
    pathIn: other => `/${other}/`,
  })
}

/** A town's page as it could be: the widget in one line. */
export function demoPage(speeches: Speeches, assets: Assets, speech: Speech): string {
  const title = speech.text('page.demo')
  return layout(speeches, assets, {
    speech,
    title: `${title} · ${speech.text('name')}`,
    content: html`<div class="prose"><h1>${title}</h1><script src="/widget.js" async></script><hessen-lotse lang="auto"><a href="/${speech.lang}/">${speech.text('start.begin')}</a></hessen-lotse></div>`,
    pathIn: other => `/${other}/demo`,
  })
}
