/** Letters that German puts between the parts of a compound. */
const joints = ['', 's', 'es', 'n', 'en', 'er', 'e'] as const

/** A part is no shorter than this many letters, and a compound no longer than that. */
const shortest = 3
const longest = 40

/** Finds the parts of a compound among known words, the fewest and longest first; none where it cannot be parted. */
export type Splitter = (word: string) => readonly string[]

/** Makes a splitter over folded words; a word that begins with another is parted as far as the words go. */
export function createSplitter(words: Iterable<string>): Splitter {
  const known = new Set([...words].filter(word => word.length >= shortest && /^[a-z]+$/.test(word)))
  const tails = (word: string, depth: number): readonly string[] | undefined => {
    for (let length = word.length - shortest; length >= shortest; length--) {
      const head = word.slice(0, length)
      const joint = joints.find(letters => head.endsWith(letters) && isPart(head, letters))
      if (joint === undefined) continue
      const first = head.slice(0, head.length - joint.length)
      const rest = word.slice(length)
      if (known.has(rest)) return [first, rest]
      if (depth > 0) {
        const more = tails(rest, depth - 1)
        if (more) return [first, ...more]
      }
    }
    return undefined
  }
  const isPart = (head: string, joint: string) => {
    const part = head.slice(0, head.length - joint.length)
    return part.length >= shortest && known.has(part)
  }
  return word => (word.length < 2 * shortest || word.length > longest ? [] : (tails(word, 2) ?? []))
}
