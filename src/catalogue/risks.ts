import { z } from 'zod'
import { compile, type Rule } from '../rules/rule.ts'
import { conditionSchema, type WrittenCondition } from './schema.ts'
import { expandTerms, termsIn } from './terms.ts'

/** What a claim can mean for residence. */
export interface Risk {
  /** Name of its text in `risks.json`. */
  readonly name: string
  /** `care`: worth advice beforehand. `fine`: no need to worry. */
  readonly tone: 'care' | 'fine'
  /** Id of the offer that advises on it, where advice is worth while. */
  readonly advice?: string
  /** Whom it concerns; it is kept from those whom it surely does not. */
  readonly rule: Rule
  /** `checked` is the ISO date on which it was last read. */
  readonly source: { readonly title: string; readonly url: string; readonly checked: string }
}

/** Risks by name. */
export type Risks = ReadonlyMap<string, Risk>

const key = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'a camelCase name')

/** `catalogue/risks.yaml`: what a claim can mean for a person's residence, by the name of its text. */
export const risksFileSchema = z.record(
  key,
  z.strictObject({
    tone: z.enum(['care', 'fine']),
    for: conditionSchema
      .refine(written => [...termsIn(written)].length === 0, 'a risk writes its condition out, without terms')
      .refine(written => !isDated(written), 'a risk has no dates: its source is read again instead'),
    /** Id of the offer that advises on it. */
    advice: z.string().exactOptional(),
    source: z.strictObject({
      title: z.string().min(3),
      url: z.url({ protocol: /^https$/ }),
      checked: z.iso.date(),
    }),
  }),
)

/** The risks of a file, ready to be asked. */
export const compileRisks = (file: z.infer<typeof risksFileSchema>): Risks =>
  new Map(
    Object.entries(file).map(([name, { tone, for: written, source, advice }]) => [
      name,
      {
        name,
        tone,
        source,
        ...(advice !== undefined && { advice }),
        rule: compile(expandTerms(written, new Map()), 'open'),
      },
    ]),
  )

/** Whether a condition, or one within it, is law on some days only. */
function isDated(written: WrittenCondition): boolean {
  if ('not' in written) return isDated(written.not)
  if ('term' in written) return false
  const parts = 'all' in written ? written.all : 'any' in written ? written.any : []
  return (
    written.from !== undefined || written.until !== undefined || 'ended' in written || parts.some(isDated)
  )
}
