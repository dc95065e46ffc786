import { type FactName, factSchemas } from './schema.ts'

/** How a fact's value looks, and so which comparisons and which answers fit it. */
export type FactKind =
  | { readonly kind: 'yesNo' }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'choices'; readonly values: readonly string[] }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'numbers'; readonly min: number; readonly max: number }
  | { readonly kind: 'month' }
  | { readonly kind: 'place' }

const places: ReadonlySet<FactName> = new Set(['kreis', 'gemeinde'])

/** The kind of a fact, read off its schema, so that there is one place where a fact is described. */
export function factKind(fact: FactName): FactKind {
  if (places.has(fact)) return { kind: 'place' }
  const schema = factSchemas[fact]
  switch (schema.type) {
    case 'boolean':
      return { kind: 'yesNo' }
    case 'enum':
      return { kind: 'choice', values: schema.options }
    case 'number':
      return { kind: 'number', ...range(schema) }
    case 'string':
      return { kind: 'month' }
    case 'array':
      return schema.element.type === 'enum'
        ? { kind: 'choices', values: schema.element.options }
        : { kind: 'numbers', ...range(schema.element) }
    default:
      return schema satisfies never
  }
}

function range(schema: { readonly minValue: number | null; readonly maxValue: number | null }) {
  return { min: schema.minValue ?? 0, max: schema.maxValue ?? Number.MAX_SAFE_INTEGER }
}
