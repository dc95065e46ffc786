import { z } from 'zod'

/** A concept of the German texts, or what one is called in another language. */
const entry = z.strictObject({
  /** What people say. */
  term: z.string().min(1),
  /** How it may stand in a text; `*` is any letters. */
  forms: z.array(z.string().min(1)).min(1),
  /** What it is, where the German word says too little to a translator. */
  meaning: z.string().exactOptional(),
  /** Words that mislead. */
  avoid: z.array(z.string().min(1)).exactOptional(),
  /** Keys of texts in which the concept rightly goes unsaid; `*` is any letters. */
  free: z.array(z.string().min(1)).exactOptional(),
})

export const glossarySchema = z.record(z.string(), entry)

/** Concepts that are called the same everywhere, by name. */
export type Glossary = z.infer<typeof glossarySchema>

/** Whether a text holds one of some forms, as a whole word. */
export function holdsForm(forms: readonly string[]): (text: string) => boolean {
  const patterns = forms.map(form => {
    const body = folded(form)
      .split('*')
      .map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[\\p{L}\\p{M}\\p{N}\\u200c]*')
    return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${body}(?![\\p{L}\\p{M}\\p{N}])`, 'u')
  })
  return text => patterns.some(pattern => pattern.test(folded(text)))
}

/** In small letters; the Turkish İ becomes an i with a dot of its own, which goes. */
const folded = (text: string): string => text.toLowerCase().replaceAll('\u0307', '')
