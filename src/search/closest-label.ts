import { editDistance } from './edit-distance.ts'
import { fold } from './fold.ts'
import { words } from './tokens.ts'

/** Typing errors allowed in a whole label, as a share of its letters; short labels must be typed as they are. */
const tolerated = 0.12
const shortest = 5

/**
 * Which of a few labels a text means: one position where it is sure, several where it could be more than one,
 * none where nothing comes near. A text and a label that do not negate alike never mean the same.
 */
export function closestLabels(
  labels: readonly string[],
  text: string,
  isNegation: (word: string) => boolean = () => false,
): readonly number[] {
  const wanted = words(text)
  if (wanted.length === 0) return []
  const known = labels.map(label => words(label))
  const negations = (list: readonly string[]) => list.filter(isNegation).length
  const fitting = (fits: (label: readonly string[]) => boolean) =>
    known.flatMap((label, index) => (negations(label) === negations(wanted) && fits(label) ? [index] : []))

  const joined = wanted.join(' ')
  const same = fitting(label => label.join(' ') === joined)
  if (same.length > 0) return same
  const mistyped = fitting(label => {
    const whole = label.join(' ')
    const allowed = whole.length < shortest ? 0 : Math.max(1, whole.length * tolerated)
    return Math.abs(whole.length - joined.length) <= allowed && editDistance(whole, joined) <= allowed
  })
  if (mistyped.length > 0) return mistyped
  return fitting(label => wanted.every(word => label.includes(word)))
}

/** Whether a word is one of a list; `*` at the end of a listed word stands for any ending. */
export function oneOfWords(list: readonly string[]): (word: string) => boolean {
  const exact = new Set(list.filter(item => !item.endsWith('*')).map(fold))
  const stems = list.filter(item => item.endsWith('*')).map(item => fold(item.slice(0, -1)))
  return word => exact.has(word) || stems.some(stem => word.startsWith(stem))
}
