import fc from 'fast-check'

/** A text with one typing error in its letters: one left out, put in, replaced, or swapped with its neighbour. */
export function oneTypingError(text: string): fc.Arbitrary<string> {
  const letters = [...text]
  const at = letters.flatMap((letter, index) => (/\p{L}/u.test(letter) ? [index] : []))
  const known = at.map(index => letters[index] ?? '')
  return fc
    .record({
      kind: fc.constantFrom('out', 'in', 'other', 'swapped'),
      index: fc.constantFrom(...at),
      letter: fc.constantFrom(...known),
    })
    .map(({ kind, index, letter }) => {
      if (kind === 'out') return letters.toSpliced(index, 1)
      if (kind === 'in') return letters.toSpliced(index, 0, letter)
      if (kind === 'other') return letters.with(index, letter)
      const [own = '', next = ''] = letters.slice(index, index + 2)
      return letters.toSpliced(index, 2, next, own)
    })
    .map(changed => changed.join(''))
    .filter(changed => changed !== text)
}

/** Typing errors that stay the same from run to run, where a share of them is counted. */
export const someTypingErrors = (text: string, count: number, seed: number): readonly string[] =>
  fc.sample(oneTypingError(text), { numRuns: count, seed })
