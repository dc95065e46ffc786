import { parseValue, type QuestionForm, type QuestionId } from './question.ts'
import { readMonth } from './read-month.ts'
import { readNumbers } from './read-numbers.ts'
import type { Understanding } from './understanding.ts'
import type { Understood } from './understood.ts'

/** Longer texts are stories, and no answers. */
const mostWords = 40
const mostLetters = 500

/** Reads a free text as the answer to a question. Unsure is said as unsure: never a guess. */
export function understand(
  text: string,
  question: QuestionId,
  form: QuestionForm,
  knowing: Understanding,
): Understood {
  if (text.length > mostLetters) return nothing
  const { vocabulary, words } = knowing
  const spoken = words(text)
  if (spoken.length === 0 || spoken.length > mostWords) return nothing
  const says = (phrases: readonly string[]) =>
    phrases.some(phrase => words(phrase).join(' ') === spoken.join(' '))
  // An option's own words come first: one of them may be "I don't know yet".
  const said = named(text, question, form, knowing)
  if (said.kind === 'answer') return said
  if (says(vocabulary.unknown)) return { kind: 'skip', because: 'unknown' }
  if (says(vocabulary.refused)) return { kind: 'skip', because: 'refused' }

  switch (form.kind) {
    case 'choice':
      // "Yes, but …" is no plain yes.
      return said.kind === 'nothing' && form.options.includes(true) && beginsWithYesOrNo(spoken, knowing)
        ? unsure
        : said
    case 'choices':
      if (!says(vocabulary.none) && !says(vocabulary.no)) return said
      // "No children" is none of the benefits; and who names no topic has not chosen to have none.
      if (question === 'topics' || spoken.some(word => isAboutChildren(word, knowing))) return unsure
      return asked(text, { kind: 'answer', value: [] })
    case 'number':
    case 'numbers':
      return asked(text, readNumbers(text, question, form, knowing))
    case 'month': {
      const month = readMonth(text, knowing)
      if (month === undefined) return nothing
      const value = month === 'unclear' ? undefined : parseValue(question, month)
      return value === undefined ? unsure : asked(text, { kind: 'answer', value })
    }
    case 'place':
      return nothing
    default:
      return form.kind satisfies never
  }
}

/**
 * Reads a text in several languages, the page's first: people mix them, and write the one that they can.
 * Languages that hear different answers make it unsure, and so does what the page's own language finds ambiguous.
 */
export function understandInAny(
  text: string,
  question: QuestionId,
  form: QuestionForm,
  [own, ...others]: readonly Understanding[],
): Understood {
  if (!own) return nothing
  const first = understand(text, question, form, own)
  if (first.kind === 'unsure' && first.options.length > 0) return first
  const heard = [
    first,
    ...others
      .filter(({ lang }) => isWrittenIn(text, lang))
      .map(knowing => understand(text, question, form, knowing)),
  ]
  const clear = heard.filter(({ kind }) => kind === 'answer' || kind === 'skip')
  const [only] = clear
  if (only && clear.every(other => JSON.stringify(other) === JSON.stringify(only))) return only
  if (only) return { kind: 'unsure', options: form.options.filter(option => clear.some(gives(option))) }
  return first.kind === 'unsure' ? first : (heard.find(({ kind }) => kind === 'unsure') ?? nothing)
}

/** Whether a longer text begins with a word that alone would say yes or no. */
function beginsWithYesOrNo(
  [first, ...rest]: readonly string[],
  { vocabulary, words }: Understanding,
): boolean {
  const isAlone = (phrase: string) => words(phrase).join(' ') === first
  return rest.length > 0 && [...vocabulary.yes, ...vocabulary.no].some(isAlone)
}

const isAboutChildren = (word: string, { vocabulary, words }: Understanding): boolean =>
  vocabulary.children.some(phrase => words(phrase).includes(word))

const nothing: Understood = { kind: 'nothing' }
const unsure: Understood = { kind: 'unsure', options: [] }

/** Whether an answer gives an option, alone or among others. */
const gives =
  (option: string | boolean) =>
  (heard: Understood): boolean =>
    heard.kind === 'answer' && [heard.value].flat().includes(option)

/** Whether a text has letters of a language's script: words of another script that are spelled in it are its own. */
const isWrittenIn = (text: string, lang: string): boolean =>
  new RegExp(`\\p{Script=${new Intl.Locale(lang).maximize().script ?? 'Latn'}}`, 'u').test(text)

/** What has a question mark behind it is a question. */
const asked = (text: string, heard: Understood): Understood =>
  heard.kind === 'answer' && /[?؟]\s*$/u.test(text) ? unsure : heard

/** The options that a text names. */
function named(text: string, question: QuestionId, form: QuestionForm, knowing: Understanding): Understood {
  const heard = knowing.hear(question, text)
  const options = heard.options.flatMap(name => form.options.find(option => String(option) === name) ?? [])
  const value = heard.how === 'plain' ? meantBy(question, form, heard.options) : undefined
  if (value !== undefined) return { kind: 'answer', value }
  if (form.kind !== 'choice' && form.kind !== 'choices') return nothing
  if (heard.how !== 'beside') return { kind: 'unsure', options }
  // A part of a label is no answer, but shows which one it may be.
  const labels = form.options.map(option => knowing.label(question, option))
  const near = knowing.closest(labels, text).flatMap(index => form.options[index] ?? [])
  return near.length > 0 ? { kind: 'unsure', options: near } : nothing
}

/** The value that is meant by the names of options; `undefined` where they are none, or too many. */
function meantBy(question: QuestionId, { kind, options }: QuestionForm, names: readonly string[]) {
  const [only, ...others] = names
  if (only === undefined) return undefined
  const isNone = only === 'none' && others.length === 0
  switch (kind) {
    case 'choice':
      return others.length > 0
        ? undefined
        : parseValue(
            question,
            options.find(option => String(option) === only),
          )
    case 'choices':
      return parseValue(question, isNone ? [] : names)
    case 'numbers':
      return isNone ? [] : undefined
    case 'number':
      return others.length > 0 ? undefined : parseValue(question, Number(only))
    case 'month':
    case 'place':
      return undefined
    default:
      return kind satisfies never
  }
}
