import { z } from 'zod'
import { factKind } from '../facts/kinds.ts'
import { isPhone } from '../facts/phone.ts'
import { type FactName, factNames, factSchemas, factsSchema } from '../facts/schema.ts'
import { topicSchema } from '../facts/topics.ts'
import type { Condition } from '../rules/condition.ts'
import { officeKindSchema } from './offices.ts'

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and hyphens')
const key = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'a camelCase name')
const isoDate = z.iso.date()
const factName = z.enum(factNames)
const claim = z.enum(['entitlement', 'discretion', 'open'])

const annotation = {
  source: id.exactOptional(),
  as: key.exactOptional(),
  claim: claim.exactOptional(),
  from: isoDate.exactOptional(),
  until: isoDate.exactOptional(),
}
const bounds = z
  .strictObject({ atLeast: z.int().exactOptional(), below: z.int().exactOptional() })
  .refine(
    b => b.atLeast === undefined || b.below === undefined || b.atLeast < b.below,
    'atLeast must be under below',
  )
/** Bounds of which at least one is set: `{}` would say nothing. */
const someBounds = bounds.refine(
  b => b.atLeast !== undefined || b.below !== undefined,
  'needs atLeast or below',
)
const monthOf = factSchemas.arrivalDate

const comparison = [
  z.strictObject({ ...annotation, fact: factName, is: z.union([z.string(), z.boolean()]) }),
  z.strictObject({ ...annotation, fact: factName, in: z.array(z.string()).min(1) }),
  z.strictObject({ ...annotation, fact: factName, number: someBounds }),
  z.strictObject({ ...annotation, fact: factName, some: bounds }),
  z.strictObject({ ...annotation, fact: factName, hasAny: z.array(z.string()).min(1) }),
  z.strictObject({ ...annotation, fact: factName, monthsAgo: someBounds }),
  z.strictObject({
    ...annotation,
    fact: factName,
    month: z
      .strictObject({ from: monthOf.exactOptional(), before: monthOf.exactOptional() })
      .refine(m => m.from !== undefined || m.before !== undefined, 'needs from or before'),
  }),
] as const

/** A condition as a file may write it: `term` names a condition of `terms.yaml`, which takes its place. */
export type WrittenCondition =
  | {
      readonly term: string
      readonly source?: string
      readonly claim?: 'entitlement' | 'discretion' | 'open'
    }
  | { readonly not: WrittenCondition }
  | (Pick<Exclude<Condition, { not: unknown }>, 'source' | 'as' | 'claim' | 'from' | 'until'> &
      ({ readonly all: readonly WrittenCondition[] } | { readonly any: readonly WrittenCondition[] }))
  | Extract<Condition, { fact: unknown } | { open: unknown } | { ended: unknown }>

const kindOfCondition = ['all', 'any', 'not', 'term', 'open', 'ended'] as const
const kindOfComparison = ['is', 'in', 'number', 'some', 'hasAny', 'monthsAgo', 'month'] as const

/** Picks the one shape that the keys ask for, so that a fault is named where it is and not as "no variant fits". */
const byKeys = (value: unknown): z.ZodType<WrittenCondition> | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  const kind = kindOfCondition.find(name => name in value)
  if (kind) return conditionShapes[kind]
  const test = kindOfComparison.findIndex(name => name in value)
  return 'fact' in value ? comparison[test] : undefined
}

/** The schema of a condition: its shape, and that the test fits the fact's kind and values. */
export const conditionSchema: z.ZodType<WrittenCondition> = z.unknown().transform((value, context) => {
  const shape = byKeys(value)
  if (!shape) {
    context.issues.push({
      code: 'custom',
      input: value,
      message: `a condition is one of ${kindOfCondition.join(', ')}, or a fact with one of ${kindOfComparison.join(', ')}`,
    })
    return z.NEVER
  }
  const parsed = shape.safeParse(value)
  if (!parsed.success) {
    for (const { message, path } of parsed.error.issues) {
      context.issues.push({ code: 'custom', input: value, message, path: [...path] })
    }
    return z.NEVER
  }
  for (const message of misfits(parsed.data)) context.issues.push({ code: 'custom', input: value, message })
  return parsed.data
})

const conditionShapes = {
  all: z.strictObject({ ...annotation, all: z.array(z.lazy(() => conditionSchema)) }),
  any: z.strictObject({ ...annotation, any: z.array(z.lazy(() => conditionSchema)).min(1) }),
  not: z.strictObject({ not: z.lazy(() => conditionSchema) }),
  term: z.strictObject({ term: key, source: id.exactOptional(), claim: claim.exactOptional() }),
  open: z.strictObject({ ...annotation, open: z.enum(['law', 'office']) }),
  ended: z.strictObject({ ...annotation, ended: isoDate }),
} satisfies Record<(typeof kindOfCondition)[number], z.ZodType<WrittenCondition>>

