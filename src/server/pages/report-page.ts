import { type Html, html } from '../../../widget/view/html.ts'
import type { Speech, Speeches } from '../../i18n/speech.ts'
import type { Assets } from '../assets.ts'
import { addressIn, type Door } from './door.ts'
import { layout } from './layout.ts'

/** The page after somebody said what is wrong with an offer, for those without JavaScript; it leads back. */
export function reportPage(
  speeches: Speeches,
  assets: Assets,
  speech: Speech,
  shown: {
    /** What went wrong with the report, in words; nothing where it was counted. */
    readonly fault?: string
    /** The offer, where there is such a one. */
    readonly offer: string | undefined
    /** The sealed answers; empty on pages that hold none. */
    readonly resume: string
    readonly door: Door
  },
): string {
  const { fault, offer, resume, door } = shown
  const heading = fault ?? speech.text('wrong.thanks')
  const isPublic = resume === '' && door.path === '' && offer !== undefined
  return layout(speeches, assets, {
    speech,
    title: `${heading} · ${speech.text('name')}`,
    resume,
    door,
    ...(isPublic && { pathIn: (lang: string) => `/${lang}/offers/${offer}` }),
    content: html`<div class="prose"><h1>${heading}</h1>${isPublic ? html`<p><a class="button" href="/${speech.lang}/offers/${offer}">${speech.text('wrong.back')}</a></p>` : back(speech, shown)}</div>`,
  })
}

/** The way back into the talk: to the offer, or to the results. */
function back(
  { lang, text }: Speech,
  {
    offer,
    resume,
    door,
  }: { readonly offer: string | undefined; readonly resume: string; readonly door: Door },
): Html {
  const field = offer !== undefined && html`<input type="hidden" name="id" value="${offer}">`
  const [event, label] = offer === undefined ? ['results', 'print.back'] : ['offer', 'wrong.back']
  return html`<form method="post" action="${addressIn(door, `/${lang}/talk`)}#now"><input type="hidden" name="event" value="${event}"><input type="hidden" name="resume" value="${resume}">${field}<button class="button">${text(label)}</button></form>`
}
