import { type Half, type LabelledQuery, type QueryKind, queries } from './queries.ts'

/** What an engine makes of a query: offers, best first, and the danger that it hears. */
export interface Answer {
  readonly offers: readonly string[]
  readonly danger?: string | undefined
}

/** An engine that is judged; `lang` is the language of the page. */
export type Engine = (query: string, lang: string) => Answer

/** What an engine made of one query. */
export interface Judgement {
  readonly lang: string
  readonly labelled: LabelledQuery
  readonly answer: Answer
}

/** Figures over some queries, each a share from 0 to 1; not a number where no query is of that sort. */
export interface Figures {
  /** First hit right, where one offer is meant. */
  readonly first: number
  /** A right one among the first three. */
  readonly three: number
  /** Mean of one over the place of the first right hit, among the first five. */
  readonly mrr: number
  /** Nonsense that got an answer. */
  readonly nonsense: number
  /** Dangers heard, and heard as one of the kinds that they are. */
  readonly danger: number
  readonly kind: number
  /** Alarms where nobody is in danger. */
  readonly falseAlarms: number
}

/** Puts every query of a half to an engine. */
export function judge(engine: Engine, half: Half): readonly Judgement[] {
  return [...queries].flatMap(([lang, halves]) =>
    halves[half].map(labelled => ({ lang, labelled, answer: engine(labelled.query, lang) })),
  )
}

/** The figures of some judgements. */
export function figuresOf(judgements: readonly Judgement[]): Figures {
  const looked = judgements.filter(({ labelled }) => labelled.offers.length > 0)
  const place = ({ labelled, answer }: Judgement) =>
    answer.offers.findIndex(offer => labelled.offers.includes(offer))
  const within = (most: number) => (judgement: Judgement) => {
    const at = place(judgement)
    return at !== -1 && at < most
  }
  const inDanger = judgements.filter(({ labelled }) => labelled.kind === 'danger')
  return {
    first: share(
      looked.filter(({ labelled }) => labelled.offers.length === 1),
      within(1),
    ),
    three: share(looked, within(3)),
    mrr:
      looked.reduce((sum, judgement) => sum + (within(5)(judgement) ? 1 / (place(judgement) + 1) : 0), 0) /
      looked.length,
    nonsense: share(
      judgements.filter(({ labelled }) => labelled.kind === 'nonsense'),
      ({ answer }) => answer.offers.length > 0,
    ),
    danger: share(inDanger, ({ answer }) => answer.danger !== undefined),
    kind: share(inDanger, ({ labelled, answer }) => labelled.danger.some(kind => kind === answer.danger)),
    falseAlarms: share(
      judgements.filter(({ labelled }) => labelled.kind !== 'danger'),
      ({ answer }) => answer.danger !== undefined,
    ),
  }
}

/** Judgements by language or by kind of query. */
export const byLanguage = (judgements: readonly Judgement[]): ReadonlyMap<string, readonly Judgement[]> =>
  grouped(judgements, ({ lang }) => lang)

export const byKind = (judgements: readonly Judgement[]): ReadonlyMap<QueryKind, readonly Judgement[]> =>
  grouped(judgements, ({ labelled }) => labelled.kind)

function grouped<K>(
  list: readonly Judgement[],
  keyOf: (item: Judgement) => K,
): ReadonlyMap<K, readonly Judgement[]> {
  const groups = new Map<K, Judgement[]>()
  for (const item of list) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

const share = <T>(list: readonly T[], fits: (item: T) => boolean): number =>
  list.filter(fits).length / list.length
