import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flows } from '../../flows/index.ts'
import { parseValue, type QuestionId, questionForm } from '../../src/dialogue/question.ts'
import { offeredTopics } from '../../src/dialogue/replay.ts'
import { factNames } from '../../src/facts/schema.ts'
import { readLocales } from '../../src/i18n/read.ts'
import { createSpeeches } from '../../src/i18n/speech.ts'
import type { QuestionMessage } from '../../src/render/message.ts'
import { renderQuestion } from '../../src/render/turn.ts'
import { viewWords } from '../../src/server/pages/words.ts'
import { eventSchema } from '../../src/turn/event.ts'
import { eventOfForm } from '../../widget/view/form.ts'
import { questionView } from '../../widget/view/question.ts'
import type { Entries } from '../../widget/view/state.ts'
import { talkView } from '../../widget/view/talk.ts'
import { type Filling, type Form, formsOf, sent } from '../support/html-forms.ts'
import { readHtml } from '../support/html-tokens.ts'
import { arbitraryShape, type Shape, screenOf } from '../support/talk-turns.ts'

const german = createSpeeches(readLocales('locales')).of('de')
const setting = { words: viewWords(german, german), icons: '/icons.svg', action: '/talk', resume: 'token' }
const year = 2026
const offered = offeredTopics(flows)
const questions: readonly QuestionId[] = ['topics', ...factNames]
const kindOf = (id: QuestionId) => questionForm(id, offered).kind
const ofKind = (...kinds: readonly QuestionMessage['kind'][]) =>
  questions.filter(id => kinds.includes(kindOf(id)))

/** A question as it is put, and the form in which it is answered. */
function put(
  id: QuestionId,
  extra: Partial<QuestionMessage> = {},
  entered: Entries = [],
): { readonly message: QuestionMessage; readonly form: Form } {
  const asked = {
    id,
    ...questionForm(id, offered),
    sensitive: false,
    isRevision: false,
    places: [],
    price: [],
  }
  const message = { ...renderQuestion(german, asked), ...extra }
  const [form] = formsOf(readHtml(questionView(setting, message, { error: null, entered, year }).toString()))
  if (!form) throw new Error(`${id} has no form`)
  return { message, form }
}

const next = { name: '', value: '' }
/** The event that a form becomes, as the service reads it. */
const eventOf = (form: Form, filling: Filling) => eventSchema.parse(eventOfForm(sent(form, filling)))
const answer = (question: string, value: unknown) => ({ type: 'answer', question, value })

