import { type Html, html } from '../../../widget/view/html.ts'
import { isolated } from '../../i18n/marks.ts'
import type { Speech, Speeches } from '../../i18n/speech.ts'
import type { Assets } from '../assets.ts'
import type { Awaiting, AwaitingText } from '../awaiting.ts'
import { layout } from './layout.ts'

/** Which texts of a language nobody has reviewed: for counsellors, and for whoever wants to read them. */
export function translationPage(
  speeches: Speeches,
  assets: Assets,
  speech: Speech,
  { inDanger, words, others }: Awaiting,
  part: 'first' | 'all',
): string {
  const title = speech.text('translation.heading')
  const path = (lang: string) => `/${lang}/translation${part === 'all' ? '/all' : ''}`
  const count = inDanger.length + words.length + others.length
  const lists = html`<p>${speech.text('translation.intro')} ${speech.text('translation.awaits', { count })}</p>
<h2>${speech.text('translation.danger')}</h2>${table(speech, inDanger)}
${
  words.length > 0 &&
  html`<h2>${speech.text('translation.words')}</h2>${words.map(
    ({ kind, phrases }) =>
      kind !== 'harmless' &&
      html`<details><summary>${speech.text(`urgent.${kind}`)}</summary><p class="heard">${phrases.join(' · ')}</p></details>`,
  )}`
}
<h2>${speech.text('translation.others')}</h2>
${part === 'all' ? table(speech, others) : html`<p><a class="button" href="/${speech.lang}/translation/all">${speech.text('action.showMore')}</a></p>`}`
  return layout(speeches, assets, {
    speech,
    title: `${title} · ${speech.text('name')}`,
    content: html`<div class="prose"><h1>${title}</h1>${overview(speeches, speech, path)}${count > 0 ? lists : html`<p>${speech.text('translation.all')}</p>`}</div>`,
    pathIn: path,
  })
}

/** Every language in its own name, and how much of it was reviewed. */
function overview({ languages }: Speeches, speech: Speech, path: (lang: string) => string): Html {
  const share = new Intl.NumberFormat(speech.locale, { style: 'percent' })
  return html`<ul class="shares">${languages.map(
    ({ lang, dir, name, reviewed, standing: { keys, stateOf } }, at) =>
      html`<li><a href="${path(lang)}" lang="${lang}" dir="${dir}">${name}</a> · ${
        at === 0
          ? speech.text('translation.original')
          : `${speech.text('translation.reviewed')}: ${share.format(reviewed)} · ${speech.text('translation.draft')}: ${speech.number(keys.filter(key => stateOf(key) === 'draft').length)}`
      }</li>`,
  )}</ul>`
}

/** Texts beside the German that they were made from. */
const table = (speech: Speech, texts: readonly AwaitingText[]): Html =>
  html`<div class="wide" role="region" tabindex="0" aria-label="${speech.text('translation.heading')}"><table><thead><tr><th scope="col">${speech.text('translation.german')}</th><th scope="col">${speech.name}</th></tr></thead><tbody>${texts.map(
    ({ german, text, isStale }) =>
      html`<tr><td lang="de" dir="ltr">${german.join(' / ')}</td><td>${text.map(one => isolated(one, speech.dir)).join(' / ')}${isStale && html` <small>${speech.text('translation.changed')}</small>`}</td></tr>`,
  )}</tbody></table></div>`
