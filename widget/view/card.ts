import type { BriefOfferMessage, OfferMessage } from '../../src/render/message.ts'
import { type Html, html } from './html.ts'
import { icon } from './icon.ts'
import { listenButton } from './listen.ts'
import type { Setting } from './setting.ts'
import { talkForm } from './talk-form.ts'
import { say, sayDate, type Words } from './words.ts'
import { wrongForm } from './wrong.ts'

/** How sure an offer is, as the person sees it; each has a shape as well as a colour. */
export type Standing =
  | 'entitlement'
  | 'discretion'
  | 'open'
  | 'office'
  | 'decides'
  | 'ask'
  | 'law'
  | 'facts'
  | 'ineligible'

/** What waits for somebody's word alone: an office calculates, an office has a choice, or a service says whether it fits. */
const waiting = { entitlement: 'office', discretion: 'decides', open: 'ask' } as const

/** Where an offer stands for the person: what kind of claim, or why it is open. */
export function standingOf({
  verdict,
  claim,
  openBecause = [],
}: Pick<OfferMessage, 'verdict' | 'claim' | 'openBecause'>): Standing {
  if (verdict === 'ineligible') return 'ineligible'
  if (verdict !== 'undetermined') return claim
  if (openBecause.includes('facts')) return 'facts'
  return openBecause.includes('law') ? 'law' : waiting[claim]
}

const shapes: { readonly [S in Standing]: string } = {
  entitlement: 'star',
  discretion: 'form',
  open: 'door',
  office: 'form',
  decides: 'form',
  ask: 'door',
  law: 'clock',
  facts: 'open',
  ineligible: 'no',
}

const badge = ({ words, icons }: Setting, standing: Standing): Html =>
  html`<p class="badge ${standing}">${icon(icons, shapes[standing])}<span>${say(words, `verdict.${standing}`)}</span></p>`

/** The German name, said in German by a screen reader, wherever the page's own language is another. */
const germanName = (
  { lang }: Words,
  { title, titleDe }: Pick<OfferMessage, 'title' | 'titleDe'>,
): Html | null =>
  lang === 'de' && title === titleDe ? null : html`<p class="german"><bdi lang="de">${titleDe}</bdi></p>`

/**
 * An offer as a card that answers: what is it, is it for me, why, what do I do now, how sure and how fresh.
 * Among others it can be folded down to the first two of these.
 */
export function offerCard(
  setting: Setting,
  offer: OfferMessage,
  fold: 'folded' | 'unfolded' | 'none' = 'none',
): Html {
  const { words } = setting
  const body = cardBody(setting, offer)
  return html`<article class="card" data-offer="${offer.id}" data-verdict="${offer.verdict ?? ''}">
<h3 tabindex="-1">${offer.title}</h3>${germanName(words, offer)}
${offer.status === 'ended' ? html`<p class="badge ineligible">${say(words, 'card.ended')}</p>` : offer.verdict && badge(setting, standingOf(offer))}
${fold === 'none' ? body : html`<details class="fold"${fold === 'unfolded' ? html` open` : null}><summary>${say(words, 'action.details')}<span class="only-heard">: ${offer.title}</span></summary><div class="body">${body}</div></details>`}
</article>`
}

function cardBody(setting: Setting, offer: OfferMessage): Html {
  const { words } = setting
  return html`${listenButton(setting, offer.title)}<p>${offer.summary}</p>
${successor(setting, offer)}
${reasons(setting, offer)}
${isPressing(offer) && risks(setting, offer)}
<h4>${say(words, 'card.now')}</h4><p>${offer.nextStep}</p>
${responsible(words, offer)}
${local(setting, offer)}
${contacts(setting, elsewhere(offer))}
${shareButton(setting, offer)}
${notes(words, offer)}
${!isPressing(offer) && risks(setting, offer)}
${offer.documents && html`<details><summary>${say(words, 'card.documents')}</summary><ul>${offer.documents.map(name => html`<li>${name}</li>`)}</ul></details>`}
${sources(words, offer)}
${wrongForm(setting, offer.id)}
${offer.shortened && offerButton(setting, offer.id, 'card.all')}`
}

