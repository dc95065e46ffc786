import { randomInt } from 'node:crypto'

/** A code as it is kept: thirteen characters, upper case, without the hyphens that it is shown with. */
export type Code = string & { readonly brand: 'code' }

/** What somebody typed for a code. */
export type TypedCode =
  | { readonly kind: 'code'; readonly code: Code }
  /** So many characters is no code. */
  | { readonly kind: 'length' }
  /** A character is wrong, or two stand in each other's place. */
  | { readonly kind: 'mistyped' }

/** Crockford's alphabet: no I, L, O or U, so that nothing is read for something else. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Characters that are drawn: 60 bits. One more tells of slips. */
const drawn = 12

/** Draws a new code. */
export function newCode(): Code {
  const body = Array.from({ length: drawn }, () => alphabet[randomInt(alphabet.length)] ?? '').join('')
  return `${body}${checkOf(body)}` as Code
}

/** A code as it is shown and read aloud: in groups. */
export const shown = (code: Code): string => `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`

/** Reads what somebody typed: small letters, blanks, hyphens, digits of any script, and the letters that look like digits. */
export function readCode(typed: string): TypedCode {
  const text = typed
    .normalize('NFKC')
    .replace(/[٠-٩۰-۹]/g, digit => String(digit.charCodeAt(0) & 0xf))
    .replace(/[\s\p{Pd}\p{Cf}._]/gu, '')
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  if (text.length !== drawn + 1) return { kind: 'length' }
  const isRight = isCode(text)
  return isRight ? { kind: 'code', code: text } : { kind: 'mistyped' }
}

const isCode = (text: string): text is Code =>
  [...text].every(character => alphabet.includes(character)) && checkOf(text.slice(0, drawn)) === text.at(-1)

/** The last character, by Luhn's rule over 32 characters: it tells every wrong character and nearly every swap. */
function checkOf(body: string): string {
  const size = alphabet.length
  const sum = [...body].reverse().reduce((total, character, at) => {
    const value = alphabet.indexOf(character) * (at % 2 === 0 ? 2 : 1)
    return total + Math.floor(value / size) + (value % size)
  }, 0)
  return alphabet[(size - (sum % size)) % size] ?? ''
}
