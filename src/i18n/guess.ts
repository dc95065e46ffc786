import { languagesProper } from './forms.ts'
import type { Locale, Locales } from './locale.ts'
import { textsOf } from './texts.ts'

/** Shorter texts are names and single words, which many languages share. */
const leastWords = 2
const leastLetters = 8
/** How much likelier the guess must be than the next one: e to the power of this. */
const margin = 4
/** More of a text tells nothing more, in characters. */
const enough = 300
/** Letters that are looked at together. */
const span = 3
/** Weight of what a language's texts do not hold. */
const unseen = 0.05
/** Share of a text that a language may not know: more, and it is another one that nobody speaks here. */
const mostStrange = 0.2

/**
 * Guesses in which of the languages a text is written, from what their own texts and phrases look like: so a new
 * language is guessed as soon as its folder is there. `undefined` where the text is short or could be several.
 */
export function createLanguageGuess(locales: Locales): (text: string) => string | undefined {
  // A form of a language (`de-simple`) is written like the language.
  const models = languagesProper(locales).map(modelOf)
  const [first] = models
  return text => {
    const start = text.slice(0, enough)
    const known = pieces(start)
    const letters = start.match(/\p{L}/gu)?.length ?? 0
    const words = start.match(/[\p{L}\p{M}]{2,}/gu)?.length ?? 0
    if (!first || letters < leastLetters || words < leastWords) return undefined
    let best = { code: first.code, score: Number.NEGATIVE_INFINITY, strange: 0 }
    let next = best
    for (const { code, likelihood, knows } of models) {
      const score = known.reduce((sum, piece) => sum + likelihood(piece), 0)
      if (score > best.score) {
        next = best
        best = { code, score, strange: known.filter(piece => !knows(piece)).length / known.length }
      } else if (score > next.score) next = { code, score, strange: 0 }
    }
    return best.score - next.score >= margin && best.strange <= mostStrange ? best.code : undefined
  }
}

function modelOf(locale: Locale) {
  const counts = new Map<string, number>()
  let total = 0
  const learn = (text: string) => {
    for (const piece of pieces(text)) {
      counts.set(piece, (counts.get(piece) ?? 0) + 1)
      total += 1
    }
  }
  // German words in a text are no sign of its language.
  for (const [, text] of textsOf(locale)) learn(text.replace(/<de>.*?<\/de>|\{\{\w+\}\}/g, ' '))
  for (const { phrases } of locale.situations.entries) for (const phrase of phrases) learn(phrase)
  for (const word of Object.values(locale.words).flatMap(list => (Array.isArray(list) ? list : [])))
    learn(word)
  const missing = Math.log(unseen / total)
  const likelihoods = new Map([...counts].map(([piece, count]) => [piece, Math.log(count / total)]))
  return {
    code: locale.language.code,
    knows: (piece: string) => likelihoods.has(piece),
    likelihood: (piece: string) => likelihoods.get(piece) ?? missing,
  }
}

/** Every three letters of a text that follow one another, with the bounds of words. */
function pieces(text: string): readonly string[] {
  const found: string[] = []
  for (const word of text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}]+/gu) ?? []) {
    const bounded = ` ${word} `
    for (let at = 0; at + span <= bounded.length; at++) found.push(bounded.slice(at, at + span))
  }
  return found
}
