import { type Html, html } from '../../../widget/view/html.ts'

/** Plots say what the table beside them says: they are for eyes alone. */

/** A bar as long as its share of the largest number. */
export function rowBar(count: number, most: number): Html {
  const width = most === 0 ? 0 : Math.round((count / most) * 1000) / 10
  return html`<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="first" width="${width}" height="4"></rect></svg>`
}

/** Height of the plot, and what a day takes of its width. */
const height = 100
const step = 10

/** Two numbers a day or month, beside each other; what is not shown has no bar. */
export function barsOverTime(pairs: readonly (readonly [number, number])[]): Html {
  const most = Math.max(1, ...pairs.flat())
  const bar = (count: number, at: number, name: string) => {
    const tall = Math.round((count / most) * height * 10) / 10
    return html`<rect class="${name}" x="${at}" y="${Math.round((height - tall) * 10) / 10}" width="4" height="${tall}"></rect>`
  }
  return html`<svg class="plot" viewBox="0 0 ${pairs.length * step} ${height}" preserveAspectRatio="none" aria-hidden="true" focusable="false">${pairs.map(([first, second], at) => html`${bar(first, at * step + 0.5, 'first')}${bar(second, at * step + 5, 'second')}`)}</svg>`
}
