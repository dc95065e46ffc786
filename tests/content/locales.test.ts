import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { flows, sensitive } from '../../flows/index.ts'
import { readCatalogue } from '../../src/catalogue/read.ts'
import { type QuestionId, questionForm } from '../../src/dialogue/question.ts'
import { offeredTopics } from '../../src/dialogue/replay.ts'
import { factNames } from '../../src/facts/schema.ts'
import { unmarked } from '../../src/i18n/marks.ts'
import { readLocales } from '../../src/i18n/read.ts'
import { dangerKinds } from '../../src/search/danger.ts'
import { placeholders, splitPlural, textsOf, wordsOf } from '../support/texts.ts'

const locales = readLocales('locales')
const { offers } = readCatalogue('catalogue')
const ids = offers.map(({ id }) => id)
const each = locales.map(locale => [locale.language.code, locale, textsOf(locale)] as const)
const german = new Map(each.flatMap(([code, , texts]) => (code === 'de' ? [...texts] : [])))
const translations = each.filter(([code]) => code !== 'de')

/** Stems of the texts that depend on a number. */
const plurals = new Set(
  [...german.keys()].map(splitPlural).flatMap(({ stem, form }) => (form === 'other' ? [stem] : [])),
)
const isPlural = (key: string) => plurals.has(splitPlural(key).stem)

const sourcesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => readFileSync(join(folder, file), 'utf8'))

/** Everything that fails, as `key: text`. */
const wrong = (texts: ReadonlyMap<string, string>, isWrong: (text: string, key: string) => boolean) =>
  [...texts].filter(([key, text]) => isWrong(text, key)).map(([key, text]) => `${key}: ${text}`)

/** The numbers up to a thousand for which a language uses a form of the plural. */
const numbersOf = (code: string, form: string) => {
  const rules = new Intl.PluralRules(code)
  return Array.from({ length: 1001 }, (_, number) => number).filter(number => rules.select(number) === form)
}

it('German is there, and is the original', () => {
  expect(locales[0]?.language).toMatchObject({ code: 'de' })
  expect(german.size).toBeGreaterThan(500)
})

it('the interface has no text that nothing says', () => {
  const code = ['src', 'widget'].flatMap(sourcesBelow).join('\n')
  // By its key, by the code of an error, or by what it is of its section.
  const isSaid = (key: string) =>
    [`'${key}'`, `'${key.replace(/^error\./, '')}'`, `\`${key.replace(/[^.]+$/, '')}\${`].some(written =>
      code.includes(written),
    )
  const keys = [...german.keys()].flatMap(key => (key.startsWith('ui:') ? key.slice('ui:'.length) : []))
  const silent = keys.filter(key => !isSaid(isPlural(`ui:${key}`) ? splitPlural(key).stem : key))
  expect(silent).toEqual([])
})

