import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flows } from '../../flows/index.ts'
import { type Answer, chosenTopics, factsOf } from '../../src/dialogue/conversation.ts'
import { type Flow, flow } from '../../src/dialogue/flow.ts'
import type { QuestionId } from '../../src/dialogue/question.ts'
import { type Flows, offeredTopics, replay } from '../../src/dialogue/replay.ts'
import { day } from '../../src/facts/day.ts'
import { factNames } from '../../src/facts/schema.ts'
import { compile, outcomeOf } from '../../src/rules/rule.ts'
import { arbitraryAnswer, arbitraryAnswers, interview } from '../support/interview.ts'

const today = day('2026-11-21')
const answersInAnyOrder = arbitraryAnswers(flows)
const play = (answers: readonly Answer[], content: Flows = flows) => replay(content, answers, today)
const runs = { numRuns: 500 }

/**
 * The same walk, written a second time and as plainly as possible: no machine, nothing remembered between people.
 * A branch is shut only by a guard that surely fails on what was answered along the way.
 */
function passedQuestions(content: Flows, answers: readonly Answer[]): ReadonlySet<QuestionId> {
  const topics = chosenTopics(answers, offeredTopics(content))
  const passed = new Set<QuestionId>(['topics'])
  // Chosen topics are walked as the flows stand, protection first; without a choice as they are offered.
  const asFlowsStand = Object.entries(content.byTopic).filter(([topic]) =>
    topics.some(name => name === topic),
  )
  if (topics.length > 0) for (const [, chosen] of asFlowsStand) walk(chosen)
  else for (const topic of offeredTopics(content)) walk(content.byTopic[topic])
  walk(content.last)
  return passed

  function walk(walked: Flow | undefined): void {
    if (!walked) return
    let name: string | undefined = Object.keys(walked.steps)[0]
    while (name !== undefined && name !== 'done') {
      const step = walked.steps[name]
      if (!step) throw new Error(`no step ${name}`)
      passed.add(step.ask)
      const known = factsOf(answers.filter(({ question }) => passed.has(question)))
      const branches = typeof step.next === 'string' ? [{ to: step.next }] : step.next
      name = branches.find(
        branch => branch.if === undefined || outcomeOf(compile(branch.if, 'open'), known, today) !== 'failed',
      )?.to
    }
  }
}

describe('a replay', () => {
  it('keeps an answer exactly where it lies on the way or was volunteered, whatever any rule makes of it', () => {
    fc.assert(
      fc.property(answersInAnyOrder, answers => {
        const passed = passedQuestions(flows, answers)
        expect(play(answers).answers).toEqual(
          answers.filter(({ question, volunteered }) => volunteered || passed.has(question)),
        )
      }),
      runs,
    )
  })

  it('has those questions ahead that lie on the way and have no answer', () => {
    fc.assert(
      fc.property(answersInAnyOrder, answers => {
        const answered = new Set(answers.map(({ question }) => question))
        const open = [...passedQuestions(flows, answers)].filter(question => !answered.has(question))
        expect(play(answers).ahead).toEqual(open)
      }),
      runs,
    )
  })

  it('asks about protection first where it was chosen among others', () => {
    const { ahead } = play([{ question: 'topics', value: ['legal', 'safety'] }])
    expect(ahead[0]).toBe('affectedByViolence')
    expect(play([{ question: 'topics', value: null, because: 'refused' }]).ahead[0]).toBe('residence')
  })

  it('changes nothing when it is played again over what it kept', () => {
    fc.assert(
      fc.property(answersInAnyOrder, answers => {
        const first = play(answers)
        expect(play(first.answers)).toEqual(first)
      }),
      runs,
    )
  })

  it('keeps what a person volunteered, on the way or not', () => {
    fc.assert(
      fc.property(answersInAnyOrder, answers => {
        const volunteered = answers.filter(answer => answer.volunteered)
        expect(play(answers).answers).toEqual(expect.arrayContaining(volunteered))
      }),
      runs,
    )
  })

  it('puts no question twice, and none that is answered', () => {
    fc.assert(
      fc.property(answersInAnyOrder, answers => {
        const { ahead } = play(answers)
        expect(new Set(ahead).size).toBe(ahead.length)
        expect(ahead.filter(question => answers.some(answer => answer.question === question))).toEqual([])
      }),
      runs,
    )
  })

  it('knows of a person what the answers say that it kept', () => {
    fc.assert(
      fc.property(answersInAnyOrder, answers => {
        const { answers: kept, facts, topics } = play(answers)
        expect(facts).toEqual(factsOf(kept))
        expect(topics).toEqual(chosenTopics(kept, offeredTopics(flows)))
      }),
    )
  })

  it('comes to the same questions in whatever order the answers were given', () => {
    const shuffled = answersInAnyOrder.chain(answers =>
      fc.tuple(fc.constant(answers), fc.shuffledSubarray([...answers], { minLength: answers.length })),
    )
    fc.assert(
      fc.property(shuffled, ([answers, otherwise]) => {
        const [one, other] = [play(answers), play(otherwise)]
        expect(other.ahead).toEqual(one.ahead)
        expect(new Set(other.answers)).toEqual(new Set(one.answers))
      }),
    )
  })

  it('drops nothing for an answer without value: what is unknown shuts no branch', () => {
    const withoutValue = fc
      .shuffledSubarray([...factNames])
      .map(facts => facts.map((question): Answer => ({ question, value: null, because: 'refused' })))
    fc.assert(
      fc.property(withoutValue, answers => {
        const asked = new Set<QuestionId>(play([]).ahead)
        expect(play(answers).answers).toEqual(answers.filter(({ question }) => asked.has(question)))
      }),
    )
  })

  it('walks all flows while no topic is chosen, and only the chosen ones after that', () => {
    const asked = (topics: readonly string[]) =>
      new Set(
        play([{ question: 'topics', value: offeredTopics(flows).filter(topic => topics.includes(topic)) }])
          .ahead,
      )
    expect(asked([])).toEqual(
      new Set([...Object.values(flows.byTopic), flows.last].flatMap(({ asks }) => asks)),
    )
    const asksOf = (...topics: readonly ('safety' | 'discrimination')[]) =>
      new Set([...topics.flatMap(topic => flows.byTopic[topic]?.asks ?? []), ...flows.last.asks])
    expect(asked(['safety'])).toEqual(asksOf('safety'))
    expect(asked(['safety', 'discrimination'])).toEqual(asksOf('safety', 'discrimination'))
  })

  it('walks the chosen topics in the order in which they are offered', () => {
    const ahead = (value: readonly ('money' | 'german')[]) => play([{ question: 'topics', value }]).ahead
    expect(ahead(['money', 'german'])).toEqual(ahead(['german', 'money']))
    expect(ahead(['money', 'german'])[0]).toBe('germanLevel')
  })
})

