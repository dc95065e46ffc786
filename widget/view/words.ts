/** The interface's texts in one language, by dotted key. */
export interface Words {
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  /** The locale for `Intl`, with the language's own digits. */
  readonly locale: string
  readonly texts: { readonly [key: string]: string }
}

/** A text, filled in. */
export function say(
  words: Words,
  key: string,
  filling: { readonly [name: string]: string | number } = {},
): string {
  return (words.texts[key] ?? key).replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = filling[name] ?? ''
    return typeof value === 'number' ? sayNumber(words, value) : value
  })
}

/** A number in the language's digits. */
export const sayNumber = ({ locale }: Words, value: number): string =>
  new Intl.NumberFormat(locale, { useGrouping: false }).format(value)

/** A text in the form that a number asks for; a form of its own for zero where there is one. */
export function sayCount(words: Words, key: string, count: number): string {
  const zero = `${key}_zero`
  if (count === 0 && zero in words.texts) return say(words, zero, { count })
  const form = `${key}_${new Intl.PluralRules(words.lang).select(count)}`
  return say(words, form in words.texts ? form : `${key}_other`, { count })
}

/** A heading with how many stand below it. */
export const sayWithCount = (words: Words, heading: string, count: number): string =>
  `${heading} (${sayNumber(words, count)})`

/** A day, from an ISO date. */
export const sayDate = ({ locale }: Words, iso: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    Date.parse(`${iso}T00:00:00Z`),
  )

/** Month names, January first. */
export const monthNames = ({ locale }: Words): readonly string[] =>
  Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, month, 1)),
  )