describe('every language', () => {
  it.each(each)('runs the way its script runs: %s', (code, { language }) => {
    const { script = '' } = new Intl.Locale(code).maximize()
    expect(language.dir).toBe(['Arab', 'Hebr', 'Syrc', 'Thaa'].includes(script) ? 'rtl' : 'ltr')
  })

  it.each(translations)(
    'has the keys of German, no more and no less, but for forms of the plural: %s',
    (_, __, texts) => {
      const stems = (map: ReadonlyMap<string, string>) =>
        [...new Set([...map.keys()].map(key => (isPlural(key) ? splitPlural(key).stem : key)))].sort()
      expect(stems(texts)).toEqual(stems(german))
    },
  )

  it.each(each)(
    'has exactly the forms of the plural that it needs, and at most one more for zero: %s',
    (code, _, texts) => {
      const { pluralCategories } = new Intl.PluralRules(code).resolvedOptions()
      for (const stem of plurals) {
        const forms = ['zero', 'one', 'two', 'few', 'many', 'other'].filter(form =>
          texts.has(`${stem}_${form}`),
        )
        const needed = new Set<string>([...pluralCategories, ...(german.has(`${stem}_zero`) ? ['zero'] : [])])
        expect([stem, new Set(forms)]).toEqual([stem, needed])
      }
    },
  )

  it.each(each)('has no text that is empty or begins or ends with a space: %s', (_, __, texts) => {
    expect(wrong(texts, text => text.trim() !== text || text === '')).toEqual([])
  })

  it.each(translations)('has the places to fill in of the German text: %s', (code, _, texts) => {
    const differing = wrong(texts, (text, key) => {
      const { stem, form = '' } = splitPlural(key)
      if (!isPlural(key)) return String(placeholders(text)) !== String(placeholders(german.get(key) ?? ''))
      const wanted = placeholders(german.get(`${stem}_other`) ?? '')
      // A form for a single number ("no answer", a dual) may say the number in words.
      const isSingle = form === 'zero' || numbersOf(code, form).length === 1
      const isSaid =
        isSingle && String(placeholders(text)) === String(wanted.filter(name => name !== 'count'))
      return String(placeholders(text)) !== String(wanted) && !isSaid
    })
    expect(differing).toEqual([])
  })

  it.each(each)('has no half of a place to fill in: %s', (_, __, texts) => {
    expect(wrong(texts, text => /[{}]/.test(text.replace(/\{\{\w+\}\}/g, '')))).toEqual([])
  })
})

describe('every translation', () => {
  it.each(translations)('left no German sentence as it was: %s', (_, __, texts) => {
    expect(wrong(texts, (text, key) => wordsOf(text).length > 3 && text === german.get(key))).toEqual([])
  })

  it.each(translations)('is written in its own script, German names apart: %s', (code, _, texts) => {
    const { script = 'Latn' } = new Intl.Locale(code).maximize()
    const own = new RegExp(`\\p{Script=${script}}`, 'u')
    expect(
      wrong(
        texts,
        (text, key) =>
          !own.test(text) &&
          text !== german.get(key) &&
          /\p{L}{2}/u.test(text.replace(/\{\{\w+\}\}|<de>.*?<\/de>|\d+\p{L}/gu, '')),
      ),
    ).toEqual([])
  })

  it.each(translations)(
    'has no letters of a third script, and no word of two scripts: %s',
    (code, _, texts) => {
      const { script = 'Latn' } = new Intl.Locale(code).maximize()
      const strange = new RegExp(
        `[^\\p{Script=${script}}\\p{Script=Latn}\\p{Script=Common}\\p{Script=Inherited}]`,
        'u',
      )
      const mixed = new RegExp(
        `\\p{Script=Latn}\\p{Script=${script}}|\\p{Script=${script}}\\p{Script=Latn}`,
        'u',
      )
      expect(wrong(texts, text => strange.test(text) || (script !== 'Latn' && mixed.test(text)))).toEqual([])
    },
  )
})

describe('every offer', () => {
  it.each(each)('has its texts, and there are none for an offer that is not there: %s', (_, locale) => {
    expect(Object.keys(locale.offers).sort()).toEqual(ids)
  })

  it.each(each)('has words by which it is looked for: %s', (_, { lexicon }) => {
    expect(Object.keys(lexicon).sort()).toEqual(ids)
    expect(ids.filter(id => (lexicon[id] ?? []).length < 5)).toEqual([])
  })

  it.each(each)(
    'has a title of at most 60 letters, and a summary and a next step of at most 240, in Leichte Sprache 320: %s',
    (code, locale) => {
      const room = code === 'de-simple' ? 320 : 240
      const long = Object.entries(locale.offers).flatMap(([id, { title, summary, nextStep }]) =>
        [
          { name: 'title', text: title, most: 60 },
          { name: 'summary', text: summary, most: room },
          { name: 'nextStep', text: nextStep, most: room },
        ]
          .filter(({ text, most }) => unmarked(text).length > most)
          .map(({ name, text }) => `${id}.${name}: ${unmarked(text).length}`),
      )
      expect(long).toEqual([])
    },
  )

  it.each(each)('has a title that no other offer has: %s', (_, locale) => {
    const titles = Object.values(locale.offers).map(({ title }) => title.toLowerCase())
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([])
  })

  it.each(each)('has a text for each of its notes, and none for a note that it has not: %s', (_, locale) => {
    for (const { id, notes } of offers) {
      expect([id, Object.keys(locale.offers[id]?.notes ?? {}).sort()]).toEqual([
        id,
        notes.map(note => note.id).sort(),
      ])
    }
  })

  it.each(each)('names only documents that have a name: %s', (_, { documents }) => {
    const named = offers.flatMap(offer => offer.documents)
    expect(named.filter(key => typeof documents[key] !== 'string')).toEqual([])
    expect(named.length).toBeGreaterThan(0)
  })
})

