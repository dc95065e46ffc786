import { type Html, html } from '../../../widget/view/html.ts'
import type { Entries } from '../../counsel/taken-down.ts'
import type { Day } from '../../facts/day.ts'
import type { Speech, Speeches } from '../../i18n/speech.ts'
import type { Assets } from '../assets.ts'
import type { DeskView, DeskWishes } from './desk-view.ts'
import { layout } from './layout.ts'
import { answersAndResults, beside, type Printed } from './print-page.ts'

/** The fields of the desk, for a form that leads there. */
export function deskFields(entries: Entries, wishes: Pick<DeskWishes, 'own'> & Partial<DeskWishes>): Html {
  const { own, topic = '', claim = '', query = '', held, note = '' } = wishes
  const fields = [...entries].flatMap(([fact, written]) =>
    written.map(value => [`f.${fact}`, value] as const),
  )
  const others = { own, topic, claim, q: query, held: held ? JSON.stringify(held) : '', note }
  return html`${[...fields, ...Object.entries(others)].map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}`
}

/** The sheet that a counsellor gives along: what was taken down and found, in two languages, with a sentence of their own. */
export function deskSheet(
  speeches: Speeches,
  assets: Assets,
  speech: Speech,
  {
    taken,
    wishes,
    printed,
    today,
  }: Pick<DeskView, 'taken' | 'wishes'> & {
    readonly printed: Printed
    readonly today: Day
  },
): string {
  const own = speeches.of(wishes.own)
  const de = speeches.of('de')
  const title = own.text('print.heading')
  const { note } = wishes
  return layout(speeches, assets, {
    speech,
    title: `${title} · ${own.text('name')}`,
    content: html`<div class="prose sheet" lang="${own.lang}" dir="${own.dir}"><h1>${title}</h1>${beside(own, 'h2', de.text('print.heading'))}
<p>${own.text('print.on', { date: own.date(today.iso) })} · ${own.text('results.information')}</p><p class="private">${own.text('print.private')}</p>
<div class="tools"><button class="button" data-print hidden>${own.text('action.print')}</button><form method="post" action="/${speech.lang}/counsel/desk">${deskFields(taken.entries, wishes)}<button class="button">${own.text('desk.back')}</button></form></div>
${note.trim() !== '' && html`<section><h2>${own.text('desk.noteHeading')}</h2>${beside(own, 'p', de.text('desk.noteHeading'))}<p dir="auto">${note}</p></section>`}
${answersAndResults(own, de, printed, assets.origin)}</div>`,
    pathIn: other => `/${other}/counsel/desk`,
  })
}
