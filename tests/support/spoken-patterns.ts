import type { WordGroups } from '../../src/search/pattern.ts'

/**
 * A pattern as somebody may say it: of a group or of several words the one at `turn`, an open end closed as it stands, and
 * nothing where others may stand. `isWhole` where it must be all that is said.
 */
export function spokenPattern(
  pattern: string,
  groups: WordGroups,
  turn: number,
): { readonly text: string; readonly isWhole: boolean } {
  const one = (list: readonly string[]) => list[turn % Math.max(1, list.length)] ?? ''
  const text = pattern
    .replace(/^[=~]\s/u, '')
    .replace(/\[([^\]]*)\]/gu, (_, name: string) => one(groups[name] ?? []))
    .replace(/\S+\|\S+/gu, words => one(words.split('|')))
    .replaceAll('…', ' ')
    .replaceAll('*', '')
    .replace(/\s+/gu, ' ')
    .trim()
  return { text, isWhole: pattern.startsWith('=') }
}
