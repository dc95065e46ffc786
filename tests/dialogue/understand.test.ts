import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseValue, type QuestionId, questionForm } from '../../src/dialogue/question.ts'
import { understand } from '../../src/dialogue/understand.ts'
import { factNames } from '../../src/facts/schema.ts'
import { words } from '../../src/search/tokens.ts'
import { spokenLanguages, understandingOf } from '../support/spoken-languages.ts'

const hear = (text: string, question: QuestionId, lang = 'de') =>
  understand(text, question, questionForm(question), understandingOf(lang))
const answer = (value: unknown) => ({ kind: 'answer', value })

const questions: readonly QuestionId[] = ['topics', ...factNames]
const each = spokenLanguages.map(lang => [lang, understandingOf(lang).vocabulary] as const)
/** The same words as people type them in haste or anger. */
const typed = (phrase: string) => [phrase, ` ${phrase.toUpperCase()}!! `, `${phrase}.`, `„${phrase}“`]

describe.each(each)('in %s', (lang, vocabulary) => {
  const { label } = understandingOf(lang)

  it('yes and no answer a question of yes or no', () => {
    for (const text of vocabulary.yes.flatMap(typed))
      expect([text, hear(text, 'pregnant', lang)]).toEqual([text, answer(true)])
    for (const text of vocabulary.no.flatMap(typed))
      expect([text, hear(text, 'pregnant', lang)]).toEqual([text, answer(false)])
  })

  it('a bare yes or no is never heard against what its button says', () => {
    const begins = (text: string, phrases: readonly string[]) =>
      phrases.some(phrase => words(text)[0] === words(phrase).join(' '))
    const against = factNames
      .filter(question => questionForm(question).options.includes(true))
      .flatMap(question => [true, false].map(option => ({ question, option, text: label(question, option) })))
      .filter(({ question, option, text }) => {
        const phrases = begins(text, vocabulary.yes)
          ? vocabulary.yes
          : begins(text, vocabulary.no)
            ? vocabulary.no
            : []
        return phrases.some(phrase => {
          const heard = hear(phrase, question, lang)
          return heard.kind === 'answer' && heard.value !== option
        })
      })
    expect(against).toEqual([])
  })

  it('not to know is an answer to every kind of question, and not to say another', () => {
    for (const question of [
      'topics',
      'pregnant',
      'residence',
      'age',
      'childrenAges',
      'arrivalDate',
    ] as const) {
      for (const because of ['unknown', 'refused'] as const) {
        for (const text of vocabulary[because].flatMap(typed)) {
          expect([question, text, hear(text, question, lang)]).toEqual([
            question,
            text,
            { kind: 'skip', because },
          ])
        }
      }
    }
  })

  it('none of them is an answer where several can be chosen, unless it is about children', () => {
    const kids = vocabulary.children.flatMap(phrase => words(phrase))
    for (const text of [...vocabulary.none, ...vocabulary.no].flatMap(typed)) {
      const isAboutChildren = words(text).some(word => kids.includes(word))
      const meant = isAboutChildren ? { kind: 'unsure', options: [] } : answer([])
      expect([text, hear(text, 'benefitsReceived', lang)]).toEqual([text, meant])
    }
  })

  it('none and no choose no topics: whoever says so has not said that all of them count', () => {
    for (const text of [...vocabulary.none, ...vocabulary.no].flatMap(typed)) {
      expect([text, hear(text, 'topics', lang).kind]).toEqual([text, 'unsure'])
    }
  })

  it('a yes or a no with more behind it is left to the buttons', () => {
    const [yes = '', no = ''] = [vocabulary.yes[0], vocabulary.no[0]]
    expect(hear(`${yes}, qxz`, 'affectedByViolence', lang).kind).toBe('unsure')
    expect(hear(`${no} qxz qxz`, 'inDebt', lang).kind).toBe('unsure')
  })

  it('no phrase means two things', () => {
    const kinds = ['yes', 'no', 'none', 'unknown', 'refused'] as const
    const meanings = new Map<string, Set<string>>()
    for (const kind of kinds) {
      for (const phrase of vocabulary[kind]) {
        const key = words(phrase).join(' ')
        meanings.set(key, new Set([...(meanings.get(key) ?? []), kind]))
      }
    }
    // No one and none answer "which?" alike; for all the rest a second meaning would be a guess.
    const twofold = [...meanings].filter(
      ([, found]) => found.size > 1 && !(found.has('no') && found.has('none') && found.size === 2),
    )
    expect(twofold.map(([phrase]) => phrase)).toEqual([])
    expect([...meanings.keys()]).not.toContain('')
  })

  it('the words of a button answer as the button does', () => {
    const misheard = questions.flatMap(question => {
      const { kind, options } = questionForm(question)
      return options.flatMap(option => {
        const value = kind === 'choices' ? [option] : option
        const heard = hear(label(question, option), question, lang)
        return heard.kind === 'answer' && JSON.stringify(heard.value) === JSON.stringify(value)
          ? []
          : [{ question, option, heard }]
      })
    })
    expect(misheard).toEqual([])
  })

  it('several buttons can be named with commas between them', () => {
    const plain = questionForm('benefitsReceived').options.filter(
      option => !/[,;،]/.test(label('benefitsReceived', option)),
    )
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...plain], { minLength: 1 }),
        fc.constantFrom(', ', ';', '،', '\n'),
        (chosen, comma) => {
          const text = chosen.map(option => label('benefitsReceived', option)).join(comma)
          expect([text, hear(text, 'benefitsReceived', lang)]).toEqual([text, answer(chosen)])
        },
      ),
    )
  })

  it('whatever is typed, what is heard fits the question', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.string(),
        fc.constantFrom(
          ...Object.values(vocabulary).flatMap(list => (Array.isArray(list) ? list : Object.keys(list))),
        ),
      ),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(pieces, fc.constantFrom(...questions), (list, question) => {
        const heard = hear(list.join(' '), question, lang)
        if (heard.kind === 'answer') expect(parseValue(question, heard.value)).toEqual(heard.value)
        if (heard.kind === 'unsure')
          expect(questionForm(question).options).toEqual(expect.arrayContaining([...heard.options]))
      }),
    )
  })
})

