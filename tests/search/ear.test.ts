import { describe, expect, it } from 'vitest'
import { createEar } from '../../src/search/ear.ts'
import { words } from '../../src/search/tokens.ts'

const known = new Set(['schlecht', 'ich', 'bin', 'heute', 'muss'])
const hear = createEar(
  ['schlag*', 'mann', 'umbringen', 'муж', 'бьет', 'избил*', 'زوجي', 'ضرب*', 'بيت'],
  word => known.has(word),
)
const heard = (text: string) => hear(words(text)).map(({ lexemes }) => [...lexemes].sort())

describe('what a word may stand for', () => {
  it('is itself, and every stem that it begins with', () => {
    expect(heard('Mann schlägt')).toEqual([['mann'], ['schlag*']])
  })

  it('is what it is a misspelling of, where nobody knows it', () => {
    expect(heard('schalgt umbrignen')).toEqual([['schlag*'], ['umbringen']])
    expect(heard('schlecht')).toEqual([[]])
  })

  it('is what is left without what Arabic writes onto it', () => {
    expect(heard('وزوجي بالبيت')).toEqual([['زوجي'], ['بيت']])
  })

  it('is a word of another script, where the text is in no language of Latin letters', () => {
    expect(heard('moi muzh menya izbil')).toEqual([[], ['муж'], [], ['избил*']])
    expect(heard('zawji darabni')).toEqual([['زوجي'], ['ضرب*']])
    expect(heard('ich bin heute muzh')).toEqual([[], [], [], []])
  })

  it('is said with how it was heard', () => {
    expect(hear(words('Mann schalgt')).map(({ how }) => how)).toEqual(['plain', 'mistyped'])
    expect(hear(words('muzh izbil')).map(({ how }) => how)).toEqual(['otherScript', 'otherScript'])
  })

  it('is nothing for a text without words', () => {
    expect(hear([])).toEqual([])
  })
})