/** Passes the offer's public page on; the page's script shows it where the device can. */
const shareButton = ({ words, icons }: Setting, { id, title }: OfferMessage): Html =>
  html`<button class="quiet" type="button" data-share="/${words.lang}/offers/${id}" data-title="${title}" data-copy="${say(words, 'action.copy')}" data-copied="${say(words, 'action.copied')}" hidden>${icon(icons, 'share')}<span>${say(words, 'action.share')}</span></button>`

/** The way on from an offer that has ended, or may have. */
const successor = (setting: Setting, { successor: id }: OfferMessage): Html | null =>
  id === undefined ? null : offerButton(setting, id, 'card.successor')

/** A text with an element where it has a place to fill in. */
function around(words: Words, key: string, name: string, element: Html): Html {
  const [before = '', after = ''] = say(words, key, { [name]: '\u0000' }).split('\u0000')
  return html`${before}${element}${after}`
}

/** The office of the person's own place, said in German as on its door. */
function responsible(words: Words, { responsible: office }: OfferMessage): Html | null {
  if (!office) return null
  const name = html`<bdi lang="de">${office.name}</bdi>${office.unconfirmed && html` (${say(words, 'card.unconfirmed')})`}`
  return html`<p>${around(words, 'card.responsible', 'office', name)}</p>`
}

/** Remarks that change what the offer is worth now stand open; the others wait behind a tap. */
function notes(words: Words, offer: OfferMessage): Html | null {
  if (!offer.notes) return null
  const isUrgent = offer.status === 'restricted' || offer.openBecause?.includes('law')
  return html`<details${isUrgent ? html` open` : null}><summary>${say(words, 'card.notes')}</summary><ul>${offer.notes.map(note => html`<li>${note}</li>`)}</ul></details>`
}

/** Whether a claim surely touches this person's residence: then they read so before they are told where to go. */
const isPressing = ({ risks: list = [] }: OfferMessage): boolean =>
  list.some(({ tone, mine }) => tone === 'care' && mine === true)

/** What a claim can mean for residence, with the way to advice; kept calm, and behind a tap unless it is pressing. */
function risks(setting: Setting, offer: OfferMessage): Html | null {
  const { risks: list } = offer
  if (!list) return null
  const { words, icons } = setting
  const marks = { care: 'open', fine: 'yes' } as const
  const advisers = [...new Set(list.flatMap(({ advice }) => advice ?? []))]
  return html`<details class="risks"${isPressing(offer) ? html` open` : null}><summary>${say(words, 'card.risks')}</summary><ul>${list.map(
    ({ tone, text, source: { title, url, checked } }) =>
      html`<li class="${tone === 'fine' ? 'met' : 'unknown'}">${icon(icons, marks[tone])}<span>${text} <small><a href="${url}" target="_blank" rel="noopener noreferrer"><bdi lang="de">${title}</bdi></a> · ${say(words, 'card.checked', { date: sayDate(words, checked) })}</small></span></li>`,
  )}</ul>${advisers.map(id => offerButton(setting, id, 'card.advice'))}</details>`
}

/** A button that opens another offer. */
const offerButton = (setting: Setting, id: string, key: string): Html =>
  talkForm(
    setting,
    'offer',
    html`<input type="hidden" name="id" value="${id}"><button class="button">${say(setting.words, key)}</button>`,
  )

/** Says once that nobody has reviewed the translation, where that is so. */
export const draftNote = ({ words }: Setting, offers: readonly OfferMessage[]): Html | null =>
  offers.some(({ translation }) => translation === 'draft')
    ? html`<p class="fresh">${say(words, 'card.draft')}</p>`
    : null

