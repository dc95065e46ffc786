import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closestLabels, oneOfWords } from '../../src/search/closest-label.ts'
import { hostileTexts, longTexts } from '../support/hostile-texts.ts'
import { someTypingErrors } from '../support/typing-errors.ts'

const labels = [
  'Ich habe eine Arbeit',
  'Ich suche eine Arbeit',
  'Ich bin in Rente',
  'Studium',
  'Schule',
  'Дім',
  'Пенсія',
]
const meant = (text: string) => closestLabels(labels, text).map(index => labels[index])

describe('the label that a text means', () => {
  it('is the one that it says, in capitals too', () => {
    for (const label of labels)
      expect([meant(label), meant(label.toUpperCase()), meant(` ${label} `)]).toEqual(Array(3).fill([label]))
  })

  it('is the one that says so alone, even where another one contains it', () => {
    expect(closestLabels(['Arbeit', 'keine Arbeit'], 'arbeit')).toEqual([0])
    expect(closestLabels(['Stufe A1', 'Stufe A2', 'Stufe B1'], 'stufe a2')).toEqual([1])
  })

  it('is the only one that has all the words', () => {
    expect(meant('rente')).toEqual(['Ich bin in Rente'])
    expect(meant('suche arbeit')).toEqual(['Ich suche eine Arbeit'])
  })

  it('is left to the person where several have the words', () => {
    expect(meant('arbeit')).toEqual(['Ich habe eine Arbeit', 'Ich suche eine Arbeit'])
  })

  it('is found with one typing error, perhaps among others', () => {
    const typed = ['Ich bin in Rente', 'Studium', 'Пенсія'].flatMap((label, seed) =>
      someTypingErrors(label, 20, seed).map(text => [label, text] as const),
    )
    expect(typed.filter(([label, text]) => !meant(text).includes(label)).length / typed.length).toBeLessThan(
      0.1,
    )
  })

  it('is none where nothing comes near', () => {
    for (const text of ['Fahrrad', 'велосипед', 'xyz', 'a', '12']) expect(meant(text)).toEqual([])
  })

  it('never negates what the text does not negate, nor the other way round', () => {
    const isNegation = oneOfWords(['nicht', 'kein*'])
    const pair = ['Ich habe eine Wohnung', 'Ich habe keine Wohnung']
    const among = (text: string) => closestLabels(pair, text, isNegation)
    expect([among('wohnung'), among('keine Wohnung'), among('ich habe keine wohnung')]).toEqual([
      [0],
      [1],
      [1],
    ])
    expect(among('nicht keine Wohnung')).toEqual([])
    expect(closestLabels(['Ich habe keine Wohnung'], 'Ich habe eine Wohnung', isNegation)).toEqual([])
  })

  it.each([...hostileTexts, ...longTexts])('is none for %s', (_, text) => {
    expect(meant(text)).toEqual([])
  })

  it('is one of the labels, and none twice', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...labels)), fc.string(), (list, text) => {
        const found = closestLabels(list, text)
        expect(new Set(found).size).toBe(found.length)
        for (const index of found) expect(list[index]).toBeDefined()
      }),
    )
  })
})

describe('a list of words', () => {
  it('holds its words as they are folded, and those that begin like one with a star', () => {
    const isListed = oneOfWords(['nö', 'kein*', 'ohne*'])
    expect(['no', 'kein', 'keinerlei', 'ohne', 'nein', 'nos', ''].map(isListed)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ])
  })

  it('holds nothing where it is empty', () => {
    expect(oneOfWords([])('kein')).toBe(false)
  })
})
