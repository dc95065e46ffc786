import { describe, expect, it } from 'vitest'
import { type QuestionId, questionForm } from '../../src/dialogue/question.ts'
import { understandInAny } from '../../src/dialogue/understand.ts'
import { saidIn } from '../support/said.ts'
import { languagesFor, spokenLanguages, understandingOf } from '../support/spoken-languages.ts'

const hear = (text: string, question: QuestionId, page: string) =>
  understandInAny(text, question, questionForm(question), languagesFor(page))

type Said = readonly [page: string, question: QuestionId, text: string, value: unknown]

describe('an answer in a person’s own words', () => {
  it.each<Said>([
    ['de', 'residence', 'Ich habe eine Duldung', 'toleration'],
    ['de', 'residence', 'ich bin geduldet', 'toleration'],
    ['de', 'residence', 'wir haben § 24', 'temporaryProtection'],
    ['de', 'residence', 'Aufenthaltsgestatung', 'asylumSeeker'],
    ['de', 'employment', 'Ich bin zurzeit arbeitslos', 'unemployed'],
    ['de', 'employment', 'arbeitlos', 'unemployed'],
    ['de', 'employment', 'Ich bin Azubi.', 'training'],
    ['de', 'employment', 'Hausfrau', 'familyCare'],
    ['de', 'germanLevel', 'Ich glaube B1', 'B1'],
    ['de', 'germanLevel', 'mindestens B1', 'B1'],
    ['de', 'germanLevel', 'ich habe den A2-Kurs gemacht', 'A2'],
    ['de', 'germanLevel', 'Anfänger', 'A1'],
    ['de', 'pregnant', 'ja, ich bin schwanger', true],
    ['de', 'pregnant', 'Nein, ich bin nicht schwanger', false],
    ['de', 'receivesMaintenance', 'er zahlt nicht', false],
    ['de', 'receivesMaintenance', 'Nein, er zahlt nicht', false],
    ['de', 'benefitsReceived', 'Bürgergeld und Wohngeld', ['sgb2', 'wohngeld']],
    ['de', 'benefitsReceived', 'Hartz 4', ['sgb2']],
    ['de', 'benefitsReceived', 'ich bekomme Kinderzuschlag und Wohngeld', ['kinderzuschlag', 'wohngeld']],
    ['de', 'topics', 'Deutschkurs und Wohnung', ['german', 'housing']],
    ['de', 'schoolQualification', 'Ich habe Abitur', 'higher'],
    ['de', 'disabilityDegree', 'keine Behinderung', 0],
    ['de', 'insuredMonths', 'ich habe nie gearbeitet', 0],
    ['de', 'residenceBasis', '§ 25 Abs. 2', 'protection'],
    ['de', 'residenceBasis', '25b', 'integrated'],
    ['de', 'housing', 'Ich wohne bei Freunden', 'withOthers'],
    ['de', 'earnings', '1500 Euro', 'above900'],
    ['en', 'germanLevel', 'I think B1', 'B1'],
    ['en', 'residence', 'I have a Duldung', 'toleration'],
    ['en', 'employment', "I'm unemployed at the moment", 'unemployed'],
    ['en', 'pregnant', 'No, I am not pregnant', false],
    ['en', 'benefitsReceived', 'Bürgergeld and housing benefit', ['sgb2', 'wohngeld']],
    ['en', 'partner', 'I am divorced', 'separated'],
    ['en', 'topics', 'a German course, a flat', ['german', 'housing']],
    ['uk', 'germanLevel', 'у мене мінімум B1', 'B1'],
    ['uk', 'residence', 'у мене Duldung', 'toleration'],
    ['uk', 'residence', 'параграф 24', 'temporaryProtection'],
    ['uk', 'employment', 'я безробітна', 'unemployed'],
    ['uk', 'pregnant', 'ні, я не вагітна', false],
    ['uk', 'inDebt', 'у мене немає боргів', false],
    ['uk', 'benefitsReceived', 'джобцентр і Wohngeld', ['sgb2', 'wohngeld']],
    ['uk', 'singleParent', 'так, сама з дітьми', true],
    ['ar', 'residence', 'عندي دولدونغ', 'toleration'],
    ['ar', 'residence', 'عندي Duldung', 'toleration'],
    ['ar', 'employment', 'أنا عاطل عن العمل', 'unemployed'],
    ['ar', 'pregnant', 'لا، أنا لست حامل', false],
    ['ar', 'germanLevel', 'أعتقد B1', 'B1'],
    ['ar', 'benefitsReceived', 'الجوب سنتر وكمان إعانة السكن', ['sgb2', 'wohngeld']],
    ['ar', 'partner', 'أنا مطلقة', 'separated'],
  ])('on a page in %s for %s: "%s"', (page, question, text, value) => {
    expect(hear(text, question, page)).toEqual({ kind: 'answer', value })
  })

  it.each<Said>([
    ['en', 'residence', 'ich habe eine Duldung', 'toleration'],
    ['uk', 'employment', 'I am unemployed', 'unemployed'],
    ['ar', 'employment', 'Ich suche Arbeit', 'unemployed'],
    ['de', 'pregnant', 'я вагітна', true],
    ['en', 'partner', 'розлучена', 'separated'],
    ['uk', 'pregnant', 'أنا حامل', true],
    ['ar', 'childrenAges', 'two kids, 1 and 4', [1, 4]],
    ['uk', 'arrivalDate', 'seit Mai 2023', '2023-05'],
    ['de', 'arrivalDate', 'з травня 2023', '2023-05'],
    ['de', 'pregnant', 'no', false],
    ['ar', 'pregnant', 'так', true],
  ])('may be in another language than the page: %s, %s, "%s"', (page, question, text, value) => {
    expect(hear(text, question, page)).toEqual({ kind: 'answer', value })
  })
})