describe('every question that a flow puts', () => {
  const asked = new Set<QuestionId>([
    'topics',
    ...[...Object.values(flows.byTopic), flows.last].flatMap(({ asks }) => asks),
  ])

  it.each(each)(
    'has its text, the reason why it is asked, and a label for each of its answers: %s',
    (_, __, texts) => {
      const missing = [...asked].flatMap(id => {
        const { kind, options } = questionForm(id, offeredTopics(flows))
        const isList = kind === 'numbers' || (kind === 'choices' && id !== 'topics')
        return [
          ...['text', 'why'],
          ...options.map(option => `options.${option}`),
          ...(isList ? ['none'] : []),
        ]
          .map(name => `questions:${id}.${name}`)
          .filter(key => !texts.has(key))
      })
      expect(missing).toEqual([])
    },
  )

  it.each(each)(
    'has a name of a few words in lists, at most 30 letters long, that no other question has: %s',
    (_, { questions }) => {
      const ids = ['topics', ...factNames]
      const names = ids.map(id => unmarked(questions[id]?.short ?? ''))
      const isShort = (name: string) =>
        wordsOf(name).length > 0 && wordsOf(name).length <= 4 && name.length <= 30
      expect(names.filter(name => !isShort(name))).toEqual([])
      expect(new Set(names).size).toBe(ids.length)
    },
  )

  it.each(each)(
    'says in one sentence of at most 20 words why it is asked, where it is sensitive: %s',
    (_, { questions }) => {
      const whys = [...sensitive].map(id => unmarked(questions[id]?.why ?? ''))
      expect(whys.filter(why => !/^[^.!?؟]+\.$/.test(why))).toEqual([])
      expect(whys.filter(why => wordsOf(why).length > 20)).toEqual([])
      expect(new Set(whys).size).toBe(sensitive.size)
    },
  )

  it.each(each)('offers answers that differ: %s', (_, __, texts) => {
    for (const id of asked) {
      const labels = questionForm(id).options.map(option => texts.get(`questions:${id}.options.${option}`))
      expect([id, new Set(labels).size]).toEqual([id, labels.length])
    }
  })
})

describe('the words in which people answer and tell of danger', () => {
  it.each(each)('are there for every meaning: %s', (_, { words, danger }) => {
    const { numbers, ...lists } = words
    expect(Object.entries({ ...lists, ...danger }).filter(([, list]) => list.length === 0)).toEqual([])
    expect(Object.keys(danger).sort()).toEqual([...dangerKinds, 'groups', 'harmless'].sort())
    const named = new Set(Object.values(numbers))
    expect(Array.from({ length: 12 }, (_, index) => index + 1).filter(number => !named.has(number))).toEqual(
      [],
    )
  })

  it.each(each)('do not mean yes and no, or an answer and none, at once: %s', (_, { words }) => {
    const fold = (list: readonly string[]) => new Set(list.map(word => word.toLowerCase()))
    for (const [one, other] of [
      ['yes', 'no'],
      ['yes', 'unknown'],
      ['no', 'unknown'],
      ['yes', 'refused'],
      ['yes', 'none'],
      ['unknown', 'refused'],
    ] as const) {
      const both = [...fold(words[one])].filter(word => fold(words[other]).has(word))
      expect([one, other, both]).toEqual([one, other, []])
    }
  })
})