describe('an interview', () => {
  it('ends, and no answer of it is lost on the way', () => {
    fc.assert(
      fc.property(interview(flows), positions => {
        expect(positions.at(-1)?.ahead).toEqual([])
        for (const [index, { answers }] of positions.entries()) {
          expect(answers).toHaveLength(index)
          expect(answers.slice(0, -1)).toEqual(index === 0 ? [] : positions[index - 1]?.answers)
        }
      }),
    )
  })

  it('keeps later answers that still apply when an earlier one changes', () => {
    const change = interview(flows)
      .filter(positions => positions.length > 2)
      .chain(positions => {
        const answers = positions.at(-1)?.answers ?? []
        return fc.nat({ max: answers.length - 1 }).chain(at =>
          arbitraryAnswer(flows, answers[at]?.question ?? 'topics').map(changed => ({
            answers,
            at,
            changed,
          })),
        )
      })
    fc.assert(
      fc.property(change, ({ answers, at, changed }) => {
        const amended = answers.with(at, changed)
        const passed = passedQuestions(flows, amended)
        const kept = play(amended).answers
        // What was answered before the change stands, and after it whatever the way still passes.
        expect(kept.slice(0, at)).toEqual(answers.slice(0, at))
        expect(kept).toEqual(amended.filter(({ question }) => passed.has(question)))
      }),
    )
  })

  it('drops what hangs on an answer that is taken for another, and nothing else', () => {
    const family: readonly Answer[] = [
      { question: 'topics', value: ['family'] },
      { question: 'childrenAges', value: [4] },
      { question: 'singleParent', value: true },
      { question: 'receivesMaintenance', value: false },
      { question: 'pregnant', value: false },
      { question: 'residence', value: 'german' },
    ]
    const left = (index: number, value: Answer['value']) =>
      play(
        family.map((answer, at) => (at === index ? { question: answer.question, value } : answer)),
      ).answers.map(({ question }) => question)
    expect(left(1, [])).toEqual(['topics', 'childrenAges', 'pregnant', 'residence'])
    expect(left(2, false)).toEqual(['topics', 'childrenAges', 'singleParent', 'pregnant', 'residence'])
    expect(left(0, ['health'])).toEqual(['topics', 'childrenAges', 'pregnant', 'residence'])
    expect(left(5, 'eu')).toEqual(family.map(({ question }) => question))
  })
})

describe('a guard', () => {
  const content: Flows = {
    byTopic: {
      family: flow('family', {
        pregnant: {
          ask: 'pregnant',
          next: [{ if: { fact: 'childrenAges', some: {} }, to: 'partner' }, { to: 'children' }],
        },
        partner: { ask: 'partner', next: 'children' },
        children: {
          ask: 'childrenAges',
          next: [{ if: { fact: 'childrenAges', some: {} }, to: 'single' }, { to: 'done' }],
        },
        single: { ask: 'singleParent', next: 'done' },
      }),
    },
    last: flow('last', { kreis: { ask: 'kreis', next: 'done' } }),
  }
  const none: Answer = { question: 'childrenAges', value: [] }
  const questions = (answers: readonly Answer[]) =>
    play([{ question: 'topics', value: ['family'] }, ...answers], content).ahead

  it('sees only what was walked before it, even where the answer is already there', () => {
    const pregnant: Answer = { question: 'pregnant', value: false }
    expect(questions([pregnant, none])).toEqual(['partner', 'kreis'])
    expect(questions([none])).toEqual(['pregnant', 'partner', 'kreis'])
    expect(questions([{ ...none, volunteered: true }])).toEqual(['pregnant', 'partner', 'kreis'])
  })

  it('is not swayed by an answer that no longer lies on the way', () => {
    const beside: Answer = { question: 'singleParent', value: true }
    expect(play([{ question: 'topics', value: ['family'] }, none, beside], content)).toMatchObject({
      answers: [{ question: 'topics' }, { question: 'childrenAges' }],
      facts: { childrenAges: [] },
    })
  })

  it('lets a fact stand that was volunteered beside the way, without asking for more because of it', () => {
    const position = play(
      [{ question: 'topics', value: ['family'] }, none, { question: 'age', value: 30, volunteered: true }],
      content,
    )
    expect(position.facts).toEqual({ childrenAges: [], age: 30 })
    expect(position.ahead).toEqual(['pregnant', 'partner', 'kreis'])
  })
})

describe('the topics offered', () => {
  it('are those that have a flow, in the order of all topics', () => {
    expect(offeredTopics({ byTopic: { legal: flows.last, arrival: flows.last }, last: flows.last })).toEqual([
      'arrival',
      'legal',
    ])
  })
})
