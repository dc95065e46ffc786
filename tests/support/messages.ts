import type { OfferMessage, TurnMessage } from '../../src/render/message.ts'

/** A turn in which nothing was said and nothing is known, but for what is given. */
export const turnWith = (more: Partial<TurnMessage> = {}): TurnMessage => ({
  type: 'turn',
  lang: 'de',
  dir: 'ltr',
  transcript: [],
  say: [],
  question: null,
  progress: { answered: 0, remaining: 0 },
  offers: [],
  counts: { eligible: 0, undetermined: 0, ineligible: 0 },
  offer: null,
  from: 0,
  urgent: null,
  resume: '',
  facts: {},
  ...more,
})

/** An offer with everything that it must have, and what is given. */
export const offerWith = (more: Partial<OfferMessage> = {}): OfferMessage => ({
  id: 'help',
  title: 'Hilfe',
  titleDe: 'Hilfe',
  summary: 'Hilfe für alle.',
  nextStep: 'Kommen Sie.',
  topics: ['money'],
  claim: 'entitlement',
  provider: 'Sozialamt',
  area: 'kreis',
  cost: 'free',
  contacts: [],
  sources: [],
  status: 'active',
  translation: 'original',
  ...more,
})
