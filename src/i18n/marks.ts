/**
 * Marks in the texts of a language. Translators write `<de>Jugendamt</de>` around a German word, so that a screen
 * reader says it rightly, and `<ltr>112</ltr>` around what is dialled or typed, so that it keeps its order in a text
 * that runs from right to left. In a sentence that is said both become isolates of Unicode, which hold in plain text
 * as well; a page turns these into `<bdi>`.
 */

/** Begins and ends of isolates (UAX #9): first strong for a German word, left to right for what is typed. */
const germanStart = '\u2068'
const typedStart = '\u2066'
const end = '\u2069'

/** A German name that is put into a text of another language. */
export const germanName = (name: string): string => `${germanStart}${name}${end}`

/** A text without its marks, as it is counted, compared and searched. */
export const unmarked = (text: string): string => text.replace(/<\/?(?:de|ltr)>/g, '')

/** Web addresses and long numbers: what a text that runs the other way would take apart. */
const typed = /(?:[a-z0-9-]+\.)+(?:de|org|com|eu|info|net|digital)(?:\/[\w/-]*)?|\+?\d[\d\u00a0/-]{4,}\d/g

/** Spaces at which a line must not break: "§ 24", "Abs. 3", "0800 111". */
const unbroken = (text: string): string =>
  text.replace(/(§|Abs\.|Art\.|Nr\.) (?=\d)/g, '$1\u00a0').replace(/(\d) (?=\d)/g, '$1\u00a0')

/** A text as it is said: marks become isolates, and what belongs together stays on one line. */
export function isolated(text: string, dir: 'ltr' | 'rtl'): string {
  const said = unbroken(text)
    .replaceAll('<de>', germanStart)
    .replaceAll('<ltr>', typedStart)
    .replace(/<\/(?:de|ltr)>/g, end)
  if (dir === 'ltr') return said
  // What is marked already stays as it is.
  return said.replace(/[\u2066\u2068][^\u2069]*\u2069|[^\u2066\u2068]+/g, part =>
    part.startsWith(germanStart) || part.startsWith(typedStart)
      ? part
      : part.replace(typed, found => `${typedStart}${found}${end}`),
  )
}
