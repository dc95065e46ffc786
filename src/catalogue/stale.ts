import { type Day, monthNumber } from '../facts/day.ts'
import type { Node } from '../rules/rule.ts'
import type { Catalogue } from './read.ts'

/** Something that a person should read again at its source. */
export interface Stale {
  /** The offer's id, or the file that holds it. */
  readonly where: string
  readonly what: string
  /** ISO date on which it was last read, or on which it ends. */
  readonly date: string
  readonly because: 'old' | 'ended' | 'ends' | 'unconfirmed'
}

/**
 * What is older than so many months, has ended, ends within so many, or was never confirmed; the oldest first.
 * A month counts when its day has come: read on 21 May, a source is six months old on 21 November.
 */
export function staleParts(catalogue: Catalogue, today: Day, months: number): readonly Stale[] {
  const isOld = (date: string) => {
    const full = today.month - monthNumber(date) - (today.iso.slice(8) < date.slice(8) ? 1 : 0)
    return full >= months
  }
  const read = (where: string, what: string, { checked, state }: Checked): Stale[] => [
    ...(isOld(checked) ? [{ where, what, date: checked, because: 'old' as const }] : []),
    ...(state === 'unconfirmed' ? [{ where, what, date: checked, because: 'unconfirmed' as const }] : []),
  ]
  const limit = (where: string, what: string, until: string): Stale[] => {
    if (until < today.iso) return [{ where, what, date: until, because: 'ended' }]
    return monthNumber(until) - today.month <= months ? [{ where, what, date: until, because: 'ends' }] : []
  }
  const found = [
    ...catalogue.offers.flatMap(({ id, sources, notes, rule }) => [
      ...sources.flatMap(source => read(id, source.title, source)),
      ...notes.flatMap(note => (note.until === undefined ? [] : limit(id, `note ${note.id}`, note.until))),
      ...lastDays(rule.root).flatMap(until => limit(id, 'condition', until)),
    ]),
    ...Object.entries(catalogue.kreise).flatMap(([ags, kreis]) => read('kreise.yaml', ags, kreis)),
    ...catalogue.offices.flatMap(office => read('offices.yaml', office.name, office)),
    ...[...catalogue.risks].flatMap(([name, { source }]) => read('risks.yaml', name, source)),
  ]
  return found.sort((a, b) => a.date.localeCompare(b.date) || a.where.localeCompare(b.where))
}

interface Checked {
  readonly checked: string
  readonly state?: 'read' | 'unconfirmed'
}

/** The last days of a rule's dated parts. */
export function lastDays(node: Node): readonly string[] {
  const { until } = node.criterion
  const own = until === undefined ? [] : [until]
  return node.kind === 'leaf' ? own : [...own, ...node.children.flatMap(lastDays)]
}
