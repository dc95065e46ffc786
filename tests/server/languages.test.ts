import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TurnMessage } from '../../src/render/message.ts'
import { loadContent } from '../../src/server/content.ts'
import { postTurn, turnOf } from '../support/doors.ts'
import { saidIn } from '../support/said.ts'
import { realContent, type Service, startService } from '../support/service.ts'

const { speeches, world } = realContent()
let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const step = async (event: object, resume = ''): Promise<TurnMessage> =>
  turnOf((await postTurn(service.url, JSON.stringify({ ...(resume && { resume }), event }))).body)
const begun = (lang: string) => step({ type: 'start', lang })
const said = async (lang: string, text: string) =>
  (await step({ type: 'say', text }, (await begun(lang)).resume)).say
const offered = async (lang: string, text: string) =>
  (await said(lang, text)).find(one => one.lang !== undefined)

/** Languages that write in their own way; a form of a language (`de-simple`) does not. */
const written = speeches.languages.map(({ lang }) => lang).filter(lang => !lang.includes('-'))

describe('the language that somebody writes in', () => {
  it.each(written)('is guessed rightly nine times out of ten, and hardly ever wrongly: %s', lang => {
    const { inDanger, inNoDanger, told, traps } = saidIn(lang)
    const texts = [...Object.values(inDanger).flat(), ...inNoDanger, ...traps, ...told.map(([text]) => text)]
    const guesses = texts.map(text => ({ text, guess: world.guess(text) }))
    const wrong = guesses.filter(({ guess }) => guess !== undefined && guess !== lang)
    expect(guesses.filter(({ guess }) => guess === lang).length).toBeGreaterThan(0.9 * texts.length)
    // Some of those who speak Ukrainian write Russian.
    expect(wrong.length, JSON.stringify(wrong)).toBeLessThan(0.05 * texts.length)
  })

  it('is offered in its own words, and nothing is changed unasked', async () => {
    const offer = await offered('de', 'Мій чоловік пішов від мене, у мене двоє дітей')
    expect(offer).toEqual({ kind: 'info', lang: 'uk', text: speeches.of('uk').text('language.goOn') })
    const turn = await step(
      { type: 'say', text: 'My husband left me, I have two children' },
      (await begun('de')).resume,
    )
    expect(turn.lang).toBe('de')
  })

  it('is not offered where the page speaks it already, in whichever form', async () => {
    expect(await offered('uk', 'Мій чоловік пішов від мене, у мене двоє дітей')).toBeUndefined()
    expect(await offered('de-simple', 'Mein Mann hat mich verlassen, ich habe zwei Kinder')).toBeUndefined()
  })

  it.each(['Kindergeld', '60311', 'ok', 'Duldung', 'Frankfurt am Main', '', '?!', 'xq zrw pflk'])(
    'is not guessed of "%s"',
    text => {
      const guess = world.guess(text)
      expect(guess === undefined || guess === 'de').toBe(true)
    },
  )

  it('is offered beside help in danger, never instead of it', async () => {
    const turn = await step({ type: 'say', text: 'чоловік мене б’є щодня' }, (await begun('de')).resume)
    expect(turn.urgent?.kind).toBe('violence')
    expect(turn.say.some(({ lang }) => lang === 'uk')).toBe(true)
  })
})

describe('another language in the middle', () => {
  it('says the whole conversation anew, and keeps every answer', async () => {
    let turn = await step({ type: 'start', lang: 'de', topics: ['family'], kreis: '06412' })
    turn = await step({ type: 'answer', question: 'childrenAges', value: [1, 4] }, turn.resume)
    for (const { lang } of speeches.languages) {
      const other = await step({ type: 'language', lang }, turn.resume)
      const speech = speeches.of(lang)
      expect([other.lang, other.dir, other.facts]).toEqual([lang, speech.dir, turn.facts])
      expect(other.transcript.map(({ text }) => text)).toEqual(
        other.transcript.map(({ question }) => speech.text(`questions:${question}.text`)),
      )
      expect(other.question?.text).toBe(speech.text(`questions:${other.question?.id}.text`))
    }
  })
})

describe('the languages that an operator names', () => {
  it('are spoken, German first, and no others', async () => {
    const few = loadContent('.', ['uk'])
    expect(few.speeches.languages.map(({ lang }) => lang)).toEqual(['de', 'uk'])
    expect(few.world.language('ar')).toBeUndefined()
  })

  it('leave danger heard in all languages', () => {
    expect(loadContent('.', ['uk']).world.danger('زوجي يضربني')?.kind).toBe('violence')
  })

  it('must be there', () => {
    expect(() => loadContent('.', ['uk', 'xx'])).toThrow(/There is no language xx, only de, /)
  })
})

describe('the page about the state of a translation', () => {
  const page = async (path: string) => {
    const response = await fetch(`${service.url}${path}`)
    expect([path, response.status]).toEqual([path, 200])
    return response.text()
  }

  it('shows what awaits a reader beside the German, danger first, the rest on a page of its own', async () => {
    const first = await page('/uk/translation')
    const german = speeches.of('de')
    const uk = speeches.of('uk')
    for (const key of ['urgent.violence', 'offers:notruf.summary', 'risks:police'])
      expect([key, first.includes(german.text(key).split('.')[0] ?? '')]).toEqual([key, true])
    expect(first).toContain(uk.text('urgent.violence'))
    expect(first).not.toContain(german.text('start.intro'))
    expect(await page('/uk/translation/all')).toContain(german.text('start.intro'))
  })

  it('says of German that nothing awaits', async () => {
    const first = await page('/de/translation')
    expect(first).toContain(speeches.of('de').text('translation.all'))
    expect(first).not.toContain('<table>')
  })
})
