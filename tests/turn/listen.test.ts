import { describe, expect, it } from 'vitest'
import type { Answer, Conversation } from '../../src/dialogue/conversation.ts'
import type { QuestionId } from '../../src/dialogue/question.ts'
import { day } from '../../src/facts/day.ts'
import { type Event, maxText } from '../../src/turn/event.ts'
import { emptyConversation, turn } from '../../src/turn/step.ts'
import { realContent } from '../support/service.ts'

const { world } = realContent()
const today = day('2026-11-21')

function take(conversation: Conversation, event: Event) {
  const result = turn(world, conversation, event, today)
  if (!result.ok) throw new Error(result.fault.code)
  return result
}

const begun = (...topics: readonly string[]) =>
  take(emptyConversation('de'), { type: 'start', lang: 'de', topics: [...topics] })

/** An interview in which so many questions were left open, and what it shows then. */
function leftOpen(questions: number, { conversation, turn: shown } = begun('family', 'money', 'work')) {
  let now = { conversation, turn: shown }
  for (let asked = 0; asked < questions; asked++) {
    const question = now.turn.question?.id ?? 'topics'
    now = take(now.conversation, { type: 'answer', question, value: null })
  }
  return now
}

describe('a text that is said while an answered question is put again', () => {
  const answers: readonly Answer[] = [
    { question: 'topics', value: ['family'] },
    { question: 'childrenAges', value: [3] },
    { question: 'pregnant', value: true },
    { question: 'kreis', value: '06611', volunteered: true },
  ]
  const conversation: Conversation = { lang: 'de', answers }
  const say = (text: string, question: QuestionId) => take(conversation, { type: 'say', text, question })

  it('changes its answer, and answers no other question', () => {
    const { conversation: after, turn: shown } = say('nein', 'pregnant')
    expect(after.answers).toEqual(answers.with(2, { question: 'pregnant', value: false }))
    expect(shown.say).toEqual([{ kind: 'understood', question: 'pregnant', value: false }])
  })

  it('leaves what was volunteered volunteered', () => {
    const { conversation: after } = say('Marburg', 'kreis')
    expect(after.answers.at(-1)).toEqual({ question: 'kreis', value: '06534014', volunteered: true })
  })

  it('keeps the question where it could mean several things', () => {
    for (const { text, question } of [
      { text: 'vielleicht ja', question: 'pregnant' },
      { text: 'Offenbach', question: 'kreis' },
    ] as const) {
      const { conversation: after, turn: shown } = say(text, question)
      expect(after.answers).toEqual(answers)
      expect(shown.question).toMatchObject({ id: question, isRevision: true })
    }
    expect(say('Offenbach', 'kreis').turn.question?.places.length).toBeGreaterThan(1)
  })

  it('is said to the next question where the one that it names has no answer', () => {
    const next = take(conversation, { type: 'results' }).turn.question?.id
    const event: Event = { type: 'say', text: 'weiß nicht', question: 'disabilityDegree' }
    expect(take(conversation, event).conversation.answers.at(-1)).toEqual({
      question: next,
      value: null,
      because: 'unknown',
    })
  })
})

describe('an interview', () => {
  it('rests after 16 questions also where the last one was answered in free text, and shows what is known at once', () => {
    const before = leftOpen(15)
    const { turn: rested } = take(before.conversation, { type: 'say', text: 'weiß ich nicht' })
    expect(rested.isPaused).toBe(true)
    expect(rested.question).not.toBeNull()
    expect(rested.offers.some(({ verdict }) => verdict.verdict === 'undetermined')).toBe(true)
  })

  it('does not rest where a step brought no answer: what is to be chosen stays', () => {
    const rested = leftOpen(16)
    expect(rested.turn.isPaused).toBe(true)
    const question = rested.turn.question?.id ?? 'topics'
    const again = take(rested.conversation, { type: 'answer', question: 'topics', value: ['work'] })
    expect(again.turn).toMatchObject({ isPaused: false, question: { id: question } })
  })

  it('rests no second time when one goes back to it or changes an answer', () => {
    const { conversation } = leftOpen(17)
    const { conversation: back, turn: shown } = take(conversation, { type: 'back' })
    expect(shown.isPaused).toBe(false)
    const changed = back.answers.at(-1)?.question ?? 'topics'
    expect(take(back, { type: 'change', question: changed, value: null }).turn.isPaused).toBe(false)
  })

  it('that is over takes a text as what somebody tells or looks for', () => {
    const over: Conversation = { lang: 'de', answers: leftOpen(60, begun('german')).conversation.answers }
    expect(take(over, { type: 'results' }).turn.question).toBeNull()
    const { conversation } = take(over, { type: 'say', text: 'Ich bin schwanger' })
    expect(conversation.answers).toEqual([
      ...over.answers,
      { question: 'pregnant', value: true, volunteered: true },
    ])
    expect(take(over, { type: 'say', text: 'Kindergeld' }).turn.say[0]?.kind).toBe('search')
  })
})

