import type { Sum } from '../storage/tallies.ts'
import { threshold } from '../storage/tallies.ts'

/** A number as it is shown, or why it is not. */
export type Cell =
  | { readonly kind: 'shown'; readonly count: number }
  /** Fewer than the threshold, perhaps none. */
  | { readonly kind: 'below' }
  /** Large enough, but a small number could be worked out from it. */
  | { readonly kind: 'covered' }
  /** A difference that can't be worked out from what is shown. */
  | { readonly kind: 'open' }

/** A line of a table: its subject, day, Kreis or language, with a cell a column. */
export interface Row {
  readonly key: string
  readonly cells: readonly Cell[]
}

export type TableName = 'conversations' | 'topics' | 'offers' | 'questions' | 'searches' | 'reports'

/** A table of counts. */
export interface Table {
  readonly name: TableName
  /** What each column counts. */
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
  /** Sums of the cells that are shown, a column each; 0 where none is. */
  readonly sums: readonly number[]
  /** Whether there may be more lines, all of them too small. */
  readonly isOpen: boolean
}

/** Kinds of counts that are shown by subject, and those that are shown by part. */
export const kindsBySubject = [
  'topic',
  'offerShown',
  'offerOpened',
  'questionAsked',
  'questionAnswered',
  'questionUnknown',
  'questionRefused',
  'search',
] as const
export const kindsByPart = ['stage', 'handover'] as const

/** Sums over a period. */
export interface Counts {
  /** By subject. */
  readonly bySubject: readonly Sum[]
  /** By day, month, Kreis or language. */
  readonly byPart: readonly Sum[]
  readonly reports: readonly Sum[]
}

/** All lines that the tables have, whether something was counted or not. */
export interface Frame {
  readonly topics: readonly string[]
  readonly questions: readonly string[]
  readonly parts: readonly string[]
}

/**
 * What one view shows: from all of it together no hidden number can be worked out exactly.
 *
 * 1. Every count goes into one cell of one view. Conversations are split by days, by Kreise or by languages, never by two
 *    of these at a time, for their sums would be the same: what one split hides, the other would give away.
 * 2. A cell below the threshold is hidden after its counts were summed, and a hidden cell may as well be 0: whole lines that
 *    are hidden are not listed, or are listed whether something was counted or not.
 * 3. Sums are of the shown cells alone, so they add nothing to them. By 1 to 3, another number from 0 to 9 in a hidden
 *    cell would give the very same view.
 * 4. One thing is worked out on purpose: who left at a question, which is what was asked less what was answered or skipped.
 *    Where one of these is hidden, so is the difference. Where all are large but the difference is small, the number
 *    of questions asked is covered: the difference can then be any number below the threshold.
 *
 * Reports are shown from the first on: they tell of an offer, not of a person.
 * Two views of different periods can be compared; who holds the operator's token is trusted with that.
 */
export function countsShown({ bySubject, byPart, reports }: Counts, frame: Frame): readonly Table[] {
  const of = reader(bySubject)
  const ofPart = reader(
    byPart.map(sum => ({
      ...sum,
      kind: sum.subject === '' ? sum.kind : `${sum.kind}/${sum.subject}`,
      subject: sum.part,
    })),
  )
  const offers = subjectsOf(bySubject, ['offerShown', 'offerOpened'])
  const words = subjectsOf(bySubject, ['search'])
  const questions = frame.questions
    .map(key => ({ key, cells: questionCells(of, key) }))
    .filter(({ cells }) => cells.some(isShown))
  return [
    table(
      'conversations',
      [...stages],
      frame.parts.map(key => ({
        key,
        cells: stages.map(stage => ofPart(stage === 'handover' ? 'handover' : `stage/${stage}`, key)),
      })),
      false,
    ),
    table(
      'topics',
      ['times'],
      frame.topics.map(key => ({ key, cells: [of('topic', key)] })),
      false,
    ),
    table(
      'offers',
      ['shown', 'opened'],
      offers.map(key => ({
        key,
        cells: [of('offerShown', key), of('offerOpened', key)],
      })),
      true,
    ),
    table('questions', ['asked', 'answered', 'unknown', 'refused', 'left'], questions, true),
    table(
      'searches',
      ['times'],
      words.map(key => ({ key, cells: [of('search', key)] })),
      true,
    ),
    table(
      'reports',
      ['times'],
      [...reports]
        .sort((a, b) => b.count - a.count || (a.subject < b.subject ? -1 : 1))
        .map(({ subject, count }) => ({ key: subject, cells: [{ kind: 'shown', count }] })),
      false,
    ),
  ]
}

/** How far conversations come. */
const stages = ['chosen', 'begun', 'results', 'handover'] as const

const table = (
  name: TableName,
  columns: readonly string[],
  rows: readonly Row[],
  isOpen: boolean,
): Table => ({
  name,
  columns,
  rows,
  sums: columns.map((_, at) => rows.reduce((sum, { cells }) => sum + countOf(cells[at]), 0)),
  isOpen,
})

/** The count of a cell; 0 where it is not shown. */
export const countOf = (cell: Cell | undefined): number => (cell?.kind === 'shown' ? cell.count : 0)

const isShown = ({ kind }: Cell): boolean => kind === 'shown'

type Reader = (kind: string, subject: string) => Cell

function reader(sums: readonly Sum[]): Reader {
  const counts = new Map(sums.map(({ kind, subject, count }) => [`${kind} ${subject}`, count]))
  return (kind, subject) => cellOf(counts.get(`${kind} ${subject}`) ?? 0)
}

const cellOf = (count: number): Cell => (count >= threshold ? { kind: 'shown', count } : { kind: 'below' })

/** Subjects with a number that is shown, the largest first. */
function subjectsOf(sums: readonly Sum[], kinds: readonly string[]): readonly string[] {
  const most = new Map<string, number>()
  for (const { kind, subject, count } of sums)
    if (kinds.includes(kind) && count >= threshold) most.set(subject, Math.max(most.get(subject) ?? 0, count))
  return [...most].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([subject]) => subject)
}

function questionCells(of: Reader, question: string): readonly Cell[] {
  const asked = of('questionAsked', question)
  const ends = [
    of('questionAnswered', question),
    of('questionUnknown', question),
    of('questionRefused', question),
  ]
  if (!isShown(asked) || !ends.every(isShown)) return [asked, ...ends, { kind: 'open' }]
  const left = cellOf(countOf(asked) - ends.reduce((sum, cell) => sum + countOf(cell), 0))
  return [isShown(left) ? asked : { kind: 'covered' }, ...ends, left]
}