function* misfits(condition: WrittenCondition): Iterable<string> {
  if ('from' in condition && 'until' in condition && (condition.from ?? '') > (condition.until ?? '')) {
    yield 'the condition ends before it begins'
  }
  if (!('fact' in condition)) return
  const { fact } = condition
  const kind = factKind(fact)
  const fits = {
    yesNo: 'is' in condition && typeof condition.is === 'boolean',
    choice: ('is' in condition && typeof condition.is === 'string') || 'in' in condition,
    place: 'in' in condition,
    choices: 'hasAny' in condition,
    number: 'number' in condition,
    numbers: 'some' in condition,
    month: 'month' in condition || 'monthsAgo' in condition,
  }[kind.kind]
  if (!fits) yield `this comparison does not fit ${fact}, which is of kind ${kind.kind}`
  const values =
    'is' in condition
      ? [condition.is]
      : 'in' in condition
        ? condition.in
        : 'hasAny' in condition
          ? condition.hasAny
          : []
  for (const value of values) {
    if (!isValueOf(fact, value)) yield `${fact} has no value ${JSON.stringify(value)}`
  }
}

function isValueOf(fact: FactName, value: string | boolean): boolean {
  const kind = factKind(fact)
  if (kind.kind === 'choices') return typeof value === 'string' && kind.values.includes(value)
  return factSchemas[fact].safeParse(value).success
}

const contact = z
  .strictObject({
    kind: z.enum(['phone', 'url', 'email', 'address']),
    value: z.string().min(3),
    label: z.string().min(1).exactOptional(),
    source: id,
  })
  .superRefine(({ kind, value }, context) => {
    const wellFormed = {
      phone: isPhone(value),
      url: URL.canParse(value) && value.startsWith('https://'),
      email: z.email().safeParse(value).success,
      address: true,
    }[kind]
    const how = {
      phone: 'E.164 (+49…) or a short number',
      url: 'an https address',
      email: 'an e-mail address',
      address: '',
    }
    if (!wellFormed) context.addIssue({ code: 'custom', path: ['value'], message: `must be ${how[kind]}` })
  })

const ags = z.string().regex(/^06(\d{3}|\d{6})$/, 'an AGS of Hesse with 5 or 8 digits')

/** A file under `catalogue/offers/`, as written. */
export const offerFileSchema = z.strictObject({
  id,
  titleDe: z.string().min(3),
  topics: z.array(topicSchema).min(1),
  level: z.enum(['bund', 'land', 'kommune', 'traeger']),
  provider: z.string().min(2),
  /** The kind of office that is responsible, where the person's Kreis or municipality decides which one. */
  office: officeKindSchema.exactOptional(),
  area: z.union([z.enum(['hesse', 'kreis']), z.array(ags).min(1)]),
  status: z.enum(['active', 'restricted', 'ended']),
  successor: id.exactOptional(),
  /** The benefit that this offer is, where people are asked whether they get it already. */
  benefit: factSchemas.benefitsReceived.element.exactOptional(),
  cost: z.enum(['free', 'fee', 'contribution', 'varies']),
  urgency: z.enum(['danger', 'existence', 'high', 'normal']),
  claim,
  conditions: conditionSchema,
  documents: z.array(key).default([]),
  contacts: z.array(contact).default([]),
  regional: z.record(ags, z.array(contact).min(1)).default({}),
  notes: z
    .array(
      z.strictObject({ id: key, source: id, from: isoDate.exactOptional(), until: isoDate.exactOptional() }),
    )
    .default([]),
  /** What a claim can mean for residence: names from `risks.yaml`. */
  risks: z.array(key).default([]),
  sources: z
    .array(
      z.strictObject({
        id,
        title: z.string().min(3),
        url: z.url({ protocol: /^https?$/ }),
        checked: isoDate,
        state: z.enum(['read', 'unconfirmed']).default('read'),
      }),
    )
    .min(1),
  examples: z
    .array(
      z.strictObject({
        name: z.string().exactOptional(),
        facts: factsSchema,
        today: isoDate.exactOptional(),
        verdict: z.enum(['eligible', 'ineligible', 'undetermined']),
        claim: claim.exactOptional(),
        missing: z.array(factName).exactOptional(),
        openBecause: z.array(z.enum(['facts', 'law', 'office'])).exactOptional(),
      }),
    )
    .min(1),
})

/** `catalogue/terms.yaml`: conditions that several offers share, by the name of their sentence. */
export const termsFileSchema = z.record(key, conditionSchema)

export type OfferFile = z.infer<typeof offerFileSchema>