describe('free text', () => {
  it('is an answer where it comes near one button, with typing errors as well', () => {
    expect(hear('Duldung', 'residence')).toEqual(answer('toleration'))
    expect(hear('duldug', 'residence')).toEqual(answer('toleration'))
    expect(hear('b1', 'germanLevel')).toEqual(answer('B1'))
    expect(hear('wohngeld, bürgergeld', 'benefitsReceived')).toEqual(answer(['wohngeld', 'sgb2']))
  })

  it('brings the buttons back where it could be more than one', () => {
    expect(hear('ja', 'partner')).toEqual({ kind: 'unsure', options: ['livesTogether', 'abroad'] })
  })

  it('is nothing where it is none of the buttons, or one part of it is not', () => {
    expect(hear('Ich brauche einen Kitaplatz', 'residence')).toEqual({ kind: 'nothing' })
    expect(hear('Wohngeld, Kitaplatz', 'benefitsReceived')).toEqual({ kind: 'nothing' })
  })

  it('is no answer where it is empty or as long as a story', () => {
    for (const text of ['', '   ', '!?', Array.from({ length: 41 }, () => 'ja').join(' ')]) {
      expect(hear(text, 'pregnant')).toEqual({ kind: 'nothing' })
    }
  })

  it('tells a month where the question asks for one, and nothing else there', () => {
    expect(hear('seit Mai 2023', 'arrivalDate')).toEqual(answer('2023-05'))
    expect(hear('12', 'arrivalDate')).toEqual({ kind: 'nothing' })
  })

  it('leaves places to those who know them', () => {
    expect(hear('Kassel', 'kreis')).toEqual({ kind: 'nothing' })
  })

  it.each<readonly [lang: string, question: QuestionId, text: string, wrong: unknown]>([
    ['de', 'residence', 'Ich habe keine deutsche Staatsangehörigkeit', 'german'],
    ['de', 'residence', 'Ich habe Papiere', 'undocumented'],
    ['de', 'residence', 'keine Duldung', 'toleration'],
    ['de', 'employment', 'Ich suche keine Arbeit', 'unemployed'],
    ['de', 'employment', 'Ich arbeite nicht', 'employed'],
    ['de', 'housing', 'Ich habe eine Wohnung', 'homeless'],
    ['de', 'benefitsReceived', 'kein Wohngeld', ['wohngeld']],
    ['de', 'pregnant', 'nicht schwanger', true],
    ['en', 'residence', 'I am not a German citizen', 'german'],
    ['en', 'employment', 'I am not looking for work', 'unemployed'],
    ['en', 'housing', 'I have a home', 'homeless'],
    ['en', 'partner', 'No partner', 'widowed'],
  ])('in %s for %s: "%s" is not heard as its opposite', (lang, question, text, wrong) => {
    expect(hear(text, question, lang)).not.toEqual(answer(wrong))
  })
})
