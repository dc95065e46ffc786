import type { Heard } from './ear.ts'
import type { Lexeme } from './pattern.ts'
import { scriptOf } from './script.ts'

/** A word of a text with what it may stand for. */
export type Spoken = Heard & { readonly word: string }

/** What words a language has: those of its texts, and those that are listened for in it. */
export interface WordsOfTongue {
  readonly knows: (word: string) => boolean
  readonly lexemes: ReadonlySet<Lexeme>
}

/** Words are not in a language that has less than this share of what another has of them: "od" is no overdose in Polish. */
const foreign = 0.7
/** Words on either side of what was found that tell its language. */
const beside = 3
/** Shorter words are words of every language. */
const telling = 3

/**
 * Tells for words found in a text whether they are in the language that they were found for: whether this one has, of them and of
 * the words around them in the same script, about as many as any other.
 */
export function createTongueOfWords(
  tongues: readonly WordsOfTongue[],
): (spoken: readonly Spoken[]) => (at: readonly number[], tongue: number) => boolean {
  const languagesOf = ({ word, plain }: Spoken): readonly boolean[] =>
    tongues.map(
      ({ knows, lexemes }) =>
        knows(word) || [...plain].some(lexeme => lexeme.length >= telling && lexemes.has(lexeme)),
    )
  return spoken => {
    const known = new Map<string, readonly boolean[]>()
    const languages = (each: Spoken) => {
      const found = known.get(each.word) ?? languagesOf(each)
      known.set(each.word, found)
      return found
    }
    return (at, tongue) => {
      const scripts = new Set(at.map(position => scriptOf(spoken[position]?.word ?? '')))
      const around = spoken
        .slice(Math.max(0, (at[0] ?? 0) - beside), (at.at(-1) ?? 0) + beside + 1)
        .filter(({ word }) => word.length >= telling && scripts.has(scriptOf(word)))
        .map(languages)
      const share = (index: number) => around.filter(each => each[index]).length
      const most = Math.max(...tongues.map((_, index) => share(index)))
      return Math.max(share(tongue), at.length) >= most * foreign
    }
  }
}
