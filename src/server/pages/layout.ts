import { type Html, html, jsonHtml, styleHtml, svgHtml } from '../../../widget/view/html.ts'
import { icon } from '../../../widget/view/icon.ts'
import type { Speech, Speeches } from '../../i18n/speech.ts'
import { digitsOf } from '../accent.ts'
import type { Assets, TownDress } from '../assets.ts'
import { addressIn, type Door, ownDoor } from './door.ts'

/** Where the quick exit leads: the weather, which anybody looks at. */
const harmless = 'https://www.dwd.de/'

export interface Page {
  readonly speech: Speech
  readonly title: string
  readonly content: Html
  /** What the language menu keeps: the sealed answers, so that the conversation goes on. */
  readonly resume?: string
  /** The path of this page in a language, where it has one of its own; else the talk is rendered anew. */
  readonly pathIn?: (lang: string) => string
  /** What a page that was sent as a form keeps when it is shown in another language. */
  readonly keeps?: {
    readonly path: (lang: string) => string
    readonly fields: { readonly [name: string]: string }
  }
  /** The service itself where none is given. */
  readonly door?: Door
  /** The first page that somebody sees of a talk. */
  readonly isFirst?: boolean
  /** No search engine shall show it. */
  readonly isHidden?: boolean
  /** A style sheet beside the common one. */
  readonly sheet?: string
  /** Data that the page's script starts from. */
  readonly data?: object
  /** What search engines read of the page, as JSON-LD. */
  readonly described?: object | undefined
}

/** A whole page: quick exit and language at the top, nothing from elsewhere. */
export function layout({ languages }: Speeches, assets: Assets, page: Page): string {
  const { speech, title, content, door = ownDoor, isFirst, isHidden, pathIn, data, described } = page
  const { lang, dir } = speech
  const isFrame = door.path !== ''
  const { town } = assets
  // The site around the frame has its own colour.
  const accent = door.accent ?? town?.accent
  const alternates =
    page.pathIn &&
    languages.map(
      other =>
        html`<link rel="alternate" hreflang="${other.lang}" href="${assets.origin}${page.pathIn?.(other.lang)}">`,
    )
  return html`<!doctype html>
<html lang="${lang}" dir="${dir}"${isFrame ? html` class="frame"` : null}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${speech.text('start.intro')}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/assets/favicon.svg" type="image/svg+xml">
${isFirst || pathIn ? styleHtml(assets.styleText) : html`<link rel="stylesheet" href="${assets.style}">`}${accent && html`<link rel="stylesheet" href="/accent/${digitsOf(accent)}.css">`}
${page.sheet !== undefined && html`<link rel="stylesheet" href="${page.sheet}">`}
${isHidden ? html`<meta name="robots" content="noindex, nofollow">` : alternates}
${isFrame ? html`<meta name="robots" content="noindex">` : html`<link rel="manifest" href="/${lang}/app.webmanifest"><link rel="apple-touch-icon" href="/assets/icon-180.png">`}
<script type="module" src="${assets.app}"></script>
${described && html`<script type="application/ld+json">${jsonHtml(described)}</script>`}
</head>
<body>
<a class="skip-link" href="#main" data-text="action.skip">${speech.text('action.skip')}</a>
<header class="top">
<a class="brand" href="${addressIn(door, `/${lang}/`)}">${town?.logo ? html`<img class="logo" src="${town.logo.path}" alt="" height="28">` : svgHtml(assets.brand)}<span>${speech.text('name')}</span>${town && html`<bdi class="town" lang="de">${town.name}</bdi>`}</a>
${languageMenu(languages, page)}
<a class="exit" id="exit" href="${harmless}" target="_top" rel="noreferrer">${icon(assets.icons, 'exit')}<span data-text="action.exit">${speech.text('action.exit')}</span></a>
</header>
<main id="main"${page.sheet !== undefined && html` class="broad"`}>${content}</main>
${!isFrame && footer(speech, town)}
<div id="live" class="only-heard" role="status" aria-live="polite"></div>
${data && html`<script type="application/json" id="data">${jsonHtml(data)}</script>`}
</body>
</html>`.toString()
}

function languageMenu(
  languages: readonly Speech[],
  { speech, resume, pathIn, keeps, door = ownDoor }: Page,
): Html {
  const label = html`<summary><span data-text="language.name">${speech.name}</span><span class="only-heard"> (<span data-text="action.language">${speech.text('action.language')}</span>)</span></summary>`
  if (pathIn) {
    const links = languages.map(
      ({ lang, name, dir }) =>
        html`<li><a href="${pathIn(lang)}" lang="${lang}" dir="${dir}" hreflang="${lang}">${name}</a></li>`,
    )
    return html`<details class="languages">${label}<ul>${links}</ul></details>`
  }
  if (keeps) {
    const hidden = Object.entries(keeps.fields).map(
      ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
    )
    const buttons = languages.map(
      ({ lang, name, dir }) =>
        html`<li><button formaction="${keeps.path(lang)}" lang="${lang}" dir="${dir}">${name}</button></li>`,
    )
    return html`<details class="languages">${label}<form method="post" action="${keeps.path(speech.lang)}">${hidden}<ul>${buttons}</ul></form></details>`
  }
  const buttons = languages.map(
    ({ lang, name, dir }) =>
      html`<li><button name="lang" value="${lang}" lang="${lang}" dir="${dir}">${name}</button></li>`,
  )
  return html`<details class="languages">${label}<form method="post" action="${addressIn(door, `/${speech.lang}/talk`)}#now" data-talk><input type="hidden" name="event" value="language"><input type="hidden" name="resume" value="${resume ?? ''}"><ul>${buttons}</ul></form></details>`
}

/** Pages that are never far, by their path and the text of their link. */
const nearby = [
  ['', 'page.home'],
  ['search', 'search.link'],
  ['topics', 'topics.link'],
  ['offers', 'page.allOffers'],
  ['offline', 'offline.link'],
  ['traces', 'traces.link'],
  ['privacy', 'privacy.link'],
  ['accessibility', 'access.link'],
  ['embed', 'embed.link'],
  ['counsel/desk', 'desk.link'],
] as const

const footer = (speech: Speech, town: TownDress | undefined): Html =>
  html`<footer class="bottom"><p data-text="page.footer">${speech.text('page.footer')}</p><nav>${nearby.map(([path, key]) => html`${footLink(speech, path, key)} `)}${speech.reviewed < 1 && footLink(speech, 'translation', 'translation.link')}${town && townLinks(speech, town)}</nav></footer>`

/** The town's own pages, on its own site. */
const townLinks = ({ text }: Speech, town: TownDress): readonly (Html | null)[] =>
  (['imprint', 'privacy', 'accessibility'] as const).map(page =>
    town[page] === undefined
      ? null
      : html` <a href="${town[page]}" rel="noopener noreferrer" data-text="town.${page}">${text(`town.${page}`)}</a>`,
  )

/** A link to a page of its own; the page's script says it anew when the talk goes on in another language. */
const footLink = ({ lang, text }: Speech, path: string, key: string): Html =>
  html`<a href="/${lang}/${path}" data-text="${key}">${text(key)}</a>`
