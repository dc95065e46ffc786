import { type Html, html } from '../../../widget/view/html.ts'
import { type Topic, topics } from '../../facts/topics.ts'
import type { Speech, Speeches } from '../../i18n/speech.ts'
import { type Colour, digitsOf } from '../accent.ts'
import type { Assets } from '../assets.ts'
import { layout } from './layout.ts'

/** Where the widget stands on a site's page. */
export const positions = ['inline', 'launcher', 'page'] as const

/** What a site chose for its widget; none of it is about a person. */
export interface Embedding {
  /** A language, or nothing for the browser's own. */
  readonly lang: string | undefined
  /** Key of a Kreis. */
  readonly kreis: string | undefined
  readonly topics: readonly Topic[]
  readonly position: (typeof positions)[number]
  readonly accent: Colour | undefined
  /** What was written for a colour and is none. */
  readonly badAccent: string | undefined
}

/** A Kreis to choose, by its key. */
export interface KreisName {
  readonly ags: string
  readonly name: string
}

/** For web teams: choose, look at the widget as it will be, and copy the lines. */
export function embedPage(
  speeches: Speeches,
  assets: Assets,
  speech: Speech,
  embedding: Embedding,
  kreise: readonly KreisName[],
): string {
  const title = speech.text('embed.heading')
  const { origin } = assets
  const snippet = snippetOf(speeches, assets, embedding)
  return layout(speeches, assets, {
    speech,
    title: `${title} · ${speech.text('name')}`,
    content: html`<div class="prose"><h1>${title}</h1><p>${speech.text('embed.intro')}</p>${embedForm(speeches, speech, embedding, kreise)}
<div id="made"><h2>${speech.text('embed.snippet')}</h2><pre dir="ltr" tabindex="0"><code id="snippet">${snippet}</code></pre>
<button class="button" type="button" data-copy-from="snippet" data-copied="${speech.text('embed.copied')}" hidden><span>${speech.text('embed.copy')}</span></button>
<p>${speech.text('embed.policy')}</p><pre dir="ltr" tabindex="0"><code>script-src ${origin}; frame-src ${origin}</code></pre>
<h2>${speech.text('embed.preview')}</h2>${preview(speech, embedding)}</div><script src="/widget.js" async></script></div>`,
    pathIn: other => `/${other}/embed`,
  })
}

function embedForm(
  { languages }: Speeches,
  speech: Speech,
  { lang, kreis, topics: chosen, position, accent, badAccent }: Embedding,
  kreise: readonly KreisName[],
): Html {
  const option = (value: string, label: string, isChosen: boolean) =>
    html`<option value="${value}"${isChosen && html` selected`}>${label}</option>`
  const say = (key: string) => speech.text(`embed.${key}`)
  return html`<form action="/${speech.lang}/embed" class="search" data-embed>
<label for="lang">${say('lang')}</label><select id="lang" name="lang">${option('', say('auto'), lang === undefined)}${languages.map(other => option(other.lang, other.name, other.lang === lang))}</select>
<label for="kreis">${say('kreis')}</label><select id="kreis" name="kreis">${option('', say('anyKreis'), kreis === undefined)}${kreise.map(({ ags, name }) => option(ags, name, ags === kreis))}</select>
<fieldset><legend>${say('topics')}</legend>${topics.map(topic => html`<label class="row"><input type="checkbox" name="topics" value="${topic}"${chosen.includes(topic) && html` checked`}><span>${speech.text(`questions:topics.options.${topic}`)}</span></label>`)}</fieldset>
<label for="accent">${say('accent')}</label><input id="accent" name="accent" value="${badAccent ?? (accent ? `#${digitsOf(accent)}` : '')}" maxlength="20" autocomplete="off" spellcheck="false" dir="ltr" aria-describedby="accent-hint"${badAccent !== undefined && html` aria-invalid="true"`}><p id="accent-hint"${badAccent !== undefined && html` class="error" role="alert"`}>${say(badAccent === undefined ? 'accentHint' : 'accentInvalid')}</p>
<fieldset><legend>${say('position')}</legend>${positions.map(each => html`<label class="row"><input type="radio" name="position" value="${each}"${each === position && html` checked`}><span>${say(each)}</span></label>`)}</fieldset>
<button class="button">${say('show')}</button></form>`
}

/** The attributes that differ from what holds without them. */
const attributesOf = ({ lang, kreis, topics: chosen, position, accent }: Embedding) =>
  Object.entries({
    lang,
    kreis,
    topics: chosen.length > 0 ? chosen.join(',') : undefined,
    accent: accent && `#${digitsOf(accent)}`,
    position: position === 'inline' ? undefined : position,
  }).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]))

const preview = (speech: Speech, embedding: Embedding): Html =>
  html`<hessen-lotse id="preview"${attributesOf(embedding).map(({ name, value }) => html` ${name}="${value}"`)}><a href="/${speech.lang}/">${speech.text('start.begin')}</a></hessen-lotse>`

/** The lines for the site's page: the loader by version and checksum, and the element with a link for those without it. */
function snippetOf(speeches: Speeches, { origin, loader }: Assets, embedding: Embedding): string {
  const speech = speeches.of(embedding.lang ?? 'de')
  const attributes = attributesOf(embedding).map(({ name, value }) => ` ${name}="${value}"`)
  return `<script src="${origin}${loader.path}" integrity="${loader.integrity}" crossorigin="anonymous" async></script>
<hessen-lotse${attributes.join('')}><a href="${origin}/${speech.lang}/">${speech.text('start.heading')}</a></hessen-lotse>`
}
