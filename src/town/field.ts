import { z } from 'zod'

/** Kinds of fields of a town's file. What is wrong is said to a web team: what the field takes, with an example. */

/** Says of a value what it must be, and of a missing one that it is missing. */
const takes =
  (what: string) =>
  ({ input }: { readonly input?: unknown }): string =>
    input === undefined ? `is missing; it takes ${what}` : `must be ${what}`

/** Characters that nobody sees and that could turn a text around. */
const hidden = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u

/** One line of text with at most so many characters. */
export const text = (what: string, most: number) =>
  z
    .string({ error: takes(`${what}, in quotation marks where it has only digits`) })
    .trim()
    .min(1, `must be ${what}; it is empty`)
    .max(most, `must be ${what} of at most ${most} characters`)
    .refine(
      written => !hidden.test(written),
      `must be ${what} on one line, without characters that can't be seen`,
    )

/** A text that passes a check. */
const checked = (what: string, isGood: (written: string) => boolean) =>
  z.string({ error: takes(what) }).refine(isGood, `must be ${what}`)

/** An address of a page, by https alone. */
export const link = checked(
  'an address that begins with https://, such as "https://www.stadt.example/impressum"',
  written => /^https:\/\/\S+$/.test(written) && URL.canParse(written),
)

/** An origin that may show the widget, or `*` for all. */
export const site = checked(
  'an address of a website by https without a path, such as "https://www.stadt.example", or "*" for all',
  written =>
    written === '*' ||
    (written.startsWith('https://') && URL.canParse(written) && new URL(written).origin === written),
)

export const email = checked(
  'an e-mail address, such as "info@stadt.example"',
  written => z.email().safeParse(written).success,
)

/** A phone number in a form that `isPhone` knows. */
export const phoneWith = (isPhone: (written: string) => boolean) =>
  checked(
    'a phone number in quotation marks with +49 and without blanks, such as "+496990009123", or a short number such as "115"',
    isPhone,
  )

export const colour = checked('a colour in quotation marks, such as "#0b5563"', written =>
  /^#([0-9a-f]{6}|[0-9a-f]{3})$/i.test(written),
)

/** A day as ISO date. */
export const isoDay = checked(
  'a date in the form year-month-day, such as 2026-11-26',
  written => z.iso.date().safeParse(written).success,
)

/** The key of a Kreis, or of a municipality where `digits` says so. */
export const ags = (digits: 'kreis' | 'place') =>
  digits === 'kreis'
    ? checked(
        'the key (AGS) of a Kreis in Hesse: five digits that begin with 06, in quotation marks, such as "06412"',
        written => /^06\d{3}$/.test(written),
      )
    : checked(
        'the key (AGS) of a Kreis or municipality in Hesse: five or eight digits that begin with 06, in quotation marks, such as "06412" or "06531005"',
        written => /^06(\d{3}|\d{6})$/.test(written),
      )

/** One word of a fixed list. */
export const oneOf = <const Words extends readonly [string, ...string[]]>(what: string, words: Words) =>
  z.enum(words, { error: takes(`${what}: one of ${words.join(', ')}`) })

/** A list with at least one entry. */
export const list = <Item extends z.ZodType>(what: string, item: Item, most: number) => {
  const named = `a list of ${what}, each on a line of its own after "- "`
  return z
    .array(item, { error: takes(named) })
    .min(1, `must be ${named}; leave the field out where there is none`)
    .max(most, `takes at most ${most} ${what}`)
}

/** Fields with names; others are refused by name. */
export const fields = <Shape extends z.core.$ZodShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: issue =>
      issue.code === 'unrecognized_keys'
        ? `there is no field ${(issue.keys ?? []).join(', ')} here; the fields are ${Object.keys(shape).join(', ')}`
        : takes(`these fields, each on a line of its own: ${Object.keys(shape).join(', ')}`)(issue),
  })
