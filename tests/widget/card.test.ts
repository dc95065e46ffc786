import { describe, expect, it } from 'vitest'
import type { OfferMessage } from '../../src/render/message.ts'
import { viewWords } from '../../src/server/pages/words.ts'
import { offerCard, standingOf } from '../../widget/view/card.ts'
import { offerWith } from '../support/messages.ts'
import { realContent } from '../support/service.ts'

const { speeches } = realContent()
const german = speeches.of('de')
const setting = {
  words: viewWords(german, german),
  icons: '/icons.svg',
  action: '/de/talk',
  resume: '',
}

const card = (more: Partial<OfferMessage>): string => String(offerCard(setting, offerWith(more)))

describe('where an offer stands', () => {
  const open = (claim: OfferMessage['claim'], ...openBecause: NonNullable<OfferMessage['openBecause']>) =>
    standingOf({ verdict: 'undetermined', claim, openBecause })

  it('is the kind of claim where it holds, and no where it does not', () => {
    for (const claim of ['entitlement', 'discretion', 'open'] as const) {
      expect(standingOf({ verdict: 'eligible', claim })).toBe(claim)
      expect(standingOf({ verdict: 'ineligible', claim })).toBe('ineligible')
    }
  })

  it('says who has the word where nothing else is open: who calculates, who decides, who can be asked', () => {
    expect([open('entitlement', 'office'), open('discretion', 'office'), open('open', 'office')]).toEqual([
      'office',
      'decides',
      'ask',
    ])
  })

  it('names a missing answer before the law, and the law before the office', () => {
    expect(open('discretion', 'facts', 'law', 'office')).toBe('facts')
    expect(open('open', 'law', 'office')).toBe('law')
  })
})

describe('a card', () => {
  it('names the office of the own place in German, and says where nobody has confirmed it', () => {
    const office = { name: 'Sozialamt, Stadt Hanau' }
    expect(card({ responsible: office })).toContain('<bdi lang="de">Sozialamt, Stadt Hanau</bdi>')
    expect(card({ responsible: office })).not.toContain(german.text('card.unconfirmed'))
    expect(card({ responsible: { ...office, unconfirmed: true } })).toContain(german.text('card.unconfirmed'))
    expect(card({})).not.toContain(german.text('card.responsible').split('{{')[0])
  })

  it('says of a reason that fails what is so instead', () => {
    const reason = {
      criterion: '0.1',
      outcome: 'failed',
      text: 'Sie sind noch nicht 18.',
      source: '',
    } as const
    const shown = card({ verdict: 'ineligible', reasons: [{ ...reason, instead: 'Sie sind schon 18.' }] })
    expect(shown).toContain('Sie sind schon 18.')
    expect(shown).not.toContain('Sie sind noch nicht 18.')
    expect(card({ verdict: 'ineligible', reasons: [reason] })).toContain(german.text('outcome.failed'))
  })

  const source = { title: 'AufenthG § 87', url: 'https://www.example.org/87', checked: '2026-11-25' }

  it('says what a claim means for residence, with its source, and leads to advice where care is needed', () => {
    const shown = card({
      risks: [{ tone: 'care', text: 'Ein Amt muss melden.', advice: 'advice-offer', source }],
    })
    expect(shown).toContain('Ein Amt muss melden.')
    expect(shown).toContain('href="https://www.example.org/87"')
    expect(shown).toContain(german.text('card.advice'))
    expect(shown).toContain('value="advice-offer"')
  })

  it('leads nowhere where there is no need to worry, and says nothing where nothing is to be said', () => {
    const calm = card({ risks: [{ tone: 'fine', text: 'Das schadet nicht.', source }] })
    expect(calm).toContain('Das schadet nicht.')
    expect(calm).not.toContain(german.text('card.advice'))
    expect(card({})).not.toContain(german.text('card.risks'))
  })

  it('leads on from what has ended', () => {
    const ended = card({ status: 'ended', successor: 'newer-help' })
    expect(ended).toContain('value="newer-help"')
    expect(ended).toContain(german.text('card.successor'))
    expect(card({})).not.toContain(german.text('card.successor'))
  })

  it('puts no text of a risk into the page unescaped', () => {
    const text = '<img src=x onerror=alert(1)>'
    expect(card({ risks: [{ tone: 'care', text, source }], responsible: { name: text } })).not.toContain(
      '<img',
    )
  })
})
