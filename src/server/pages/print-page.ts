import { elsewhere, localFacts, localName, standingOf } from '../../../widget/view/card.ts'
import { type Html, html } from '../../../widget/view/html.ts'
import { isWhole } from '../../../widget/view/state.ts'
import type { Day } from '../../facts/day.ts'
import type { Speech, Speeches } from '../../i18n/speech.ts'
import type { BriefOfferMessage, OfferMessage, TurnMessage } from '../../render/message.ts'
import type { Assets } from '../assets.ts'
import { addressIn, type Door } from './door.ts'
import { layout } from './layout.ts'
import { qrCode } from './qr-code.ts'
import { viewWords } from './words.ts'

type AnyOffer = OfferMessage | BriefOfferMessage

/** The same results twice: as the person reads them, and as a counsellor or an office does. */
export interface Printed {
  readonly own: TurnMessage
  readonly german: TurnMessage
}

/** A sheet to take along: what was said and what was found, with the German beside it where the page speaks another language. */
export function printPage(
  speeches: Speeches,
  assets: Assets,
  speech: Speech,
  { own, german }: Printed,
  today: Day,
  door: Door,
): string {
  const title = speech.text('print.heading')
  const de = speeches.of('de')
  return layout(speeches, assets, {
    speech,
    title: `${title} · ${speech.text('name')}`,
    resume: own.resume,
    door,
    content: html`<div class="prose sheet"><h1>${title}</h1>${beside(speech, 'h2', de.text('print.heading'))}
<p>${speech.text('print.on', { date: speech.date(today.iso) })} · ${speech.text('results.information')}</p>
<p class="private">${speech.text('print.private')}</p>
<div class="tools"><button class="button" data-print hidden>${speech.text('action.print')}</button><form method="post" action="${addressIn(door, `/${speech.lang}/talk`)}#now"><input type="hidden" name="event" value="results"><input type="hidden" name="resume" value="${own.resume}"><button class="quiet">${speech.text('print.back')}</button></form></div>
${answersAndResults(speech, de, { own, german }, assets.origin)}</div>`,
  })
}

/** What was answered and what was found, in a person's language with the German beside it. */
export function answersAndResults(
  speech: Speech,
  de: Speech,
  { own, german }: Printed,
  origin: string,
): Html {
  const isShown = (offer: AnyOffer) => standingOf(offer) !== 'ineligible'
  const inGerman = new Map(german.offers.map(offer => [offer.id, offer]))
  const pairs = own.offers.filter(isShown).map(offer => ({ offer, twin: inGerman.get(offer.id) }))
  return html`${saidList(speech, { own, german })}
<section><h2>${speech.text('results.heading')}</h2>${pairs.map(({ offer, twin }) => isWhole(offer) && offerOnPaper(speech, de, offer, twin, `${origin}/${speech.lang}/offers/${offer.id}`))}<ul>${pairs.map(({ offer }) => !isWhole(offer) && offerInBrief(speech, de, offer))}</ul></section>`
}

/** What was answered, question by question, with the German beside it. */
export const saidList = (speech: Speech, { own, german }: Printed): Html =>
  html`<section><h2>${speech.text('print.answers')}</h2><dl>${own.transcript.map(({ text, answer }, at) => {
    const twin = german.transcript[at]
    return html`<div><dt>${text}${beside(speech, 'span', twin?.text)}</dt><dd><strong>${answer.text}</strong>${beside(speech, 'span', twin?.answer.text)}</dd></div>`
  })}</dl></section>`

/** A German text beside the person's own; nothing on a page that is in German anyway. */
export const beside = (
  { lang }: Speech,
  element: 'span' | 'p' | 'h2',
  text: string | undefined,
): Html | null => {
  if (lang === 'de' || text === undefined) return null
  if (element === 'p') return html`<p class="twin" lang="de" dir="ltr">${text}</p>`
  return html` <span class="twin" lang="de" dir="ltr">${text}</span>`
}

/** An offer with what to do now and whom to call. */
function offerOnPaper(
  speech: Speech,
  de: Speech,
  offer: OfferMessage,
  twin: AnyOffer | undefined,
  address: string,
): Html {
  const german = twin && isWhole(twin) ? twin : undefined
  const office = offer.responsible?.name ?? offer.provider
  return html`<article class="card"><h3>${offer.title}</h3>${germanName(speech, offer)}
${verdictOf(speech, de, offer)}
<p>${offer.nextStep}</p>${beside(speech, 'p', german?.nextStep)}
<p>${speech.text('card.provider')}: <bdi lang="de" dir="ltr">${office}</bdi></p>
${helpOnPaper(speech, de, offer)}
${waysOnPaper(elsewhere(offer))}${qrCode(address, speech.text('print.code'))}</article>`
}

/** Who helps on the spot, before all others. */
function helpOnPaper(speech: Speech, de: Speech, { local = [] }: OfferMessage): readonly Html[] {
  const words = viewWords(speech, de)
  return local.map(
    help =>
      html`<h4>${localName(words, help)}</h4><p>${localFacts(words, help).map(line => html`${line}<br>`)}</p>${waysOnPaper(help.contacts)}`,
  )
}

const waysOnPaper = (contacts: OfferMessage['contacts']): Html =>
  html`<ul>${contacts.map(({ label, value, kind }) => html`<li><bdi dir="ltr">${kind === 'url' ? value : label}</bdi></li>`)}</ul>`

/** One of the further offers: its name, and what it is for the person. */
const offerInBrief = (speech: Speech, de: Speech, offer: AnyOffer): Html =>
  html`<li><h3>${offer.title}</h3>${germanName(speech, offer)}${verdictOf(speech, de, offer)}</li>`

const germanName = (speech: Speech, { title, titleDe }: AnyOffer): Html | null =>
  beside(speech, 'p', title === titleDe ? undefined : titleDe)

function verdictOf(speech: Speech, de: Speech, offer: AnyOffer): Html {
  const verdict = `verdict.${standingOf(offer)}`
  return html`<p class="verdict"><strong>${speech.text(verdict)}</strong>${beside(speech, 'span', de.text(verdict))}</p>`
}
