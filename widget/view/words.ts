/** The interface's texts in one language, by dotted key. */
export interface Words {
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  readonly texts: { readonly [key: string]: string }
}

/** A text, filled in. */
export function say(
  { texts }: Words,
  key: string,
  filling: { readonly [name: string]: string | number } = {},
): string {
  return (texts[key] ?? key).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(filling[name] ?? ''))
}

/** A text in the form that a number asks for; a form of its own for zero where there is one. */
export function sayCount(words: Words, key: string, count: number): string {
  const zero = `${key}_zero`
  if (count === 0 && zero in words.texts) return say(words, zero, { count })
  const form = `${key}_${new Intl.PluralRules(words.lang).select(count)}`
  return say(words, form in words.texts ? form : `${key}_other`, { count })
}

/** A day, from an ISO date. */
export const sayDate = ({ lang }: Words, iso: string): string =>
  new Intl.DateTimeFormat(`${lang}-u-ca-gregory-nu-latn`, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    Date.parse(`${iso}T00:00:00Z`),
  )

/** Month names, January first. */
export const monthNames = ({ lang }: Words): readonly string[] =>
  Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat(`${lang}-u-ca-gregory`, { month: 'long', timeZone: 'UTC' }).format(
      Date.UTC(2024, month, 1),
    ),
  )
