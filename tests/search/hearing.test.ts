import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createHearing } from '../../src/search/hearing.ts'
import { hostileTexts, longTexts } from '../support/hostile-texts.ts'
import { someTypingErrors } from '../support/typing-errors.ts'

const options = new Map([
  ['toleration', ['Duldung', 'geduldet']],
  ['settled', ['Niederlassungserlaubnis', 'unbefristet']],
  ['none', ['keine Papiere', 'ohne Papiere', 'ich habe nichts', 'nein']],
  ['work', ['ich habe Arbeit', 'Angestellte']],
])
const hear = createHearing(options, {
  around: ['ich', 'ich habe', 'habe', 'eine', 'zurzeit', 'ich glaube'],
  and: ['und'],
  doubt: ['oder', 'vielleicht', 'ich glaube schon'],
  negations: ['nicht', 'kein*', 'keine', 'ohne', 'nein'],
})
const plain = (...named: readonly string[]) => ({ options: named, how: 'plain' })
const doubtful = (...named: readonly string[]) => ({ options: named, how: 'doubtful' })

describe('what is said of some options', () => {
  it('is heard by any of their phrases, in capitals too', () => {
    for (const [option, phrases] of options) {
      for (const phrase of phrases)
        expect([hear(phrase), hear(` ${phrase.toUpperCase()}! `)]).toEqual([plain(option), plain(option)])
    }
  })

  it('is heard among words that say nothing', () => {
    expect(hear('ich habe zurzeit eine Duldung')).toEqual(plain('toleration'))
    expect(hear('ich habe zurzeit Arbeit')).toEqual(plain('work'))
    expect(hear('Arbeit').how).toBe('beside')
  })

  it('is heard in its order, each option once', () => {
    expect(hear('unbefristet und Duldung, geduldet')).toEqual(plain('settled', 'toleration'))
  })

  it('is beside the matter where another word is said', () => {
    expect(hear('Mann mit Duldung')).toEqual({ options: ['toleration'], how: 'beside' })
    expect(hear('Fahrrad')).toEqual({ options: [], how: 'beside' })
  })

  it('is doubtful with an "or", a "perhaps" or a question mark', () => {
    expect(hear('Duldung oder unbefristet')).toEqual(doubtful('toleration', 'settled'))
    expect(hear('vielleicht Duldung')).toEqual(doubtful('toleration'))
    expect(hear('ich glaube schon Duldung')).toEqual(doubtful('toleration'))
    expect(hear('ich glaube Duldung')).toEqual(plain('toleration'))
    expect(hear('Duldung?')).toEqual(doubtful('toleration'))
  })

  it('is doubtful with a "not" that is no part of a phrase, mistyped as well', () => {
    for (const text of ['keine Duldung', 'kiene Duldung', 'Duldung nicht', 'nicht keine Papiere'])
      expect([text, hear(text).how]).toEqual([text, 'doubtful'])
    expect(hear('keine Papiere')).toEqual(plain('none'))
  })

  it('holds a "no" for an answer where it stands apart, and within a sentence for a "not"', () => {
    expect(hear('nein, ohne Papiere')).toEqual(plain('none'))
    expect(hear('nein ohne Papiere')).toEqual(doubtful('none'))
  })

  it('is heard with one typing error in a long word, and not in a short one', () => {
    for (const typed of someTypingErrors('Niederlassungserlaubnis', 30, 1))
      expect([typed, hear(typed)]).toEqual([typed, plain('settled')])
    expect(hear('Duldng')).toEqual(plain('toleration'))
    expect(hear('nien').how).toBe('beside')
  })

  it.each([...hostileTexts, ...longTexts])('is nothing in %s', (_, text) => {
    expect(hear(text).options).toEqual([])
  })

  it('is an option of those there are, whatever is typed', () => {
    const pieces = [...options.values()].flat().concat('ich', 'nicht', 'oder', ',', '?')
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom(...pieces))), list => {
        const heard = hear(list.join(' ')).options
        expect([...options.keys()]).toEqual(expect.arrayContaining([...heard]))
        expect(new Set(heard).size).toBe(heard.length)
      }),
    )
  })

  it('is open between options that share a phrase', () => {
    const both = createHearing(
      new Map([
        ['a', ['Rente']],
        ['b', ['Rente']],
      ]),
      { around: [], and: [], doubt: [], negations: [] },
    )
    expect(both('rente')).toEqual(plain('a', 'b'))
  })
})