/** Why: what holds, what refuses and what is open, with the way to contradict or to answer. */
function reasons(setting: Setting, { reasons: list = [] }: OfferMessage): Html | null {
  const { words, icons } = setting
  if (list.length === 0) return null
  const changeable = new Map(
    list.flatMap(({ outcome, question }) =>
      outcome === 'met' || question === undefined ? [] : [[question, outcome] as const],
    ),
  )
  const marks = { met: 'yes', failed: 'no', unknown: 'open' } as const
  return html`<h4>${say(words, 'card.why')}</h4><ul class="reasons">${list.map(
    ({ outcome, text, instead }) =>
      instead !== undefined
        ? html`<li class="${outcome}">${icon(icons, marks[outcome])}<span>${instead}</span></li>`
        : html`<li class="${outcome}">${icon(icons, marks[outcome])}<span>${text} <span class="outcome${outcome === 'met' ? ' only-heard' : ''}">${say(words, `outcome.${outcome}`)}</span></span></li>`,
  )}</ul>${[...changeable].map(([question, outcome]) => reviseButton(setting, question, outcome === 'failed' ? 'action.correct' : 'action.answerNow'))}`
}

/** A button that puts an answered question again. */
const reviseButton = (setting: Setting, question: string, key: string): Html =>
  talkForm(
    setting,
    'revise',
    html`<input type="hidden" name="question" value="${question}"><button class="quiet">${say(setting.words, key)}</button>`,
  )

/** A number that never breaks, within a label that may. */
const inOnePiece = (label: string): string =>
  label.replace(/(\d) (?=\d)/g, '$1\u00a0').replace(/(\d)-(?=\d)/g, '$1\u2011')

/** What a tap on a way to reach somebody does; an address leads to a map of everybody. */
const hrefs: { readonly [K in OfferMessage['contacts'][number]['kind']]: (value: string) => string } = {
  phone: value => `tel:${value}`,
  url: value => value,
  email: value => `mailto:${value}`,
  address: value => `https://www.openstreetmap.org/search?${new URLSearchParams({ query: value })}`,
}

/** Calls, links and routes as full-width buttons; numbers are left to right and never break. */
export function contacts({ words, icons }: Setting, list: OfferMessage['contacts']): Html | null {
  if (list.length === 0) return null
  const ways = { phone: 'phone', url: 'globe', email: 'mail', address: 'pin' } as const
  const texts = {
    phone: 'card.call',
    url: 'card.website',
    email: 'card.email',
    address: 'card.address',
  } as const
  const fillings = { phone: 'number', url: 'name', email: 'address', address: 'address' } as const
  return html`<ul class="contacts">${list.map(({ kind, value, label }) => {
    // Offices and lines have German names; a bare number has no language.
    const shown = /\p{L}/u.test(label)
      ? html`<bdi class="value" lang="de">${kind === 'phone' ? inOnePiece(label) : label}</bdi>`
      : html`<bdi class="value number">${inOnePiece(label)}</bdi>`
    const text = html`${icon(icons, ways[kind])}<span>${around(words, texts[kind], fillings[kind], shown)}</span>`
    const outside =
      kind === 'url' || kind === 'address' ? html` target="_blank" rel="noopener noreferrer"` : null
    return html`<li><a class="button" href="${hrefs[kind](value)}"${outside}>${text}</a></li>`
  })}</ul>`
}

/** Who helps on the spot, with hours and languages. */
const local = (setting: Setting, { local: list = [] }: OfferMessage): readonly Html[] =>
  list.map(
    help =>
      html`<h4>${localName(setting.words, help)}</h4><p>${localFacts(setting.words, help).map(line => html`${line}<br>`)}</p>${contacts(setting, help.contacts)}`,
  )

/** A name and its place, both said in German. */
export const localName = (words: Words, { name, place }: LocalHelp): string =>
  say(words, 'town.local', { name: german(words, name), place: german(words, place) })

