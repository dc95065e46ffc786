import { type Html, html } from '../../../widget/view/html.ts'
import { reasons } from '../../../widget/view/wrong.ts'
import { type Cell, countOf, type Table } from '../../counsel/counts-shown.ts'
import { isQuestionId } from '../../dialogue/question.ts'
import type { Speech, Speeches } from '../../i18n/speech.ts'
import { threshold } from '../../storage/tallies.ts'
import type { Assets } from '../assets.ts'
import type { Content } from '../content.ts'
import type { Admitted } from '../operator/admission.ts'
import { type Asked, addressOf, splits, usualDays } from '../operator/asked.ts'
import { layout } from './layout.ts'
import { barsOverTime, rowBar } from './plots.ts'

/** What an operator sees. */
export interface OperatorView {
  readonly asked: Asked
  readonly tables: readonly Table[]
}

/** The names that the page needs. */
type Names = Pick<Content, 'world' | 'speeches' | 'kreise'>

/** The operator's page: what is missing where. Complete without JavaScript. */
export function operatorPage(names: Names, assets: Assets, speech: Speech, view: OperatorView): string {
  const { asked, tables } = view
  const say = sayer(speech)
  const title = say('heading')
  return layout(names.speeches, assets, {
    speech,
    title: `${title} · ${speech.text('name')}`,
    sheet: assets.desk,
    isHidden: true,
    content: html`<div class="counts"><h1>${title}</h1><p>${say('intro')}</p>
${asked.isBad && html`<p class="error" role="alert">${say('badPeriod', { days: usualDays })}</p>`}
${chooser(names, speech, asked)}
<p><strong>${say('period', { from: speech.date(asked.from), until: speech.date(asked.until) })}</strong>${asked.kreis !== undefined && html` · ${kreisName(names, speech, asked.kreis)}`}${asked.lang !== undefined && html` · ${names.speeches.of(asked.lang).name}`}</p>
<p class="hint">${say('threshold', { threshold })} ${say('coveredHint', { threshold })} ${say('safetyHint')}</p>
<p><a class="button" href="/${speech.lang}/operator/counts.csv?${addressOf(asked)}">${say('csv')}</a></p><p class="hint">${say('csvHint')}</p>
${tables.map(table => section(names, speech, asked, table))}</div>`,
    pathIn: other => `/${other}/operator?${addressOf(asked)}`,
  })
}

/** What somebody sees who is not let in. */
export function refusedPage(
  speeches: Speeches,
  assets: Assets,
  speech: Speech,
  why: Exclude<Admitted, 'yes'>,
): string {
  const say = sayer(speech)
  const text = why === 'tooMany' || why === 'busy' ? say(why) : say('denied')
  return layout(speeches, assets, {
    speech,
    title: speech.text('name'),
    isHidden: true,
    content: html`<div class="prose"><h1>${text}</h1></div>`,
    pathIn: other => `/${other}/operator`,
  })
}

/** The same numbers, cell by cell, for a file. */
export function operatorRows(
  names: Names,
  speech: Speech,
  { asked, tables }: OperatorView,
): readonly (readonly (string | number)[])[] {
  const say = sayer(speech)
  const head = ['csvSection', 'csvKey', 'csvName', 'csvMeasure', 'csvCount'].map(key => say(key))
  return [
    head,
    ...tables.flatMap(({ name, columns, rows }) =>
      rows.flatMap(({ key, cells }) =>
        columns.map((column, at) => [
          say(name),
          key,
          plain(labelOf(names, speech, asked, name, key)),
          say(column),
          cellValue(speech, cells[at]),
        ]),
      ),
    ),
  ]
}

type Say = (key: string, filling?: { readonly [name: string]: string | number }) => string

const sayer =
  (speech: Speech): Say =>
  (key, filling) =>
    speech.text(`operate.${key}`, filling)

/** Without the signs that isolate a German word. */
const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, '')

function chooser({ kreise, speeches }: Names, speech: Speech, asked: Asked): Html {
  const say = sayer(speech)
  const option = (value: string, label: string, isChosen: boolean) =>
    html`<option value="${value}"${isChosen && html` selected`}>${label}</option>`
  const day = (name: 'from' | 'until') =>
    html`<p><label for="${name}">${say(name)}</label><input id="${name}" name="${name}" type="date" value="${asked[name]}" required></p>`
  return html`<form method="get" action="/${speech.lang}/operator"><fieldset><legend>${say('choose')}</legend>${day('from')}${day('until')}
<p><label for="kreis">${say('kreis')}</label><select id="kreis" name="kreis">${option('', say('allKreise'), asked.kreis === undefined)}${kreise.map(({ ags, name }) => option(ags, name, ags === asked.kreis))}</select></p>
<p><label for="lang">${say('language')}</label><select id="lang" name="lang">${option('', say('allLanguages'), asked.lang === undefined)}${speeches.languages.map(({ lang, name }) => option(lang, name, lang === asked.lang))}</select></p>
<p><label for="split">${say('split')}</label><select id="split" name="split">${splits.map(each => option(each, speech.text(`operate.splits.${each}`), each === asked.split))}</select></p>
<p><button class="button">${say('show')}</button></p></fieldset></form>`
}

