import type { Locale, Locales } from './locale.ts'

/** The code of the language that a code is a form of: `de` for `de-simple`, where both are there. */
export function baseOf(code: string, codes: readonly string[]): string | undefined {
  const [tag = code] = code.split('-')
  return tag !== code && codes.includes(tag) ? tag : undefined
}

/** The languages without those that are only a form of another one, which hear and are written like it. */
export function languagesProper(locales: Locales): readonly Locale[] {
  const codes = locales.map(({ language }) => language.code)
  return locales.filter(({ language }) => baseOf(language.code, codes) === undefined)
}
