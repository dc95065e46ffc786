import { describe, expect, it } from 'vitest'
import { flows } from '../../flows/index.ts'
import { questionForm } from '../../src/dialogue/question.ts'
import { offeredTopics } from '../../src/dialogue/replay.ts'
import { factNames } from '../../src/facts/schema.ts'
import { readLocales } from '../../src/i18n/read.ts'
import { createDangerCheck, dangerKinds } from '../../src/search/danger.ts'
import { words } from '../../src/search/tokens.ts'
import { knownWords, tonguesOf } from '../../src/server/known-words.ts'
import { queries } from '../support/queries.ts'
import { saidIn } from '../support/said.ts'
import { textsOf } from '../support/texts.ts'

const locales = readLocales('locales')
const check = createDangerCheck(tonguesOf(locales), knownWords(locales))
const each = locales.map(locale => [locale.language.code, locale] as const)

/** Floors of what is reached today, so that it is not lost again; the aim is 0.97 and 0.01. */
const leastHeard = 0.9
const mostAlarms = 0.03

/** A phrase as it is compared: two that fold to the same say the same. */
const folded = (phrase: string) =>
  phrase
    .split(' ')
    .map(part => words(part).join(' ') + (part.endsWith('*') ? '*' : ''))
    .join(' ')

describe('what somebody in danger writes', () => {
  it.each(each)('is heard as what it is, whatever language the page speaks: %s', (lang, { danger }) => {
    const { inDanger } = saidIn(lang)
    const told = dangerKinds.flatMap(kind => inDanger[kind].map(text => ({ kind, text })))
    expect(told.length).toBeGreaterThanOrEqual(30)
    expect(told.filter(({ text }) => check(text) === undefined)).toEqual([])
    // A child that is hit tells of violence too: which line stands first differs, and help comes either way.
    const asSuch = told.filter(({ kind, text }) => check(text) === kind)
    expect(asSuch.length / told.length).toBeGreaterThanOrEqual(0.9)
    // Sentences that are phrases word for word would prove nothing.
    const phrases = new Set(dangerKinds.flatMap(kind => danger[kind].map(folded)))
    expect(told.filter(({ text }) => phrases.has(folded(text))).length).toBeLessThan(told.length / 4)
  })

  it('tells a threat to be killed from the wish to die, where German says both alike', () => {
    expect([
      check('will mich umbringen'),
      check('ich will mich umbringen'),
      check('mein Bruder will mich umbringen'),
      check('er will mich einfach umbringen'),
    ]).toEqual(['suicide', 'suicide', 'violence', 'violence'])
  })

  // "He does not hit me, but …" is how people tell of violence without blows: an alarm too many is better than
  // one too few. Only who says that nobody does it is taken at their word.
  it.each([
    'er schlägt mich nicht',
    'he does not hit me',
    'он меня бьет, но не сильно',
    'він мене не б’є, але погрожує',
    'هو لا يضربني',
    'er schlägt mich nicht mehr',
    'niemand hilft mir, mein Mann schlägt mich',
    'nobody helps me and he hits me',
    'ніхто не допомагає, а чоловік мене б’є',
    'لا أحد يساعدني وزوجي يضربني',
  ])('is heard where it says not: %s', text => {
    expect(check(text)).toBe('violence')
  })
})

