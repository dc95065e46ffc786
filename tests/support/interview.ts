import fc from 'fast-check'
import type { Answer } from '../../src/dialogue/conversation.ts'
import type { AnswerValue, QuestionId } from '../../src/dialogue/question.ts'
import { type Flows, offeredTopics, type Position, replay } from '../../src/dialogue/replay.ts'
import { day } from '../../src/facts/day.ts'
import { factNames } from '../../src/facts/schema.ts'
import { arbitraryValue } from './arbitrary-facts.ts'

/** The day on which the interviews take place. */
export const interviewDay = day('2026-11-21')

/** The first entries of what may never end: more than any flow has questions. */
export function firstOf<T>(endless: Iterable<T>, limit = 100): readonly T[] {
  const found: T[] = []
  for (const item of endless) {
    if (found.length === limit) break
    found.push(item)
  }
  return found
}

function arbitraryAnswerValue(flows: Flows, question: QuestionId): fc.Arbitrary<AnswerValue> {
  if (question === 'topics') return fc.subarray([...offeredTopics(flows)])
  // A place may be said as a municipality, which settles its Kreis.
  return question === 'kreis' ? fc.constantFrom('06411', '06412000', '06531005') : arbitraryValue(question)
}

/** What a person can answer to a question, "I don't know" and "I would rather not say" among it. */
export function arbitraryAnswer(flows: Flows, question: QuestionId): fc.Arbitrary<Answer> {
  return fc.oneof(
    { weight: 4, arbitrary: arbitraryAnswerValue(flows, question).map(value => ({ question, value })) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('unknown', 'refused').map(because => ({ question, value: null, because })),
    },
  )
}

const questions: readonly QuestionId[] = ['topics', ...factNames]

/** Answers to some questions in any order, as no polite interview would bring them; some of them volunteered. */
export const arbitraryAnswers = (flows: Flows): fc.Arbitrary<readonly Answer[]> =>
  fc
    .shuffledSubarray([...questions])
    .chain(chosen =>
      fc.tuple(
        ...chosen.map(question =>
          fc
            .tuple(arbitraryAnswer(flows, question), fc.integer({ min: 0, max: 3 }))
            .map(([answer, chance]): Answer => (chance === 0 ? { ...answer, volunteered: true } : answer)),
        ),
      ),
    )

/** A person who answers whatever comes next, until nothing does: the position before each answer and after the last. */
export const interview = (flows: Flows): fc.Arbitrary<readonly Position[]> =>
  fc.tuple(...questions.map(question => arbitraryAnswer(flows, question))).map(prepared => {
    const positions = [replay(flows, [], interviewDay)]
    for (let turn = 0; turn <= questions.length; turn++) {
      const position = positions[turn]
      const answer = prepared.find(({ question }) => question === position?.ahead[0])
      if (!position || !answer) break
      positions.push(replay(flows, [...position.answers, answer], interviewDay))
    }
    return positions
  })
