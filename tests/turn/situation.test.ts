import { describe, expect, it } from 'vitest'
import type { Answer, Conversation } from '../../src/dialogue/conversation.ts'
import { day } from '../../src/facts/day.ts'
import type { Event } from '../../src/turn/event.ts'
import { emptyConversation, turn } from '../../src/turn/step.ts'
import type { Turn } from '../../src/turn/turn.ts'
import { saidIn } from '../support/said.ts'
import { realContent } from '../support/service.ts'

const { world, speeches } = realContent()
const languages = speeches.languages.map(({ lang }) => lang)
const today = day('2026-11-21')

interface Taken {
  readonly conversation: Conversation
  readonly turn: Turn
}

function take(conversation: Conversation, event: Event): Taken {
  const result = turn(world, conversation, event, today)
  if (!result.ok) throw new Error(result.fault.code)
  return result
}

const said = (text: string, lang: string, conversation = emptyConversation(lang)) =>
  take(conversation, { type: 'say', text })
const answerTo = ({ answers }: Conversation, question: string) =>
  answers.find(answer => answer.question === question)?.value
const everything = languages.flatMap(lang =>
  saidIn(lang).told.map(([text, topics, facts]) => ({ lang, text, topics, facts })),
)

describe('somebody who begins with their situation', () => {
  it.each([
    ['de', 'Mein Mann hat mich verlassen, ich habe zwei Kinder'],
    ['en', 'My husband left me, I have two children'],
    ['uk', 'Чоловік пішов від мене, у мене двоє дітей'],
    ['ar', 'زوجي تركني ولدي طفلان'],
  ])('has chosen topics and answered by it, and goes on with a question: %s', (lang, text) => {
    const { conversation, turn: shown } = said(text, lang)
    expect(conversation.answers).toEqual([
      { question: 'topics', value: ['family', 'money'] },
      { question: 'partner', value: 'separated', volunteered: true },
    ] satisfies readonly Answer[])
    expect(shown.question?.id).toBe('childrenAges')
    expect(shown.say.filter(({ kind }) => kind === 'understood')).toEqual(
      conversation.answers.map(({ question, value }) => ({
        kind: 'understood',
        question,
        value,
        told: true,
      })),
    )
  })

  it('finds every fact that they told among the facts', () => {
    for (const { lang, text, facts } of everything) {
      const { conversation } = said(text, lang)
      for (const [question, value] of Object.entries(facts)) {
        expect([text, question, answerTo(conversation, question)]).toEqual([text, question, value])
      }
    }
  })

  it('can take back exactly what was understood', () => {
    for (const { lang, text } of everything) {
      const begun = take(emptyConversation(lang), { type: 'start', lang, kreis: '06631' }).conversation
      const { conversation, turn: shown } = said(text, lang, begun)
      const questions = shown.say.flatMap(one => (one.kind === 'understood' ? [one.question] : []))
      if (questions.length === 0) continue
      expect([text, take(conversation, { type: 'retract', questions }).conversation.answers]).toEqual([
        text,
        begun.answers,
      ])
    }
  })

  it('has nothing put into their mouth that they said of others, asked or denied', () => {
    for (const lang of languages) {
      for (const text of saidIn(lang).traps) {
        const facts = said(text, lang).conversation.answers.filter(({ question }) => question !== 'topics')
        expect([text, facts]).toEqual([text, []])
      }
    }
  })
})

describe('an answer that was given', () => {
  it('is left alone, whatever is told later', () => {
    const answers: readonly Answer[] = [
      { question: 'topics', value: ['german'] },
      { question: 'pregnant', value: false, volunteered: true },
      { question: 'employment', value: null, because: 'refused', volunteered: true },
    ]
    for (const { lang, text } of everything) {
      const { conversation } = said(text, lang, { lang, answers })
      expect([text, conversation.answers.slice(0, 3)]).toEqual([text, answers])
      expect(new Set(conversation.answers.map(({ question }) => question)).size).toBe(
        conversation.answers.length,
      )
    }
  })

  it('stays in an ordinary answer what it was', () => {
    const asked: Conversation = { lang: 'de', answers: [{ question: 'topics', value: ['family'] }] }
    const { conversation, turn: shown } = said('zwei Kinder, 1 und 4', 'de', asked)
    expect(conversation.answers.at(-1)).toEqual({ question: 'childrenAges', value: [1, 4] })
    expect(shown.say).toEqual([{ kind: 'understood', question: 'childrenAges', value: [1, 4] }])
  })
})

describe('a question that stands', () => {
  it('is answered by what is told, and the rest is kept ahead of its question', () => {
    const asked: Conversation = { lang: 'en', answers: [{ question: 'topics', value: ['family'] }] }
    const { conversation } = said('I have two kids, 1 and 4, and I am pregnant', 'en', asked)
    expect(conversation.answers.slice(1)).toEqual([
      { question: 'childrenAges', value: [1, 4] },
      { question: 'pregnant', value: true, volunteered: true },
    ])
  })

  it('stands again after a search', () => {
    const asked: Conversation = { lang: 'de', answers: [{ question: 'topics', value: ['family'] }] }
    const { conversation, turn: shown } = said('Meine Schwester braucht einen Deutschkurs', 'de', asked)
    expect(conversation.answers).toEqual(asked.answers)
    expect(shown.question?.id).toBe('childrenAges')
  })

  it('that touches what the law protects still comes with the notice, though something was told before', () => {
    const asked: Conversation = {
      lang: 'de',
      answers: [
        { question: 'topics', value: ['health'] },
        { question: 'pregnant', value: true, volunteered: true },
      ],
    }
    const { turn: shown } = take(asked, { type: 'revise', question: 'pregnant' })
    expect(shown.say).toContainEqual({ kind: 'info', key: 'notice' })
  })
})

describe('danger', () => {
  it('comes before what is told, and hides nothing of it', () => {
    const { conversation, turn: shown } = said('Mein Mann schlägt mich, ich bin schwanger', 'de')
    expect(shown.say[0]).toEqual({ kind: 'urgent', danger: 'violence' })
    expect(shown.urgent?.kind).toBe('violence')
    expect(answerTo(conversation, 'pregnant')).toBe(true)
  })
})

describe('taking answers back', () => {
  const answers: readonly Answer[] = [
    { question: 'topics', value: ['family'] },
    { question: 'pregnant', value: true, volunteered: true },
  ]

  it('names a question that there is not', () => {
    expect(turn(world, { lang: 'de', answers }, { type: 'retract', questions: ['shoes'] }, today)).toEqual({
      ok: false,
      fault: { code: 'question.unknown', field: 'questions' },
    })
  })

  it('passes over what was not answered, or is named twice', () => {
    const event: Event = { type: 'retract', questions: ['pregnant', 'age', 'pregnant'] }
    expect(take({ lang: 'de', answers }, event).conversation.answers).toEqual(answers.slice(0, 1))
  })
})
