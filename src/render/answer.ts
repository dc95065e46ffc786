import type { Answer } from '../dialogue/conversation.ts'
import { type AnswerValue, type QuestionId, questionForm } from '../dialogue/question.ts'
import type { Speech } from '../i18n/speech.ts'

/** The label of an option of a question. */
export const optionLabel = (speech: Speech, question: QuestionId, option: string | boolean): string =>
  speech.text(`questions:${question}.options.${option}`)

/** An answer in words, as the transcript shows it. */
export function answerText(
  speech: Speech,
  { question, value, because }: Answer,
  placeName: (ags: string) => string,
): string {
  return value === null
    ? speech.text(because === 'refused' ? 'answer.refused' : 'answer.unknown')
    : valueText(speech, question, value, placeName)
}

/** A value in words. */
export function valueText(
  speech: Speech,
  question: QuestionId,
  value: AnswerValue,
  placeName: (ags: string) => string,
): string {
  const { kind } = questionForm(question)
  if (kind === 'place') return speech.german(placeName(String(value)))
  if (kind === 'month') return speech.month(String(value))
  if (kind === 'numbers' && Array.isArray(value)) {
    if (value.length === 0) return speech.text(`questions:${question}.none`)
    return value
      .map(age =>
        age === 0 ? speech.text('answer.baby') : speech.text('answer.years', { count: Number(age) }),
      )
      .join(' · ')
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return speech.text('answer.none')
    return value.map(option => optionLabel(speech, question, String(option))).join(' · ')
  }
  if (typeof value === 'number') return speech.number(value)
  return optionLabel(speech, question, typeof value === 'boolean' ? value : String(value))
}