/** When it is open, which languages are spoken, and when somebody looked last. */
export const localFacts = (words: Words, { hours, languages, checked }: LocalHelp): readonly string[] => [
  ...(hours === undefined ? [] : [say(words, 'town.hours', { hours })]),
  ...(languages === undefined ? [] : [say(words, 'town.languages', { languages })]),
  say(words, 'card.checked', { date: sayDate(words, checked) }),
]

type LocalHelp = NonNullable<OfferMessage['local']>[number]

/** A German name in a text of another language: pages make an element of these marks. */
const german = ({ lang }: Words, name: string): string => (lang === 'de' ? name : `\u2068${name}\u2069`)

/** The contacts that do not stand with who helps on the spot. */
export const elsewhere = ({ contacts: list, local: helps = [] }: OfferMessage): OfferMessage['contacts'] => {
  const known = helps.flatMap(({ contacts: ways }) => ways.map(({ value }) => value))
  return list.filter(({ value }) => !known.includes(value))
}

/** Who is responsible, what it costs, which paragraph says what, and when it was read. */
function sources(
  words: Words,
  { provider, cost, sources: list, reasons: criteria = [] }: OfferMessage,
): Html {
  return html`<details class="sources"><summary>${say(words, 'card.sources')}</summary><p>${say(words, 'card.provider')}: <bdi lang="de">${provider}</bdi> · ${say(words, `cost.${cost}`)}</p><ul>${list.map(
    ({ title, url, checked, unconfirmed }) =>
      html`<li><a href="${url}" target="_blank" rel="noopener noreferrer"><bdi lang="de">${title}</bdi></a> <small>${say(words, 'card.checked', { date: sayDate(words, checked) })}${unconfirmed && html` · ${say(words, 'card.unconfirmed')}`}</small>${criteria
        .filter(({ source }) => source === title)
        .map(
          ({ text, instead = text, answer }) =>
            html`<br><small>${instead}${answer && html` (${say(words, 'card.yourAnswer', { answer })})`}</small>`,
        )}</li>`,
  )}</ul></details>`
}

/** An offer in brief: one row that opens it. */
export function offerRow(setting: Setting, offer: BriefOfferMessage | OfferMessage, isFresh: boolean): Html {
  const content = html`<input type="hidden" name="id" value="${offer.id}"><button class="row offer">${icon(setting.icons, shapes[standingOf(offer)])}<span><strong>${offer.title}</strong>${
    offer.title === offer.titleDe ? null : html`<bdi class="german" lang="de">${offer.titleDe}</bdi>`
  }<span class="standing">${say(setting.words, `verdict.${standingOf(offer)}`)}</span>${'because' in offer && offer.because ? html`<span class="because">${offer.because}</span>` : null}</span></button>`
  return html`<li${isFresh ? html` class="fresh-offer"` : null} data-offer="${offer.id}">${talkForm(setting, 'offer', content)}</li>`
}

/** Who helps in a danger. */
export interface HelpLine {
  readonly title: string
  readonly contacts: OfferMessage['contacts']
}

/** The lines that help in a danger, all of them, said at once by a screen reader. */
export const helpNow = (
  setting: Setting,
  { text, offers }: { readonly text: string; readonly offers: readonly HelpLine[] },
): Html =>
  html`<section class="urgent" role="alert"><h2>${text}</h2>${offers.map(line => helpLine(setting, line))}${freeCall(setting)}</section>`

export const helpLine = (setting: Setting, { title, contacts: list }: HelpLine): Html =>
  html`<h3>${title}</h3>${contacts(setting, list)}`

export const freeCall = ({ words }: Setting): Html => html`<p>${say(words, 'urgent.calm')}</p>`

/** An offer among what a search found: what it is, with the way to all about it. */
export const offerLine = ({ words }: Setting, offer: OfferMessage, address: string): Html =>
  html`<article class="card" data-offer="${offer.id}"><h3><a href="${address}">${offer.title}</a></h3>${germanName(words, offer)}${offer.status === 'ended' && html`<p class="badge ineligible">${say(words, 'card.ended')}</p>`}<p>${offer.summary}</p></article>`