describe('a text of any kind', () => {
  const full = (part: string) => part.repeat(maxText).slice(0, maxText)
  const texts = {
    'a story': full('Ich bin alleinerziehend und habe zwei Kinder, 1 und 4, und wohne in Kassel. '),
    'places that there are not': full('ich wohne in einer kleinen Stadtt nahe '),
    commas: full('Kinder, 1, '),
    'one word again and again': full('kind '),
    lines: full('kind\n'),
    numbers: full('1 '),
    'one number': full('1'),
    emojis: full('😀 '),
    'right-to-left marks': full('a\u200f '),
    'letters of regular expressions': full('(.*)+[a-z]{1,9}$^|\\ '),
    'letters that stand for sentences': full('ﷺ'),
    'unknown words': Array.from({ length: 250 }, (_, at) => `q${at.toString(36)}xzv`).join(' '),
  }
  const standing = [emptyConversation('de'), ...[0, 1, 2, 5].map(count => leftOpen(count).conversation)]

  it.each(Object.entries(texts))('is read in a moment: %s', (_, text) => {
    for (const conversation of standing) {
      const say = () => take(conversation, { type: 'say', text })
      say()
      const times = Array.from({ length: 3 }, () => {
        const start = performance.now()
        say()
        return performance.now() - start
      })
      // It takes hundredths of a second; what grows out of hand with a text takes many seconds.
      expect(Math.min(...times)).toBeLessThan(1000)
    }
  })
})

describe('what somebody tells in the middle', () => {
  const say = (conversation: Conversation, text: string) => take(conversation, { type: 'say', text })

  it('leads to the offers that it is about, where these lie outside the chosen topics', () => {
    const { turn: shown } = say(begun('german').conversation, 'ich habe viele Schulden')
    expect(shown.facts).toMatchObject({ inDebt: true })
    expect(shown.offers.map(({ offer }) => offer.id)).toContain('schuldnerberatung')
    expect(shown.question?.id).toBe('germanLevel')
  })

  it('says later what was not known before, but not what the person would not say', () => {
    const skipped = (because: 'unknown' | 'refused') =>
      take(begun('family').conversation, { type: 'answer', question: 'childrenAges', value: null, because })
    const text = 'Ich habe zwei Kinder, 3 und 5 Jahre alt'
    expect(say(skipped('unknown').conversation, text).turn.facts.childrenAges).toEqual([3, 5])
    expect(say(skipped('refused').conversation, text).turn.facts.childrenAges).toBeUndefined()
  })

  it('is not taken for the ages of children where the person’s own age stands among them', () => {
    for (const text of ['ich bin 32 und mein Kind ist 4', 'ich bin 32', '4 und 32']) {
      const { turn: shown } = say(begun('family').conversation, text)
      expect([text, shown.facts.childrenAges]).toEqual([text, undefined])
      expect(shown.question?.id).toBe('childrenAges')
    }
  })

  it('is not guessed where a number may count children or be an age, or where one is not born yet', () => {
    for (const text of [
      '2',
      'zwei',
      'ein Baby von 6 Monaten und einen Sohn der 5 ist',
      'eins ist 3, eins ist unterwegs',
    ]) {
      const { turn: shown } = say(begun('family').conversation, text)
      expect([text, shown.facts.childrenAges]).toEqual([text, undefined])
    }
  })

  it('of blows in a game is no violence', () => {
    const { turn: shown } = say(emptyConversation('de'), 'Mein Mann schlägt mich beim Schach')
    expect([shown.urgent, shown.facts]).toEqual([null, {}])
  })

  it('leaves the place open where the person does not know it or would not say it', () => {
    const answers: readonly Answer[] = [
      { question: 'topics', value: ['discrimination'] },
      { question: 'affectedByDiscrimination', value: true },
      { question: 'affectedByViolence', value: false },
    ]
    const asked = say({ lang: 'de', answers }, 'will ich nicht sagen')
    expect(asked.conversation.answers.at(-1)).toEqual({ question: 'kreis', value: null, because: 'refused' })
  })

  it('that nobody has children chooses no topics', () => {
    const { conversation, turn: shown } = say(emptyConversation('de'), 'Ich habe keine Kinder')
    expect(conversation.answers.map(({ question }) => question)).not.toContain('topics')
    expect(shown.facts).toEqual({ childrenAges: [] })
  })
})