/** Remarks of single tables. */
const hints: { readonly [name: string]: readonly string[] } = {
  conversations: ['conversationsHint', 'handoverHint'],
  questions: ['questionsHint'],
  searches: ['searchesHint'],
  reports: ['reportsHint'],
}

function section(names: Names, speech: Speech, asked: Asked, table: Table): Html {
  const say = sayer(speech)
  const { name, columns, rows, sums, isOpen } = table
  const heading = html`<h2 id="${name}">${say(name)}</h2>${(hints[name] ?? []).map(key => html`<p class="hint">${say(key)}</p>`)}`
  if (rows.length === 0)
    return html`<section>${heading}<p>${say(name === 'reports' ? 'noReports' : 'nothing')}</p></section>`
  const isOverTime = name === 'conversations' && (asked.split === 'day' || asked.split === 'month')
  const most = Math.max(...rows.map(({ cells }) => countOf(cells[0])))
  const first = name === 'conversations' ? speech.text(`operate.parts.${asked.split}`) : say(heads[name])
  const line = (label: string, key: string, counts: readonly Cell[]) =>
    html`<tr><th scope="row">${name === 'searches' ? html`<bdi>${label}</bdi>` : label}${!isOverTime && rowBar(countOf(counts[0]), most)}</th>${counts.map(cell => html`<td data-of="${key}"${cell.kind !== 'shown' && html` class="hidden-count"`}>${cellText(speech, cell)}</td>`)}</tr>`
  return html`<section>${heading}
${isOverTime && barsOverTime(rows.map(({ cells }) => [countOf(cells[1]), countOf(cells[2])]))}
${isOverTime && html`<p class="hint"><span class="key first"></span>${say('begun')} <span class="key second"></span>${say('results')}. ${say('plot')}</p>`}
<div class="wide" role="region" aria-labelledby="${name}" tabindex="0"><table><thead><tr><th scope="col">${first}</th>${columns.map(column => html`<th scope="col">${say(column)}</th>`)}</tr></thead>
<tbody>${rows.map(({ key, cells }) => line(labelOf(names, speech, asked, name, key), key, cells))}</tbody>
<tfoot><tr><th scope="row">${say('sum')}</th>${sums.map(sum => html`<td>${sum > 0 ? speech.number(sum) : '–'}</td>`)}</tr></tfoot></table></div>
${isOpen && html`<p class="hint">${say('others', { threshold })}</p>`}</section>`
}

/** The head of each table's first column. */
const heads = {
  topics: 'topic',
  offers: 'offer',
  questions: 'question',
  searches: 'word',
  reports: 'reason',
} as const

function cellText(speech: Speech, cell: Cell): string {
  return cell.kind === 'shown' ? speech.number(cell.count) : String(cellValue(speech, cell))
}

function cellValue(speech: Speech, cell: Cell | undefined): string | number {
  const say = sayer(speech)
  if (cell === undefined) return ''
  return cell.kind === 'shown' ? cell.count : say(cell.kind, { threshold })
}

function labelOf(names: Names, speech: Speech, asked: Asked, table: Table['name'], key: string): string {
  switch (table) {
    case 'conversations':
      return partName(names, speech, asked, key)
    case 'topics':
      return speech.text(`questions:topics.options.${key}`)
    case 'offers':
      return offerName(names, speech, key)
    case 'questions':
      return isQuestionId(key) ? speech.text(`questions:${key}.short`) : key
    case 'searches':
      return key
    case 'reports': {
      const [id = '', reason = ''] = key.split(':')
      return `${offerName(names, speech, id)}: ${reasons.some(each => each === reason) ? speech.text(`wrong.${reason}`) : reason}`
    }
    default:
      return table satisfies never
  }
}

/** The title of an offer; one that is no longer there has its id. */
const offerName = ({ world }: Names, speech: Speech, id: string): string =>
  world.offer(id) ? speech.text(`offers:${id}.title`) : id

const kreisName = ({ kreise }: Names, speech: Speech, ags: string): string =>
  speech.german(kreise.find(kreis => kreis.ags === ags)?.name ?? ags)

function partName(names: Names, speech: Speech, { split, from, until }: Asked, key: string): string {
  const say = sayer(speech)
  switch (split) {
    case 'day':
      return speech.date(key)
    case 'month':
      return speech.month(key)
    case 'kreis':
      return key === '' ? say('noKreis') : kreisName(names, speech, key)
    case 'lang':
      return key === '' ? say('noLanguage') : names.speeches.of(key).name
    case 'none':
      return say('period', { from: speech.date(from), until: speech.date(until) })
    default:
      return split satisfies never
  }
}