describe('what somebody writes who is in no danger', () => {
  it.each(each)('raises no alarm: %s', lang => {
    const texts = saidIn(lang).inNoDanger
    expect(texts.length).toBeGreaterThanOrEqual(25)
    expect(texts.filter(text => check(text) !== undefined)).toEqual([])
  })

  it.each([
    'niemand schlägt mich',
    'keiner bedroht mich',
    'nobody hits me',
    'no one hits my children',
    'мене ніхто не б’є',
    'ніхто мені не погрожує',
    'لا أحد يضربني',
    'ما حدا بيهددني',
  ])('raises none where nobody does it: %s', text => {
    expect(check(text)).toBeUndefined()
  })

  it.each(each)('raises none with an answer to a question: %s', (_, locale) => {
    const texts = textsOf(locale)
    const labels = (['topics', ...factNames] as const).flatMap(id => {
      const { options } = questionForm(id, offeredTopics(flows))
      const names = ['short', 'none', ...options.map(option => `options.${option}`)]
      return names.flatMap(name => texts.get(`questions:${id}.${name}`) ?? [])
    })
    expect(labels.length).toBeGreaterThan(100)
    expect(labels.filter(label => check(label) !== undefined)).toEqual([])
  })

  /** Offers that people look for because of danger: their words may raise the alarm. */
  const aboutDanger = [
    'beratung-menschenhandel',
    'elterntelefon',
    'frauenberatung',
    'frauenhaus',
    'inobhutnahme-unbegleitete-minderjaehrige',
    'hilfe-telefon-missbrauch',
    'hilfetelefon-gewalt-an-maennern',
    'hilfetelefon-gewalt-gegen-frauen',
    'notruf',
    'nummer-gegen-kummer',
    'psychosoziales-zentrum',
    'response-hessen',
    'sozialpsychiatrischer-dienst',
    'telefonseelsorge',
    'traumaambulanz',
    'weisser-ring',
    'wohnungsnotfallhilfe',
  ]
  /** Words for other offers that tell of danger all the same. */
  const alsoDanger = [
    'صاحب البيت طردني',
    'حامل وخايفة من أهلي',
    'знущаються на роботі',
    'виселяють із квартири',
    'my child is bullied at school for being foreign',
  ]
  /** Words that are a cry for help where they are all that is said. */
  const cries = ['help', 'помогите']

  it.each(each)('raises none with the words by which an offer is looked for: %s', (_, { lexicon }) => {
    const heard = Object.entries(lexicon).flatMap(([id, phrases]) =>
      phrases.filter(phrase => check(phrase) !== undefined).map(phrase => ({ id, phrase })),
    )
    expect(
      heard.filter(({ id, phrase }) => !aboutDanger.includes(id) && !alsoDanger.includes(phrase)),
    ).toEqual([])
    expect(heard.length).toBeGreaterThan(40)
  })

  it.each(each)('raises none with a yes, a no, a number or any other word of an answer: %s', (_, locale) => {
    const said = Object.values(locale.words).flatMap(list => (Array.isArray(list) ? list : Object.keys(list)))
    expect(said.filter(text => !cries.includes(text) && check(text) !== undefined)).toEqual([])
  })
})

describe('the patterns of a language', () => {
  it.each(each)('are many for each kind of danger, and none stands there twice: %s', (_, { danger }) => {
    for (const kind of dangerKinds) expect([kind, danger[kind].length >= 50]).toEqual([kind, true])
    for (const kind of [...dangerKinds, 'harmless'] as const)
      expect([kind, danger[kind].filter((phrase, at) => danger[kind].indexOf(phrase) !== at)]).toEqual([
        kind,
        [],
      ])
  })

  it.each(each)('name groups that there are, and each group is named: %s', (_, { danger }) => {
    const patterns = [...dangerKinds, 'harmless' as const].flatMap(kind => danger[kind])
    const named = new Set(
      patterns.flatMap(pattern => [...pattern.matchAll(/\[([^\]]*)\]/gu)].map(([, name]) => name)),
    )
    expect([...named].filter(name => !Object.hasOwn(danger.groups, name ?? ''))).toEqual([])
    expect(Object.keys(danger.groups).filter(name => !named.has(name))).toEqual([])
  })

  it.each(each)('never hold a single short word that everyday sentences hold too: %s', (_, { danger }) => {
    const short = dangerKinds.flatMap(kind => danger[kind].filter(phrase => /^.{1,3}\*?$/.test(phrase)))
    expect(short.filter(phrase => !['fgm'].includes(phrase))).toEqual([])
  })
})

/** Sentences that nobody who wrote the patterns has seen, the halves of the labelled queries together. */
describe('the labelled queries', () => {
  const judged = [...queries].map(([lang, { open, kept }]) => [lang, [...open, ...kept]] as const)

  it.each(judged)('are heard as danger where somebody is in danger: %s', (_, list) => {
    const inDanger = list.filter(({ kind }) => kind === 'danger')
    const heard = inDanger.filter(({ query }) => check(query) !== undefined)
    expect(heard.length / inDanger.length).toBeGreaterThanOrEqual(leastHeard)
  })

  it('are nearly never heard as danger where nobody is', () => {
    const harmless = judged.flatMap(([, list]) => list.filter(({ kind }) => kind !== 'danger'))
    const alarms = harmless.filter(({ query }) => check(query) !== undefined)
    expect(alarms.length / harmless.length).toBeLessThanOrEqual(mostAlarms)
  })
})
