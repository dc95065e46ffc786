import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isQuestionId, parseValue, questionForm } from '../../src/dialogue/question.ts'
import { factNames } from '../../src/facts/schema.ts'
import { topics } from '../../src/facts/topics.ts'
import { arbitraryValue } from '../support/arbitrary-facts.ts'
import { contractFacts } from '../support/contract-facts.ts'

describe('the form of a question', () => {
  it('follows from the kind of its fact, as the public interface has it', () => {
    const kinds = {
      boolean: 'choice',
      enum: 'choice',
      'enum[]': 'choices',
      integer: 'number',
      'integer[]': 'numbers',
      month: 'month',
      kreis: 'place',
      gemeinde: 'place',
    }
    const known = factNames.flatMap(name => {
      const fact = contractFacts[name]
      return fact ? [[name, questionForm(name).kind, kinds[fact.type]]] : []
    })
    expect(known.filter(([, form, expected]) => form !== expected)).toEqual([])
    expect(known).toHaveLength(Object.keys(contractFacts).length)
    expect(questionForm('topics').kind).toBe('choices')
  })

  it('offers options exactly where something is chosen, and each of them is an answer', () => {
    for (const id of ['topics', ...factNames] as const) {
      const { kind, options } = questionForm(id)
      expect([id, options.length > 0]).toEqual([id, kind === 'choice' || kind === 'choices'])
      for (const option of options) {
        const value = kind === 'choices' ? [option] : option
        expect([id, parseValue(id, value)]).toEqual([id, value])
      }
      if (kind === 'choices') expect(parseValue(id, [])).toEqual([])
    }
  })

  it('puts yes before no', () => {
    expect(questionForm('pregnant').options).toEqual([true, false])
  })

  it('names the range of a number', () => {
    expect(questionForm('age')).toMatchObject({ min: 0, max: 120 })
    expect(questionForm('childrenAges')).toMatchObject({ min: 0 })
    expect(questionForm('arrivalDate')).not.toHaveProperty('min')
  })

  it('offers only the topics that there are dialogues for', () => {
    expect(questionForm('topics', ['family', 'money']).options).toEqual(['family', 'money'])
    expect(questionForm('topics').options).toEqual([...topics])
  })
})

describe('the value of an answer', () => {
  it('is taken as it is where it fits the fact', () => {
    const answer = fc.constantFrom(...factNames).chain(id => fc.tuple(fc.constant(id), arbitraryValue(id)))
    fc.assert(
      fc.property(answer, ([id, value]) => {
        expect(parseValue(id, value)).toEqual(value)
      }),
    )
  })

  it('is refused where it does not', () => {
    const wrong = [
      ['age', '30'],
      ['age', 121],
      ['pregnant', 'true'],
      ['residence', 'martian'],
      ['benefitsReceived', 'sgb2'],
      ['benefitsReceived', ['sgb3']],
      ['childrenAges', 4],
      ['arrivalDate', '05.2023'],
      ['kreis', '60311'],
    ] as const
    expect(wrong.map(([id, value]) => parseValue(id, value))).toEqual(wrong.map(() => undefined))
    expect(
      factNames.filter(id => parseValue(id, null) !== undefined || parseValue(id, undefined) !== undefined),
    ).toEqual([])
  })

  it('holds a chosen value once, however often it was sent', () => {
    expect(parseValue('benefitsReceived', ['wohngeld', 'wohngeld'])).not.toEqual(['wohngeld', 'wohngeld'])
  })

  it('brings chosen topics into their order, each of them once', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...topics)), chosen => {
        expect(parseValue('topics', chosen)).toEqual(topics.filter(topic => chosen.includes(topic)))
      }),
    )
  })

  it('is refused where one topic is not offered', () => {
    expect(parseValue('topics', ['family', 'luck'])).toBeUndefined()
    expect(parseValue('topics', ['family', 'money'], ['family'])).toBeUndefined()
    for (const raw of ['family', { family: true }, null, undefined, 3, true])
      expect(parseValue('topics', raw)).toBeUndefined()
  })
})

describe('the name of a question', () => {
  it('is that of a fact, or topics', () => {
    expect([...factNames, 'topics'].filter(name => !isQuestionId(name))).toEqual([])
    expect(['', 'Age', 'constructor', '__proto__', 'toString', 'topic'].filter(isQuestionId)).toEqual([])
  })
})
