import { words } from './tokens.ts'

/** What French writes before a vowel, and Turkish behind a name: "l’aide", "BAMF’a". Elsewhere the sign parts nothing. */
const elided = /(?<![\p{L}\p{M}])(l|d|j|m|t|s|n|c|qu|jusqu|lorsqu|puisqu)['’ʼ`´](?=[aeiouyhàâéèêëîïôœù])/giu
const suffixed =
  /(?<=\p{L}{3}|\d{2})['’ʼ`´](?=(?:n?[dt][ae]n?|n?d?[ae]ki|[yn]?[aeıiuüoö]|n?[ıiuü]n|y?l[ae]|l[ae]r\p{L}*)(?![\p{L}\p{M}]))/giu
/** Without one, nothing is written onto anything. */
const sign = /['’ʼ`´]/u
/** Persian writes the present tense apart or with a half-space: it is one word. */
const present = /(?<![\p{L}\p{M}])(ن?می)[\s\u200c]+(?=\p{L}{2})/gu

/** The folded words of a text; what French and Turkish write onto a word with a sign stands apart, what Persian parts is joined. */
export function wordsApart(text: string): readonly string[] {
  const whole = joined(text)
  return words(sign.test(whole) ? whole.replace(elided, '$1 ').replace(suffixed, ' ') : whole)
}

/** A text with what Persian parts joined; other texts as they are. */
export const joined = (text: string): string => text.replace(present, '$1')
