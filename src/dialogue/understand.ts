import { parseValue, type QuestionForm, type QuestionId } from './question.ts'
import { readMonth } from './read-month.ts'
import { readNumbers } from './read-numbers.ts'
import type { Understanding } from './understanding.ts'
import type { Understood } from './understood.ts'

/** Reads a free text as the answer to a question. Unsure is said as unsure: never a guess. */
export function understand(
  text: string,
  question: QuestionId,
  form: QuestionForm,
  knowing: Understanding,
): Understood {
  const { vocabulary, words } = knowing
  const spoken = words(text)
  if (spoken.length === 0 || spoken.length > 40) return { kind: 'nothing' }
  const says = (phrases: readonly string[]) =>
    phrases.some(phrase => words(phrase).join(' ') === spoken.join(' '))
  // An option's own words come first: one of them may be "I don't know yet".
  const said = form.kind === 'choice' ? oneOf(text, question, form, knowing) : undefined
  if (said?.kind === 'answer') return said
  if (says(vocabulary.unknown)) return { kind: 'skip', because: 'unknown' }
  if (says(vocabulary.refused)) return { kind: 'skip', because: 'refused' }

  switch (form.kind) {
    case 'choice':
      if (form.options.includes(true)) {
        if (says(vocabulary.yes)) return { kind: 'answer', value: true }
        if (says(vocabulary.no)) return { kind: 'answer', value: false }
      }
      return said ?? { kind: 'nothing' }
    case 'choices':
      if (says(vocabulary.none) || says(vocabulary.no)) return { kind: 'answer', value: [] }
      return severalOf(text, question, form, knowing)
    case 'number':
    case 'numbers':
      return readNumbers(text, question, form, knowing)
    case 'month': {
      const month = readMonth(text, knowing)
      const value = month === undefined ? undefined : parseValue(question, month)
      return value === undefined ? { kind: 'nothing' } : { kind: 'answer', value }
    }
    case 'place':
      return { kind: 'nothing' }
    default:
      return form.kind satisfies never
  }
}

function oneOf(
  text: string,
  question: QuestionId,
  { options }: QuestionForm,
  { label, closest }: Understanding,
): Understood {
  const meant = closest(
    options.map(option => label(question, option)),
    text,
  ).flatMap(index => options[index] ?? [])
  const [only] = meant
  if (only === undefined) return { kind: 'nothing' }
  if (meant.length > 1) return { kind: 'unsure', options: meant }
  const value = parseValue(question, only)
  return value === undefined ? { kind: 'nothing' } : { kind: 'answer', value }
}

function severalOf(
  text: string,
  question: QuestionId,
  { options }: QuestionForm,
  knowing: Understanding,
): Understood {
  const labels = options.map(option => knowing.label(question, option))
  const chosen: (string | boolean)[] = []
  for (const part of text.split(/[,;،\n]+/).filter(part => part.trim() !== '')) {
    const meant = knowing.closest(labels, part).flatMap(index => options[index] ?? [])
    if (meant.length > 1) return { kind: 'unsure', options: meant }
    if (meant.length === 0) return { kind: 'nothing' }
    chosen.push(...meant)
  }
  const value = parseValue(question, chosen)
  return chosen.length === 0 || value === undefined ? { kind: 'nothing' } : { kind: 'answer', value }
}
