import { describe, expect, it } from 'vitest'
import { questionForm } from '../../src/dialogue/question.ts'
import { readSituation } from '../../src/dialogue/situation.ts'
import { isFactName } from '../../src/facts/schema.ts'
import { topics } from '../../src/facts/topics.ts'
import { readLocales } from '../../src/i18n/read.ts'
import { hostileTexts, longTexts } from '../support/hostile-texts.ts'
import { listeningTo, situationOf } from '../support/listening.ts'
import { saidIn } from '../support/said.ts'

const locales = readLocales('locales')
const each = locales.map(({ language, situations }) => [language.code, situations] as const)
const factsIn = (text: string, lang: string) =>
  Object.fromEntries(situationOf(text, lang).answers.map(({ question, value }) => [question, value]))

describe.each(each)('in %s', (lang, situations) => {
  const { told, traps } = saidIn(lang)

  it.each(told)('%s', (text, wanted, facts) => {
    expect(factsIn(text, lang)).toEqual(facts)
    expect(situationOf(text, lang).topics).toEqual(expect.arrayContaining([...wanted]))
  })

  it.each(traps)('says nothing of the person: %s', text => {
    expect(factsIn(text, lang)).toEqual({})
  })

  it('enough sentences are tried', () => {
    expect(told.length).toBeGreaterThanOrEqual(25)
    expect(traps.length).toBeGreaterThanOrEqual(15)
  })

  it('the phrases of every entry are understood as it says, and say no more', () => {
    const misheard = situations.entries.flatMap(({ phrases, says = {}, topics: wanted = [] }) =>
      phrases.flatMap(phrase => {
        const { topics: heard, answers } = readSituation(phrase, listeningTo(lang))
        const facts = Object.fromEntries(answers.map(({ question, value }) => [question, value]))
        const isHeard =
          JSON.stringify(Object.entries(facts)) === JSON.stringify(Object.entries(says)) &&
          wanted.every(topic => heard.includes(topic))
        return isHeard ? [] : [`${phrase}: ${JSON.stringify({ heard, facts })}`]
      }),
    )
    expect(misheard).toEqual([])
  })

  it('a phrase that is told of somebody else says nothing', () => {
    const other = situations.others.find(phrase => !phrase.includes('*')) ?? ''
    const heard = situations.entries.flatMap(({ phrases }) =>
      phrases
        .filter(
          phrase => !listeningTo(lang).self(listeningTo(lang).words(phrase))[Symbol.iterator]().next().value,
        )
        .map(phrase => `${other} xqz ${phrase}`)
        .filter(text => situationOf(text, lang).answers.length > 0),
    )
    expect(heard).toEqual([])
  })

  it('what is asked says no fact', () => {
    const asked = situations.entries.flatMap(({ phrases }) => phrases.map(phrase => `${phrase}?`))
    expect(asked.filter(text => situationOf(text, lang).answers.length > 0)).toEqual([])
  })

  it('there are entries for every topic, and at least seventy', () => {
    const covered = new Set(situations.entries.flatMap(entry => entry.topics ?? []))
    expect(topics.filter(topic => !covered.has(topic))).toEqual([])
    expect(situations.entries.length).toBeGreaterThanOrEqual(70)
  })

  it('everything that an entry says fits its question', () => {
    const values = situations.entries.flatMap(({ says, denied }) => [
      ...Object.entries(says ?? {}),
      ...Object.entries(denied ?? {}),
    ])
    const unfit = values.filter(([fact, value]) => {
      if (!isFactName(fact)) return true
      const { options } = questionForm(fact)
      return options.length > 0 && ![value].flat().every(one => options.some(option => option === one))
    })
    expect(unfit).toEqual([])
  })
})

describe('a situation', () => {
  it('names a place only where one alone can be meant', () => {
    expect(factsIn('Ich wohne in Frankfurt', 'de')).toEqual({ kreis: '06412000' })
    // The city, or the Landkreis around it.
    expect(factsIn('Ich wohne in Kassel', 'de')).toEqual({})
    for (const text of [
      'Ich wohne in einer Wohnung',
      'Ich lebe in Armut',
      'Ich lebe in Scheidung',
      'Ich wohne in einem Haus',
    ])
      expect(factsIn(text, 'de')).not.toHaveProperty('kreis')
  })

  it('that says two values for one fact says neither', () => {
    expect(factsIn('Ich bin verwitwet. Ich bin geschieden.', 'de')).toEqual({})
    expect(factsIn('I am a student and I have a minijob', 'en')).toEqual({})
  })

  it('is told in another language than the page speaks', () => {
    expect(factsIn('Ich bin schwanger', 'uk')).toEqual({ pregnant: true })
    expect(factsIn('I lost my job', 'ar')).toEqual({ employment: 'unemployed' })
    expect(factsIn('я вагітна', 'de')).toEqual({ pregnant: true })
  })

  it('that is denied in one language is not heard in another', () => {
    expect(factsIn('I have no trauma', 'de')).toEqual({})
    expect(factsIn('I am not pregnant', 'de')).toEqual({ pregnant: false })
    expect(factsIn('Ich bin nicht homeless', 'en')).toEqual({})
  })

  it('holds ages only where it is clear how many children there are', () => {
    expect(factsIn('meine Tochter ist 5', 'de')).toEqual({})
    expect(factsIn('zwei kranke Kinder 3 und 5', 'de')).not.toHaveProperty('childrenAges')
    expect(factsIn('ich habe ein Kind, 3 Jahre', 'de')).toEqual({ childrenAges: [3] })
  })

  it.each(hostileTexts)('is not heard in %s', (_, text) => {
    expect(situationOf(text, 'de')).toEqual({ topics: [], answers: [] })
  })

  it.each(longTexts)('is not heard in ten thousand letters: %s', (_, text) => {
    expect(situationOf(text, 'de')).toEqual({ topics: [], answers: [] })
  })
})
