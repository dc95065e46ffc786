import fc from 'fast-check'
import { topics } from '../../src/facts/topics.ts'
import type {
  BriefOfferMessage,
  OfferMessage,
  QuestionMessage,
  TurnMessage,
} from '../../src/render/message.ts'
import type { Screen } from '../../widget/view/state.ts'

/** Which parts a screen has, without any of its texts. */
export interface Shape {
  readonly questionKind: QuestionMessage['kind'] | null
  readonly optionCount: number
  readonly hasExtras: boolean
  readonly isSensitive: boolean
  readonly isRevision: boolean
  readonly transcriptLength: number
  readonly wholeOffers: number
  readonly briefOffers: number
  readonly isOneOpen: boolean
  readonly isUrgent: boolean
  readonly hasError: boolean
  readonly saidCount: number
  readonly verdict: BriefOfferMessage['verdict']
  readonly status: OfferMessage['status']
  readonly openBecause: 'facts' | 'law' | 'office'
}

export const arbitraryShape: fc.Arbitrary<Shape> = fc.record({
  questionKind: fc.constantFrom('choice', 'choices', 'number', 'numbers', 'month', 'place', null),
  optionCount: fc.nat(3),
  hasExtras: fc.boolean(),
  isSensitive: fc.boolean(),
  isRevision: fc.boolean(),
  transcriptLength: fc.nat(2),
  wholeOffers: fc.nat(2),
  briefOffers: fc.nat(2),
  isOneOpen: fc.boolean(),
  isUrgent: fc.boolean(),
  hasError: fc.boolean(),
  saidCount: fc.nat(5),
  verdict: fc.constantFrom('eligible', 'undetermined', 'ineligible'),
  status: fc.constantFrom('active', 'restricted', 'ended'),
  openBecause: fc.constantFrom('facts', 'law', 'office'),
})

/** The text that stands in a place of a screen. */
type TextOf = (place: string) => string

const list = <T>(length: number, item: (index: number) => T): T[] =>
  Array.from({ length }, (_, index) => item(index))

/** A screen of a shape in which every text that reaches the page, keys among them, is made by `text`. */
export function screenOf(shape: Shape, text: TextOf): Screen {
  const turn: TurnMessage = {
    type: 'turn',
    lang: text('lang'),
    dir: 'ltr',
    transcript: list(shape.transcriptLength, index => ({
      question: text(`asked ${index}`),
      text: text(`asked text ${index}`),
      answer: { value: text('value'), text: text(`answer ${index}`) },
      ...(shape.hasExtras && { volunteered: true as const }),
    })),
    say: list(shape.saidCount, index => ({
      kind: (['info', 'understood', 'notUnderstood', 'search', 'urgent'] as const)[index % 5] ?? 'info',
      text: text(`said ${index}`),
      ...(shape.hasExtras && { question: text(`told ${index}`) }),
    })),
    question: shape.questionKind && questionOf(shape, shape.questionKind, text),
    ...(shape.hasExtras && { paused: true as const }),
    progress: { answered: shape.transcriptLength, remaining: shape.optionCount },
    offers: [
      ...list(shape.wholeOffers, index => wholeOf(shape, text, `whole ${index}`)),
      ...list(shape.briefOffers, index => briefOf(shape, text, `brief ${index}`)),
    ],
    counts: { eligible: shape.wholeOffers, undetermined: 1, ineligible: 2 },
    offer: shape.isOneOpen ? wholeOf(shape, text, 'one') : null,
    from: 0,
    urgent: shape.isUrgent
      ? {
          kind: text('danger'),
          text: text('urgent'),
          offers: [
            {
              id: text('line'),
              title: text('line title'),
              titleDe: text('line german'),
              contacts: contactsOf(text),
            },
          ],
        }
      : null,
    resume: text('resume'),
    facts: {},
  }
  return {
    turn,
    found: turn.offers,
    searched: shape.hasExtras ? turn.offers : [],
    fresh: shape.hasExtras ? turn.offers.map(({ id }) => id) : [],
    error: shape.hasError ? text('error') : null,
    entered: shape.hasError ? [['value', text('entered')]] : [],
    isUrgentKnown: shape.hasExtras,
    isStart: shape.transcriptLength === 0 && shape.saidCount === 0,
  }
}

function questionOf(shape: Shape, kind: QuestionMessage['kind'], text: TextOf): QuestionMessage {
  return {
    id: text('question'),
    fact: null,
    kind,
    text: text('question text'),
    why: text('why'),
    ...(shape.hasExtras && { hint: text('hint'), none: text('none') }),
    options: list(shape.optionCount, index => ({
      value: index === 2 ? true : text(`option ${index}`),
      label: text(`label ${index}`),
    })),
    skippable: true,
    ...(shape.hasExtras && {
      price: { count: 3, text: text('price'), titles: [text('dear'), text('dearer')] },
    }),
    ...(shape.isSensitive && { sensitive: true as const }),
    ...(shape.isRevision && { revision: true as const }),
  }
}

const briefOf = ({ verdict, openBecause }: Shape, text: TextOf, place: string): BriefOfferMessage => ({
  id: text(place),
  verdict,
  title: text(`${place} title`),
  titleDe: text(`${place} german`),
  claim: 'entitlement',
  ...(verdict === 'undetermined' && { openBecause: [openBecause] }),
  ...(verdict !== 'eligible' && { because: text(`${place} because`) }),
})

const withoutBecause = ({ because: _, ...brief }: BriefOfferMessage): BriefOfferMessage => brief

const wholeOf = (shape: Shape, text: TextOf, place: string): OfferMessage => ({
  ...withoutBecause(briefOf(shape, text, place)),
  summary: text(`${place} summary`),
  nextStep: text(`${place} next`),
  topics: [topics[0]],
  ...(shape.hasExtras && {
    notes: [text(`${place} note`)],
    documents: [text(`${place} document`)],
    responsible: { name: text(`${place} office`), unconfirmed: true as const },
    risks: (['care', 'fine'] as const).map(tone => ({
      tone,
      text: text(`${place} risk ${tone}`),
      advice: text(`${place} advice`),
      source: {
        title: text(`${place} risk source`),
        url: text(`${place} risk url`),
        checked: '2026-11-25',
      },
    })),
  }),
  reasons: (['met', 'failed', 'unknown'] as const).map(outcome => ({
    criterion: text('criterion'),
    outcome,
    text: text(`${place} ${outcome}`),
    ...(shape.hasExtras && outcome === 'failed' && { instead: text(`${place} instead`) }),
    source: text(`${place} source`),
    ...(shape.hasExtras && {
      answer: text(`${place} answer`),
      question: text(`${place} ${outcome} question`),
    }),
  })),
  provider: text(`${place} provider`),
  area: 'hesse',
  cost: 'free',
  contacts: contactsOf(text),
  sources: [
    {
      title: text(`${place} source`),
      url: text(`${place} url`),
      checked: '2026-11-21',
      ...(shape.hasExtras && { unconfirmed: true as const }),
    },
    { title: text(`${place} other source`), url: text(`${place} other url`), checked: '2026-11-20' },
  ],
  status: shape.status,
  translation: shape.hasExtras ? 'draft' : 'original',
  ...(shape.hasExtras && { shortened: true as const }),
})

const contactsOf = (text: TextOf): OfferMessage['contacts'] =>
  (['phone', 'url', 'email', 'address'] as const).map(kind => ({
    kind,
    value: text(`${kind} value`),
    label: text(`${kind} label`),
  }))
