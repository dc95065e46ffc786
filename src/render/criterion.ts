import type { Speech } from '../i18n/speech.ts'
import type { Bounds, Leaf } from '../rules/condition.ts'
import type { Criterion } from '../rules/verdict.ts'

/** What a criterion says, as a sentence about the person, from the templates of `criteria.json`. */
export function criterionText(
  speech: Speech,
  criterion: Criterion,
  placeName: (ags: string) => string,
): string {
  const { negated } = criterion
  switch (criterion.kind) {
    case 'term':
      return speech.text(`criteria:terms.${criterion.term}.${negated ? 'no' : 'yes'}`)
    case 'leaf':
      return leafText(speech, criterion.leaf, negated, placeName)
    case 'all':
    case 'any':
      throw new TypeError(`the group ${criterion.id} has no sentence of its own`)
    default:
      return criterion satisfies never
  }
}

function leafText(speech: Speech, leaf: Leaf, negated: boolean, placeName: (ags: string) => string): string {
  if ('open' in leaf) return speech.text(`criteria:open.${leaf.open}`)
  if ('ended' in leaf)
    return speech.text(`criteria:ended.${negated ? 'no' : 'yes'}`, { date: speech.date(leaf.ended) })
  const key = (name: string) => `criteria:facts.${leaf.fact}.${name}`
  const labels = (values: readonly string[]) => {
    const isPlace = leaf.fact === 'kreis' || leaf.fact === 'gemeinde'
    return speech.anyOf(
      values.map(value => (isPlace ? speech.german(placeName(value)) : speech.text(key(`values.${value}`)))),
    )
  }
  if ('is' in leaf && typeof leaf.is === 'boolean')
    return speech.text(key(leaf.is !== negated ? 'yes' : 'no'))
  if ('is' in leaf) return speech.text(key(negated ? 'notIn' : 'in'), { values: labels([String(leaf.is)]) })
  if ('in' in leaf) return speech.text(key(negated ? 'notIn' : 'in'), { values: labels(leaf.in) })
  if ('hasAny' in leaf)
    return speech.text(key(negated ? 'hasNone' : 'hasAny'), { values: labels(leaf.hasAny) })
  if ('number' in leaf) return speech.text(key(span(leaf.number, negated)), fill(leaf.number))
  if ('some' in leaf) return speech.text(key(countSpan(leaf.some, negated)), fill(leaf.some))
  if ('monthsAgo' in leaf) {
    const name = span(leaf.monthsAgo, negated)
    return speech.text(key(`ago${name.charAt(0).toUpperCase()}${name.slice(1)}`), fill(leaf.monthsAgo))
  }
  if ('month' in leaf) {
    const { from, before } = leaf.month
    const name =
      from === undefined
        ? negated
          ? 'from'
          : 'before'
        : before === undefined
          ? negated
            ? 'before'
            : 'from'
          : negated
            ? 'outside'
            : 'between'
    // One month alone fills whichever of the two names the sentence uses.
    const spoken = { from: speech.month(from ?? before ?? ''), before: speech.month(before ?? from ?? '') }
    return speech.text(key(name), spoken)
  }
  return leaf satisfies never
}

/** The name of the template for bounds; "not at least 27" is "below 27". */
function span({ atLeast, below }: Bounds, negated: boolean): string {
  if (atLeast !== undefined && below !== undefined) return negated ? 'outside' : 'between'
  return (atLeast !== undefined) !== negated ? 'atLeast' : 'below'
}

function countSpan({ atLeast, below }: Bounds, negated: boolean): string {
  const name =
    atLeast !== undefined && below !== undefined
      ? 'Between'
      : atLeast !== undefined
        ? 'AtLeast'
        : below !== undefined
          ? 'Below'
          : ''
  return `${negated ? 'none' : 'some'}${name}`
}

/** A single bound fills both names, so that a turned-round template finds its number. */
const fill = ({ atLeast, below }: Bounds) => ({
  atLeast: atLeast ?? below ?? 0,
  below: below ?? atLeast ?? 0,
})