describe('an answer that is not clear', () => {
  it.each<readonly [page: string, question: QuestionId, text: string]>([
    ['de', 'residence', 'keine Duldung'],
    ['de', 'residence', 'kiene Duldung'],
    ['de', 'residence', 'Duldung oder Gestattung'],
    ['de', 'residence', 'Duldung?'],
    ['de', 'residence', 'vielleicht Duldung'],
    ['en', 'residence', 'keine Duldung'],
    ['uk', 'residence', 'не Duldung'],
    ['ar', 'residence', 'ما عندي Duldung'],
    ['ar', 'residence', 'ماعندي Duldung'],
    ['de', 'residence', 'mein Mann hat eine Duldung'],
    ['de', 'residence', 'früher Duldung'],
    ['de', 'residence', 'Flüchtling'],
    ['de', 'residence', 'kein Aufenthaltstitel'],
    ['de', 'partner', 'verheiratet'],
    ['en', 'partner', 'I am married'],
    ['uk', 'partner', 'заміжня'],
    ['ar', 'partner', 'متزوجة'],
    ['de', 'employment', 'ich arbeite nicht'],
    ['ar', 'employment', 'لا أعمل'],
    ['de', 'germanLevel', 'nicht B1'],
    ['de', 'germanLevel', 'A1 oder A2'],
    ['de', 'germanLevel', 'noch kein B1'],
    ['en', 'germanLevel', 'not B1'],
    ['uk', 'germanLevel', 'не B1'],
    ['ar', 'germanLevel', 'ليس B1'],
    ['de', 'employment', 'Arbeit'],
    ['de', 'employment', 'mein Mann ist arbeitslos'],
    ['de', 'employment', 'ich war arbeitslos'],
    ['en', 'employment', 'work'],
    ['en', 'employment', 'she is unemployed'],
    ['de', 'pregnant', 'vielleicht'],
    ['de', 'pregnant', 'ich glaube ja'],
    ['de', 'pregnant', 'ich glaube, ich bin schwanger'],
    ['de', 'pregnant', 'ja nein'],
    ['en', 'pregnant', 'maybe'],
    ['en', 'pregnant', 'I think so'],
    ['en', 'pregnant', "I don't think so"],
    ['uk', 'pregnant', 'можливо'],
    ['uk', 'pregnant', 'мабуть так'],
    ['ar', 'pregnant', 'ربما'],
    ['ar', 'pregnant', 'أظن ذلك'],
    ['uk', 'mentalDistress', 'не все нормально'],
    ['de', 'benefitsReceived', 'kein Wohngeld'],
    ['de', 'benefitsReceived', 'Bürgergeld, aber kein Wohngeld'],
    ['de', 'benefitsReceived', 'Grundsicherung'],
    ['de', 'benefitsReceived', 'Bürgergeld oder Wohngeld'],
    ['de', 'receivesMaintenance', 'er zahlt nicht immer'],
    ['de', 'arrivalDate', '2022'],
    ['de', 'arrivalDate', 'im Frühjahr 2023'],
    ['de', 'arrivalDate', 'vor zwei Jahren'],
    ['de', 'arrivalDate', 'vor Mai 2023'],
    ['de', 'arrivalDate', 'nicht Mai 2023'],
    ['en', 'arrivalDate', 'last May'],
    ['uk', 'arrivalDate', 'до травня 2023'],
    ['ar', 'arrivalDate', 'قبل مايو 2023'],
  ])('on a page in %s for %s: "%s"', (page, question, text) => {
    expect(['unsure', 'nothing']).toContain(hear(text, question, page).kind)
  })

  it('brings back the buttons that it may be', () => {
    expect(hear('Duldung oder Gestattung', 'residence', 'de')).toEqual({
      kind: 'unsure',
      options: ['toleration', 'asylumSeeker'],
    })
    expect(hear('vielleicht', 'pregnant', 'de')).toEqual({ kind: 'unsure', options: [] })
  })

  it('is none where two languages hear different answers', () => {
    const [german, english] = ['de', 'en'].map(understandingOf)
    if (!german || !english) throw new Error('two languages are needed')
    const deaf = { ...german, hear: () => ({ options: [], how: 'beside' as const }) }
    const yes = { ...english, hear: () => ({ options: ['true'], how: 'plain' as const }) }
    const no = { ...english, hear: () => ({ options: ['false'], how: 'plain' as const }) }
    const form = questionForm('pregnant')
    expect(understandInAny('hm', 'pregnant', form, [deaf, yes])).toEqual({ kind: 'answer', value: true })
    expect(understandInAny('hm', 'pregnant', form, [deaf, yes, no])).toEqual({
      kind: 'unsure',
      options: [true, false],
    })
  })
})

describe.each(spokenLanguages)('on a page in %s', page => {
  it('people answer in their own words', () => {
    for (const [question, text, value] of saidIn(page).answers) {
      expect([question, text, hear(text, question, page)]).toEqual([
        question,
        text,
        { kind: 'answer', value },
      ])
    }
  })

  it('digits of any script are read', () => {
    for (const text of ['1, 4', '١، ٤', '۱ ۴']) {
      expect([text, hear(text, 'childrenAges', page)]).toEqual([text, { kind: 'answer', value: [1, 4] }])
    }
    for (const text of ['05.2023', '٠٥/٢٠٢٣', '۰۵-۲۰۲۳', '5/23', '٥/٢٣', '2023-05-17', '3.5.2023']) {
      expect([text, hear(text, 'arrivalDate', page)]).toEqual([text, { kind: 'answer', value: '2023-05' }])
    }
  })
})
