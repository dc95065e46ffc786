import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * Languages that nobody speaks, made of the German texts, to see what a new language would meet: `en-XA` has accents on
 * every letter and is two fifths longer, `ar-XB` runs from right to left. Both are only a folder, as a real one would be.
 */
export function withPseudoLocales(): string {
  const root = mkdtempSync(join(tmpdir(), 'pseudo-locales-'))
  symlinkSync(resolve('catalogue'), join(root, 'catalogue'))
  cpSync('locales', join(root, 'locales'), { recursive: true })
  write(root, { code: 'en-XA', name: 'Ácčéñţš', dir: 'ltr' }, lengthened)
  write(root, { code: 'ar-XB', name: 'ابقد', dir: 'rtl' }, mirrored)
  return root
}

const spoken = ['ui', 'questions', 'criteria', 'documents', 'risks', 'offers']

interface Texts {
  readonly [key: string]: string | Texts
}

function write(
  root: string,
  language: { readonly code: string; readonly name: string; readonly dir: 'ltr' | 'rtl' },
  change: (text: string) => string,
): void {
  const folder = join(root, 'locales', language.code)
  mkdirSync(folder)
  writeFileSync(join(folder, 'language.json'), JSON.stringify(language))
  const { pluralCategories } = new Intl.PluralRules(language.code).resolvedOptions()
  for (const name of spoken) {
    const german: Texts = JSON.parse(readFileSync(join('locales', 'de', `${name}.json`), 'utf8'))
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(changed(german, pluralCategories, change)))
  }
}

const changed = (texts: Texts, forms: readonly string[], change: (text: string) => string): Texts =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([key, text]): readonly (readonly [string, string | Texts])[] => {
      if (typeof text !== 'string') return [[key, changed(text, forms, change)]]
      const stem = /^(.+)_other$/.exec(key)?.[1]
      if (stem !== undefined) return forms.map(form => [`${stem}_${form}`, inWords(text, change)])
      return /_one$/.test(key) ? [] : [[key, inWords(text, change)]]
    }),
  )

/** Changes what is said, and leaves the places to fill in as they are. */
const inWords = (text: string, change: (text: string) => string): string =>
  text
    .split(/(\{\{\w+\}\})/)
    .map((part, at) => (at % 2 === 1 ? part : change(part)))
    .join('')

const accents: { readonly [letter: string]: string } = {
  a: 'á',
  c: 'č',
  e: 'é',
  g: 'ğ',
  i: 'í',
  l: 'ļ',
  n: 'ñ',
  o: 'õ',
  r: 'ř',
  s: 'š',
  t: 'ţ',
  u: 'ú',
  y: 'ý',
  z: 'ž',
  A: 'Á',
  B: 'Ḃ',
  D: 'Ð',
  E: 'É',
  F: 'Ḟ',
  G: 'Ğ',
  H: 'Ĥ',
  I: 'Í',
  K: 'Ķ',
  L: 'Ļ',
  M: 'Ṁ',
  N: 'Ñ',
  S: 'Š',
  W: 'Ŵ',
  Z: 'Ž',
}

/** Accents on letters, and every fifth letter of a word twice more: two fifths longer. */
const lengthened = (text: string): string =>
  text.replace(/\p{L}+/gu, word => {
    const extra = Math.round(word.length * 0.4)
    const longer = [...word].map((letter, at) =>
      at === Math.floor(word.length / 2) ? letter.repeat(1 + extra) : letter,
    )
    return longer.map(letters => [...letters].map(letter => accents[letter] ?? letter).join('')).join('')
  })

const latin = 'abcdefghijklmnopqrstuvwxyzäöüß'
const arabic = 'ابجدهفغحيكلمنوقرستثخذضظعصشطزئة'

/** Every letter as one that runs from right to left. */
const mirrored = (text: string): string =>
  [...text].map(letter => arabic[latin.indexOf(letter.toLowerCase())] ?? letter).join('')