describe('the form of a question', () => {
  it('sends the option that was pressed, true and false as such', () => {
    for (const id of ofKind('choice')) {
      const { message, form } = put(id)
      for (const { value } of message.options) {
        expect(eventOf(form, { button: { name: 'value', value: String(value) } })).toEqual(answer(id, value))
        expect(parseValue(id, value)).toBe(value)
      }
    }
  })

  it('sends the boxes that were ticked, in the order of the page', () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(...ofKind('choices'))
          .chain(id =>
            fc.tuple(
              fc.constant(id),
              fc.subarray(questionForm(id, offered).options.map(String), { minLength: 1 }),
            ),
          ),
        ([id, ticked]) => {
          expect(eventOf(put(id).form, { ticked, button: next })).toEqual(answer(id, ticked))
          expect(parseValue(id, ticked, offered)).toEqual(ticked)
        },
      ),
    )
  })

  it('sends an empty list where "none of these" was pressed', () => {
    const withNone = ofKind('choices', 'numbers').filter(id => id !== 'topics')
    expect(withNone).toEqual(expect.arrayContaining(['childrenAges', 'benefitsReceived']))
    for (const id of withNone) {
      expect(eventOf(put(id).form, { button: { name: 'none', value: '1' } })).toEqual(answer(id, []))
    }
  })

  it('sends a number in whichever digits it was written', () => {
    const digits = (zero: number) => (value: number) =>
      String(value).replace(/\d/g, digit => String.fromCharCode(zero + Number(digit)))
    const writing = fc.constantFrom(0x30, 0x0660, 0x06f0).map(digits)
    fc.assert(
      fc.property(
        fc.constantFrom(...ofKind('number')),
        fc.integer({ min: 0, max: 9999 }),
        writing,
        fc.constantFrom('', ' '),
        (id, value, write, space) => {
          const fields = { value: [`${space}${write(value)}${space}`] }
          expect(eventOf(put(id).form, { fields, button: next })).toEqual(answer(id, value))
        },
      ),
    )
  })

  it('sends the ages that were written, wherever fields stay empty', () => {
    const ages = fc
      .array(fc.option(fc.integer({ min: 0, max: 120 }), { freq: 2 }), { minLength: 1, maxLength: 6 })
      .filter(list => list.some(age => age !== null))
    fc.assert(
      fc.property(ages, list => {
        const value = list.map(age => (age === null ? '' : String(age)))
        expect(eventOf(put('childrenAges').form, { fields: { value }, button: next })).toEqual(
          answer(
            'childrenAges',
            list.filter(age => age !== null),
          ),
        )
      }),
    )
  })

  it('sends a month that the fact takes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ofKind('month')),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: year - 39, max: year }),
        (id, month, chosen) => {
          const two = String(month).padStart(2, '0')
          const event = eventOf(put(id).form, {
            fields: { month: [two], year: [String(chosen)] },
            button: next,
          })
          expect(event).toEqual(answer(id, `${chosen}-${two}`))
          expect(parseValue(id, `${chosen}-${two}`)).toBe(`${chosen}-${two}`)
        },
      ),
    )
  })

  it('sends a place as it was written, or as it was chosen where it could be several', () => {
    expect(eventOf(put('kreis').form, { fields: { value: [' 60311 '] }, button: next })).toEqual(
      answer('kreis', '60311'),
    )
    const { form } = put('kreis', { options: [{ value: '06411', label: 'Darmstadt' }] })
    expect(eventOf(form, { button: { name: 'value', value: '06411' } })).toEqual(answer('kreis', '06411'))
  })

  it('sends "I don’t know" and "I would rather not say" for every question, whatever else is filled in', () => {
    for (const id of questions) {
      for (const because of ['unknown', 'refused']) {
        const { form, message } = put(id)
        const fields = kindOf(id) === 'number' || kindOf(id) === 'numbers' ? { value: ['4'] } : {}
        const ticked = kindOf(id) === 'choices' ? message.options.map(({ value }) => String(value)) : []
        expect(eventOf(form, { fields, ticked, button: { name: 'skip', value: because } })).toEqual({
          ...answer(id, null),
          because,
        })
      }
    }
  })

  it('sends a change where the question was answered already', () => {
    const { form } = put('pregnant', { revision: true })
    expect(eventOf(form, { button: { name: 'value', value: 'false' } })).toEqual({
      type: 'change',
      question: 'pregnant',
      value: false,
    })
  })

  it('sends no answer that fits where nothing or nonsense was written, so that the service says how to do it', () => {
    const nonsense: readonly (readonly [QuestionId, Filling])[] = [
      ['age', { fields: { value: [''] } }],
      ['age', { fields: { value: ['viel'] } }],
      ['age', { fields: { value: ['-1'] } }],
      ['age', { fields: { value: ['3.5'] } }],
      ['age', { fields: { value: ['1e2'] } }],
      ['childrenAges', {}],
      ['childrenAges', { fields: { value: ['zwei'] } }],
      ['childrenAges', { fields: { value: ['4', 'x'] } }],
      ['benefitsReceived', {}],
      ['arrivalDate', {}],
      ['arrivalDate', { fields: { month: ['05'] } }],
      ['arrivalDate', { fields: { year: ['2023'] } }],
    ]
    for (const [id, filling] of nonsense) {
      const event = eventOf(put(id).form, { ...filling, button: next })
      expect([id, filling, 'value' in event && parseValue(id, event.value)]).toEqual([id, filling, undefined])
    }
  })

  it('sends what was written or ticked when it is sent with the key Enter', () => {
    expect(eventOf(put('age').form, { fields: { value: ['34'] } })).toEqual(answer('age', 34))
    expect(eventOf(put('kreis').form, { fields: { value: ['60311'] } })).toEqual(answer('kreis', '60311'))
    expect(eventOf(put('childrenAges').form, { fields: { value: ['1', '4'] } })).toEqual(
      answer('childrenAges', [1, 4]),
    )
    expect(eventOf(put('benefitsReceived').form, { ticked: ['alg1'] })).toEqual(
      answer('benefitsReceived', ['alg1']),
    )
  })

  it('holds again what was entered when it was put, so that nobody writes it twice', () => {
    const fillings: readonly (readonly [QuestionId, Filling])[] = [
      ['benefitsReceived', { ticked: ['alg1', 'bafoeg'], button: next }],
      ['age', { fields: { value: ['"34'] }, button: next }],
      ['childrenAges', { fields: { value: ['1', 'vier'] }, button: next }],
      ['arrivalDate', { fields: { month: ['05'], year: ['2020'] }, button: next }],
      ['arrivalDate', { fields: { month: ['12'] }, button: next }],
      ['kreis', { fields: { value: ['Franfurt <am> Main'] }, button: next }],
    ]
    for (const [id, filling] of fillings) {
      const entered = sent(put(id).form, filling)
      expect([id, eventOf(put(id, {}, entered).form, { button: next })]).toEqual([id, eventOfForm(entered)])
    }
  })

  it('never says "none of these" by the key Enter alone', () => {
    for (const id of ofKind('choices', 'numbers'))
      expect(eventOf(put(id).form, {})).not.toEqual(answer(id, []))
  })
})

