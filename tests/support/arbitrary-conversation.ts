import fc from 'fast-check'
import type { Answer, Conversation } from '../../src/dialogue/conversation.ts'
import { type AnswerValue, type QuestionId, questionForm } from '../../src/dialogue/question.ts'
import { factNames } from '../../src/facts/schema.ts'

/** Every question there is. */
export const allQuestions: readonly QuestionId[] = ['topics', ...factNames]

const digits = (length: number) =>
  fc.integer({ min: 0, max: 10 ** length - 1 }).map(number => String(number).padStart(length, '0'))

/** Any value that fits a question, to the ends of its range. */
function arbitraryGivenValue(question: QuestionId): fc.Arbitrary<AnswerValue> {
  const { kind, options, min = 0, max = 0 } = questionForm(question)
  const values = options as readonly AnswerValue[]
  switch (kind) {
    case 'choice':
      return fc.constantFrom(...values)
    case 'choices':
      return fc.subarray([...values]) as fc.Arbitrary<AnswerValue>
    case 'number':
      return fc.integer({ min, max })
    case 'numbers':
      return fc.array(fc.integer({ min, max }), { maxLength: 20 })
    case 'month':
      return fc
        .tuple(fc.integer({ min: 1900, max: 2099 }), fc.integer({ min: 1, max: 12 }))
        .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`)
    case 'place':
      return fc
        .constantFrom(...(question === 'kreis' ? [3, 6] : [6]))
        .chain(digits)
        .map(rest => `06${rest}`)
    default:
      return kind satisfies never
  }
}

/** Any answer to a question: a value or none, asked for or volunteered. */
const arbitraryGiven = (question: QuestionId): fc.Arbitrary<Answer> =>
  fc
    .tuple(
      fc.oneof(
        { weight: 3, arbitrary: arbitraryGivenValue(question).map(value => ({ value })) },
        {
          weight: 1,
          arbitrary: fc
            .constantFrom('unknown' as const, 'refused' as const)
            .map(because => ({ value: null, because })),
        },
      ),
      fc.boolean(),
    )
    .map(([given, isVolunteered]) => ({
      question,
      ...given,
      ...(isVolunteered && { volunteered: true as const }),
    }))

/** Any conversation that can be sealed: some questions, each answered once, in any order. */
export const arbitraryConversation: fc.Arbitrary<Conversation> = fc
  .tuple(
    fc.constantFrom('de', 'de-simple', 'uk', 'ar'),
    fc.shuffledSubarray([...allQuestions]).chain(questions => fc.tuple(...questions.map(arbitraryGiven))),
  )
  .map(([lang, answers]) => ({ lang, answers }))
