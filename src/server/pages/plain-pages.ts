import { html } from '../../../widget/view/html.ts'
import type { Speech, Speeches } from '../../i18n/speech.ts'
import type { Assets } from '../assets.ts'
import { layout } from './layout.ts'

/** What happens to answers, in plain sentences (Art. 13 DSGVO). */
export function privacyPage(speeches: Speeches, assets: Assets, speech: Speech): string {
  const paragraphs = ['noStorage', 'noNames', 'nobody', 'time', 'browser', 'rights']
  const title = speech.text('privacy.heading')
  return layout(speeches, assets, {
    speech,
    title: `${title} · ${speech.text('name')}`,
    content: html`<div class="prose"><h1>${title}</h1>${paragraphs.map(key => html`<p>${speech.text(`privacy.${key}`)}</p>`)}</div>`,
    pathIn: other => `/${other}/privacy`,
  })
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
