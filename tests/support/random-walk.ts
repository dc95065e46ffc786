import fc from 'fast-check'
import { isQuestionId, questionForm } from '../../src/dialogue/question.ts'
import type { Message, QuestionMessage, TurnMessage } from '../../src/render/message.ts'
import type { SentEvent } from './doors.ts'

/** What somebody does next, before it is known what is asked: two numbers settle what is chosen. */
export interface Move {
  readonly kind:
    | 'answer'
    | 'skip'
    | 'wrong'
    | 'back'
    | 'change'
    | 'revise'
    | 'retract'
    | 'language'
    | 'say'
    | 'results'
    | 'offer'
    | 'forget'
  readonly a: number
  readonly b: number
}

const chances: { readonly [K in Move['kind']]: number } = {
  answer: 16,
  skip: 4,
  wrong: 1,
  back: 2,
  change: 3,
  revise: 1,
  retract: 1,
  language: 2,
  say: 3,
  results: 2,
  offer: 1,
  forget: 1,
}

const moveOf = (kind: Move['kind']): fc.Arbitrary<Move> =>
  fc.tuple(fc.nat(1023), fc.nat(1023)).map(([a, b]) => ({ kind, a, b }))

/** A person who does this and that: mostly answers what is asked. */
export const arbitraryMoves = (
  maxLength: number,
  kinds: readonly Move['kind'][] = Object.keys(chances) as Move['kind'][],
): fc.Arbitrary<readonly Move[]> =>
  fc.array(fc.oneof(...kinds.map(kind => ({ weight: chances[kind], arbitrary: moveOf(kind) }))), {
    maxLength,
    size: 'max',
  })

/** How a conversation begins. */
export const arbitraryStart = (
  languages: readonly string[],
): fc.Arbitrary<SentEvent & { readonly lang: string }> =>
  fc.record(
    {
      type: fc.constant('start'),
      lang: fc.constantFrom(...languages),
      // Safety is soon told, so that many conversations come to their end.
      topics: fc.oneof(
        fc.constant(['safety']),
        fc.subarray(['family', 'money', 'work', 'german', 'housing', 'safety'], { minLength: 1 }),
      ),
      kreis: fc.constantFrom('06412', '60311', 'Kassel'),
    },
    { requiredKeys: ['type', 'lang'], noNullPrototype: true },
  )

/** Where a person stands: the question before them, and all that they said so far. */
export interface Stand {
  readonly question: QuestionMessage | null
  readonly transcript: TurnMessage['transcript']
}

export const nowhere: Stand = { question: null, transcript: [] }

/** The stand after a message: an error leaves everything as it was. */
export const standAfter = (before: Stand, message: Message): Stand =>
  message.type === 'error'
    ? before
    : {
        question: message.question,
        transcript: [...before.transcript.slice(0, message.from), ...message.transcript],
      }

interface Surroundings {
  readonly languages: readonly string[]
  readonly offers: readonly string[]
}

/** Places by key, postal code and name; one that is several, and one that is nowhere. */
const places = ['06412', '60311', 'Kassel', '35390', 'Neustadt', '34117', 'Offenbach', '99999', '06411000']

/** What people write, in answer to whatever is asked. */
const texts = [
  'ja',
  'nein',
  'weiß nicht',
  'möchte ich nicht sagen',
  'zwei Kinder, 3 und 5 Jahre',
  '34',
  'Wohngeld',
  'Ich suche einen Deutschkurs',
  'mein Mann schlägt mich',
  'Ich bin schwanger und suche Arbeit',
  'чоловік пішов від мене, двоє дітей',
  'так',
  'دورة لغة ألمانية',
  'I need help with my rent',
  'Mai 2023',
  'Frankfurt',
  'qwrtzpsd fghjkl',
  '<b>"&amp;\'</b>',
  '',
]

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % list.length]

/** The event that a move is, for somebody who stands there. What can't be done there becomes something that can. */
export function eventOf(move: Move, { question, transcript }: Stand, around: Surroundings): SentEvent {
  const { kind, a, b } = move
  switch (kind) {
    case 'answer':
      if (!question) return { type: 'results' }
      return sent(question, { value: valueFor(question, a, b) })
    case 'skip':
      if (!question) return { type: 'back' }
      return sent(question, { value: null, because: a % 2 === 0 ? 'unknown' : 'refused' })
    case 'wrong':
      if (!question) return { type: 'offer', id: 'no-such-offer' }
      return sent(question, { value: 'no such value' })
    case 'change': {
      const id = pick(transcript, a)?.question
      if (id === undefined || !isQuestionId(id)) return { type: 'back' }
      const form = questionForm(id)
      const options = form.options.map(value => ({ value }))
      return { type: 'change', question: id, kind: form.kind, value: valueFor({ ...form, options }, b, a) }
    }
    case 'revise':
      return { type: 'revise', question: pick(transcript, a)?.question ?? 'pregnant' }
    case 'retract':
      return { type: 'retract', questions: [pick(transcript, a)?.question ?? 'pregnant'] }
    case 'language':
      return { type: 'language', lang: pick([...around.languages, 'de-AT', 'xx'], a) }
    case 'say':
      return {
        type: 'say',
        text: pick(texts, a),
        ...(question?.revision && { question: question.id }),
      }
    case 'offer':
      return { type: 'offer', id: pick(around.offers, a) }
    case 'back':
    case 'results':
    case 'forget':
      return { type: kind }
    default:
      return kind satisfies never
  }
}

/** A question that was put again is answered by a change. `kind` is for forms alone. */
const sent = ({ id, kind, revision }: QuestionMessage, answer: object): SentEvent => ({
  type: revision ? 'change' : 'answer',
  question: id,
  kind,
  ...answer,
})

/** The event as it goes over WebSocket and HTTP: forms alone name the kind of question. */
export const wireEvent = ({ kind: _, ...event }: SentEvent): SentEvent => event

interface Choice {
  readonly kind: QuestionMessage['kind']
  readonly options: readonly { readonly value: string | boolean }[]
  readonly min?: number
  readonly max?: number
}

function valueFor({ kind, options, min = 0, max = 0 }: Choice, a: number, b: number): unknown {
  switch (kind) {
    case 'choice':
      return pick(options, a)?.value
    case 'choices':
      return options.filter((_, index) => (a >> index) % 2 === 1).map(({ value }) => value)
    case 'number':
      return min + (a % (Math.min(max, 120) - min + 1))
    case 'numbers':
      return Array.from({ length: a % 4 }, (_, index) => (b + index * 7) % 20)
    case 'month':
      return `${1990 + (a % 37)}-${String((b % 12) + 1).padStart(2, '0')}`
    case 'place':
      return options.length > 0 ? pick(options, a)?.value : pick(places, a)
    default:
      return kind satisfies never
  }
}
