import { standingOf } from '../../../widget/view/card.ts'
import { type Html, html } from '../../../widget/view/html.ts'
import { questionOf } from '../../dialogue/question.ts'
import type { Speech, Speeches } from '../../i18n/speech.ts'
import type { OfferMessage } from '../../render/message.ts'
import type { Assets } from '../assets.ts'
import { layout } from './layout.ts'
import { beside, type Printed, saidList } from './print-page.ts'

/** What was shared, with every offer judged by it alone, in the person's language and in German. */
export interface Shared {
  readonly printed: Printed
  readonly offers: readonly { readonly own: OfferMessage; readonly german: OfferMessage }[]
  /** The fields that take the answers to the desk. */
  readonly fields: Html
}

const verdicts = ['eligible', 'undetermined', 'ineligible'] as const

/** What a counsellor sees of a hand-over: questions, answers, verdicts with their reasons and sources, what is open, and the ways on. */
export function sharedPage(
  speeches: Speeches,
  assets: Assets,
  speech: Speech,
  { printed, offers, fields }: Shared,
): string {
  const say = (key: string) => speech.text(`counsel.${key}`)
  const own = speeches.of(printed.own.lang)
  const de = speeches.of('de')
  const title = say('shared')
  const groups = verdicts.map(verdict => {
    const list = offers.filter(({ german }) => german.verdict === verdict)
    return (
      list.length > 0 &&
      html`<h3>${own.text(`desk.groups.${verdict}`)} (${list.length})${beside(own, 'span', de.text(`desk.groups.${verdict}`))}</h3>${list.map(pair => judged(own, de, pair))}`
    )
  })
  const lacking = [...new Set(offers.flatMap(({ german }) => german.missing ?? []).map(questionOf))]
  const open = (each: Speech) =>
    each.text('desk.notShared', {
      questions: lacking.map(id => each.text(`questions:${id}.short`)).join(', '),
    })
  return layout(speeches, assets, {
    speech,
    title: `${title} · ${speech.text('name')}`,
    resume: printed.german.resume,
    sheet: assets.desk,
    content: html`<div class="prose sheet"><h1>${title}</h1><p>${say('only')}</p><p>${speech.text('results.information')}</p>
<div class="tools"><form method="post" action="/${speech.lang}/talk#now"><input type="hidden" name="event" value="language"><input type="hidden" name="lang" value="${speech.lang}"><input type="hidden" name="resume" value="${printed.own.resume}"><button class="button">${say('goOn')}</button></form><form method="post" action="/${speech.lang}/counsel/desk">${fields}<button class="button">${speech.text('desk.fromShared')}</button></form><button class="button" data-print hidden>${speech.text('action.print')}</button></div>
<div class="twins" lang="${own.lang}" dir="${own.dir}">${saidList(own, printed)}
<section><h2>${own.text('desk.results')}${beside(own, 'span', de.text('desk.results'))}</h2>${lacking.length > 0 && html`<p data-open>${open(own)}</p>${beside(own, 'p', open(de))}`}${groups}</section></div></div>`,
  })
}

/** One offer: what it is, where it stands, and behind a tap why, sentence by sentence with its source. */
function judged(own: Speech, de: Speech, { own: mine, german }: Shared['offers'][number]): Html {
  const standing = `verdict.${standingOf(german)}`
  const name = mine.title === german.titleDe ? undefined : german.titleDe
  return html`<article class="card" data-offer="${german.id}" data-verdict="${german.verdict ?? ''}"><div class="both"><h4>${mine.title}</h4>${beside(own, 'p', name)}</div>
<p class="verdict"><strong>${own.text(standing)}</strong>${beside(own, 'span', de.text(standing))}</p>
<details><summary>${own.text('desk.why')}${beside(own, 'span', de.text('desk.why'))}</summary><ul class="reasons">${(
    mine.reasons ?? []
  ).map((reason, at) => {
    const twin = german.reasons?.[at]
    const source = german.sources.find(({ title }) => title === reason.source)
    return html`<li class="${reason.outcome}"><span><span class="both"><span>${reason.instead ?? reason.text} (${own.text(`outcome.${reason.outcome}`)})</span>${twin && beside(own, 'span', `${twin.instead ?? twin.text} (${de.text(`outcome.${reason.outcome}`)})`)}</span>${source && html` <small><a href="${source.url}" target="_blank" rel="noopener noreferrer"><bdi lang="de">${source.title}</bdi></a> · ${own.text('card.checked', { date: own.date(source.checked) })}</small>`}</span></li>`
  })}</ul><div class="both"><p>${mine.nextStep}</p>${beside(own, 'p', german.nextStep)}</div></details></article>`
}