describe('a text that tells of a life in danger', () => {
  it('brings help alone, and nothing that its words resemble', () => {
    const { turn: shown } = take(emptyConversation('de'), { type: 'say', text: 'ich will sterben' })
    expect(shown.urgent?.kind).toBe('suicide')
    expect(shown.offers).toEqual([])
    const more = { type: 'say', text: 'ich habe viele Schulden, ich will sterben' } as const
    const { turn: later } = take(begun('german').conversation, more)
    expect(later.urgent?.kind).toBe('suicide')
    expect(later.say.map(({ kind }) => kind)).not.toContain('search')
  })
})

describe('help in violence', () => {
  const linesFor = (gender: string | null) => {
    const answers: readonly Answer[] = [
      { question: 'topics', value: ['safety'] },
      { question: 'affectedByViolence', value: true },
      ...(gender === null ? [] : [{ question: 'gender', value: gender } as const]),
    ]
    const { turn: shown } = take({ lang: 'de', answers }, { type: 'results' })
    return shown.urgent?.offers.map(({ id }) => id) ?? []
  }

  it('names the lines that may be for the person, those made for them first', () => {
    expect(linesFor('male')[0]).toBe('hilfetelefon-gewalt-an-maennern')
    expect(linesFor('female')[0]).toBe('hilfetelefon-gewalt-gegen-frauen')
    expect(linesFor('female')).not.toContain('hilfetelefon-gewalt-an-maennern')
    expect(linesFor(null)).toEqual(
      expect.arrayContaining([
        'hilfetelefon-gewalt-gegen-frauen',
        'hilfetelefon-gewalt-an-maennern',
        'notruf',
      ]),
    )
  })

  it('stands there as soon as protection is chosen, and goes when nothing happened', () => {
    expect(begun('safety', 'legal').turn.urgent?.kind).toBe('violence')
    const { turn: shown } = take(begun('safety').conversation, {
      type: 'answer',
      question: 'affectedByViolence',
      value: false,
    })
    expect(shown.urgent).toBeNull()
  })
})

describe('a text in which nobody is in danger', () => {
  it('brings up no help for it, whatever words it shares with it', () => {
    for (const text of [
      'Mein Mann ist arbeitslos',
      'Meine Frau hat Schulden',
      'Meine Wohnung ist verschimmelt',
    ]) {
      const { turn: shown } = take(begun('german').conversation, { type: 'say', text })
      const frightening = shown.offers.filter(({ offer }) => offer.urgency === 'danger')
      expect([text, frightening.map(({ offer }) => offer.id)]).toEqual([text, []])
    }
  })

  it('finds such help where it is what somebody looks for', () => {
    const { turn: shown } = take(begun('german').conversation, { type: 'say', text: 'Frauenhaus' })
    expect(shown.offers.map(({ offer }) => offer.id)).toContain('frauenhaus')
  })
})
