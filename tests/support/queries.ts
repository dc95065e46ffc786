import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { dangerKinds } from '../../src/search/danger.ts'

/**
 * The kinds of queries in which the search is judged. `compound`: German compounds split, joined or made anew;
 * `transliterated`: a language in Latin letters or without its marks, or German as it is heard; `german`: German words in
 * another language, or two languages in one; `harmless`: the words of danger, and no danger; `nonsense`: what no offer is for.
 */
export const queryKinds = [
  'exact',
  'typo',
  'compound',
  'inflected',
  'transliterated',
  'german',
  'situation',
  'question',
  'abbreviation',
  'danger',
  'harmless',
  'nonsense',
] as const

export type QueryKind = (typeof queryKinds)[number]

const query = z.strictObject({
  kind: z.enum(queryKinds),
  query: z.string().min(1),
  /** Offers that a counsellor would take for the first answer, the best first; one alone where one is meant. */
  offers: z.array(z.string()).default([]),
  /** Kinds of danger that may be heard. */
  danger: z.array(z.enum(dangerKinds)).default([]),
})

export type LabelledQuery = z.infer<typeof query>

/** `open` are looked at while the search is made; `kept` are counted alone, and never looked at one by one. */
const half = z.array(query)
const file = z.strictObject({ open: half, kept: half })

export type Half = keyof z.infer<typeof file>

const folder = 'tests/search/queries'

/** The labelled queries by language. */
export const queries: ReadonlyMap<string, z.infer<typeof file>> = new Map(
  readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(name => [basename(name, '.json'), file.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))]),
)
