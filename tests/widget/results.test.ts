import { describe, expect, it } from 'vitest'
import type { BriefOfferMessage, TurnMessage } from '../../src/render/message.ts'
import { viewWords } from '../../src/server/pages/words.ts'
import { resultsView } from '../../widget/view/results.ts'
import { say, sayCount } from '../../widget/view/words.ts'
import { offerWith, turnWith } from '../support/messages.ts'
import { realContent } from '../support/service.ts'

const { speeches } = realContent()
const german = speeches.of('de')
const setting = { words: viewWords(german, german), icons: '/icons.svg', action: '/de/talk', resume: '' }

const brief = (id: string, more: Partial<BriefOfferMessage> = {}): BriefOfferMessage => ({
  id,
  verdict: 'eligible',
  title: `Titel ${id}`,
  titleDe: `Titel ${id}`,
  claim: 'open',
  ...more,
})
const many = (count: number, name: string, more: Partial<BriefOfferMessage> = {}) =>
  Array.from({ length: count }, (_, index) => brief(`${name}-${index}`, more))

const turn = (offers: TurnMessage['offers'], more: Partial<TurnMessage> = {}) => turnWith({ offers, ...more })
const page = (...args: Parameters<typeof turn>): string => String(resultsView(setting, turn(...args)))
/** What is seen without opening any fold. */
const seen = (text: string): string => {
  let left = text
  for (let before = ''; left !== before; ) {
    before = left
    left = left.replace(/<details class="more">(?:(?!<details)[\s\S])*?<\/details>/g, '')
  }
  return left
}
const shown = (text: string): string[] => [...text.matchAll(/data-offer="([^"]+)"/g)].map(([, id = '']) => id)
const headings = (text: string): string[] =>
  [...text.matchAll(/id="group-(\w+)"/g)].map(([, group = '']) => group)

describe('the results', () => {
  const one: readonly BriefOfferMessage[] = [
    brief('refused', { verdict: 'ineligible', because: 'Sie haben kein Kind.' }),
    brief('lacking', {
      verdict: 'undetermined',
      openBecause: ['facts'],
      because: 'Sie wissen das nicht: Alter',
    }),
    brief('moving', { verdict: 'undetermined', openBecause: ['law'] }),
    brief('askable', { verdict: 'undetermined', openBecause: ['office'] }),
    brief('open'),
    brief('choice', { claim: 'discretion' }),
    brief('calculated', { verdict: 'undetermined', claim: 'entitlement', openBecause: ['office'] }),
    brief('right', { claim: 'entitlement' }),
  ]

  it('stand in groups: a right, to apply for, open to the person, still open, not for them', () => {
    const text = page([...one])
    expect(headings(text)).toEqual(['entitlement', 'apply', 'openToYou', 'stillOpen', 'notForYou'])
    expect(shown(text)).toEqual([
      'right',
      'choice',
      'calculated',
      'askable',
      'open',
      'lacking',
      'moving',
      'refused',
    ])
  })

  it('name no group that is empty, and lead to each that is there', () => {
    const text = page([brief('open'), brief('refused', { verdict: 'ineligible' })])
    expect(headings(text)).toEqual(['openToYou', 'notForYou'])
    expect([...text.matchAll(/href="#group-(\w+)"/g)].map(([, group]) => group)).toEqual(headings(text))
  })

  it('show at most seven at once, over all groups; the others wait behind a tap that counts them', () => {
    const offers = [...many(5, 'right', { claim: 'entitlement' }), ...many(6, 'open')]
    const text = page(offers)
    expect(shown(seen(text))).toEqual(offers.slice(0, 7).map(({ id }) => id))
    expect(shown(text)).toHaveLength(11)
    expect(text).toContain(sayCount(setting.words, 'results.more', 4))
  })

  it('fold away what is open or refused, each with its reason', () => {
    const text = page([...one])
    expect(shown(seen(text))).not.toContain('refused')
    expect(shown(seen(text))).not.toContain('lacking')
    expect(text).toContain('Sie haben kein Kind.')
    expect(text).toContain('Sie wissen das nicht: Alter')
  })

  it('show the best card whole and fold the others down to their name and standing', () => {
    const whole = (id: string) => offerWith({ ...brief(id), summary: `Inhalt ${id}` })
    const text = page([whole('first'), whole('second')])
    expect(text).toMatch(/data-offer="first"[\s\S]*<details class="fold" open>[\s\S]*data-offer="second"/)
    expect(text.slice(text.indexOf('data-offer="second"'))).toContain('<details class="fold">')
  })

  it('say after many questions that one may stop, and how many more there are at most', () => {
    const progress = { answered: 17, remaining: 5 }
    expect(page([brief('open')], { progress, paused: true })).toContain(
      sayCount(setting.words, 'results.goOn', 5),
    )
    expect(page([brief('open')], { progress })).not.toContain(say(setting.words, 'results.paused'))
  })
})