describe('every other form of the talk', () => {
  const shape: Shape = {
    questionKind: 'choice',
    optionCount: 2,
    hasExtras: true,
    isSensitive: true,
    isRevision: false,
    transcriptLength: 2,
    wholeOffers: 0,
    briefOffers: 2,
    isOneOpen: false,
    isUrgent: false,
    hasError: false,
    saidCount: 0,
    verdict: 'eligible',
    status: 'active',
    openBecause: 'facts',
  }
  const formsFor = (part: Partial<Shape>) =>
    formsOf(
      readHtml(
        talkView(
          setting,
          screenOf({ ...shape, ...part }, place => place),
          year,
        ).toString(),
      ),
    )
  const events = (part: Partial<Shape>) =>
    formsFor(part).map(form =>
      eventOfForm(
        sent(form, { fields: form.controls.some(({ name }) => name === 'text') ? { text: ['Hallo'] } : {} }),
      ),
    )

  it('sends the step that its button names', () => {
    expect(events({})).toEqual(
      expect.arrayContaining([
        { type: 'revise', question: 'asked 1' },
        { type: 'offer', id: 'brief 0' },
        { type: 'say', text: 'Hallo' },
        { type: 'results' },
        { type: 'back' },
        { type: 'forget' },
      ]),
    )
    expect(events({ saidCount: 2 })).toContainEqual({ type: 'retract', questions: ['told 1'] })
    expect(events({ questionKind: 'choice', isRevision: true })).toContainEqual({
      type: 'say',
      text: 'Hallo',
      question: 'question',
    })
    expect(events({ isOneOpen: true })).toContainEqual({ type: 'language', lang: 'lang' })
  })

  it('sends something that the service takes, on every screen', () => {
    fc.assert(
      fc.property(arbitraryShape, part => {
        for (const event of events(part)) {
          const isNonsense = event.type === 'answer' || event.type === 'change'
          if (!isNonsense) expect(eventSchema.safeParse(event).error).toBeUndefined()
        }
      }),
      { numRuns: 100 },
    )
  })
})

describe('any form at all', () => {
  it('becomes an event and never a fault of the page', () => {
    const name = fc.oneof(
      fc.constantFrom(
        'event',
        'question',
        'kind',
        'value',
        'none',
        'skip',
        'month',
        'year',
        'text',
        'id',
        'lang',
        '__proto__',
      ),
      fc.string(),
    )
    const value = fc.oneof(
      fc.constantFrom(
        'answer',
        'change',
        'say',
        'retract',
        'choice',
        'choices',
        'number',
        'numbers',
        'month',
        'place',
        'true',
        '4',
      ),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value)), entries => {
        const type = entries.find(([key]) => key === 'event')?.[1] ?? ''
        expect(eventOfForm(entries).type).toBe(type)
      }),
    )
  })

  it('is no event where it does not say which', () => {
    expect(eventSchema.safeParse(eventOfForm([])).success).toBe(false)
    expect(eventSchema.safeParse(eventOfForm([['event', 'nonsense']])).success).toBe(false)
  })
})
