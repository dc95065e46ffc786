/** Ends a line within a label. */
export const newLine = '<br/>'

/**
 * A text as a label of a Mermaid picture: lines of about equal length with at most `width` letters, where words allow,
 * and without a letter that Mermaid reads itself. A line that ends in the text ends in the label.
 */
export const label = (text: string, width: number): string =>
  text
    .split('\n')
    .flatMap(line => lines(line.trim(), width))
    .map(masked)
    .join(newLine)

/** What means something to Mermaid or to HTML becomes its number: all in one pass, for a number has such letters too. */
export const masked = (text: string): string =>
  text.replace(/[#;:"'`<>&%{}[\]|\\*_~]/gu, letter => `#${letter.codePointAt(0)};`)

/** The narrowest lines that are no more lines than are needed. */
function lines(text: string, width: number): readonly string[] {
  // A paragraph sign stays with its number.
  const words = text.replace(/(§+|Abs\.) /gu, '$1\u00a0').split(' ')
  let best = broken(words, width)
  for (let most = width - 1; most > 0; most--) {
    const narrower = broken(words, most)
    if (narrower.length > best.length) break
    best = narrower
  }
  return best
}

/** Words in lines that are filled one after the other. */
function broken(words: readonly string[], most: number): readonly string[] {
  const filled: string[] = []
  for (const word of words) {
    const line = filled.pop()
    if (line === undefined) filled.push(word)
    else if (line.length + 1 + word.length <= most) filled.push(`${line} ${word}`)
    else filled.push(line, word)
  }
  return filled
}
