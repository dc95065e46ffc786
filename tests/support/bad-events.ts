import fc from 'fast-check'
import type { World } from '../../src/turn/world.ts'

/** Something that a client should not have sent, with the fault that has to be named. */
export interface BadEvent {
  readonly event: unknown
  readonly code: string
  readonly field: string
}

const bad =
  (code: string, field: string) =>
  (event: unknown): BadEvent => ({ event, code, field })

/** One event of each kind as it should be. */
const good = {
  start: { type: 'start', lang: 'de', topics: ['money'], kreis: '06412', resume: 'x' },
  answer: { type: 'answer', question: 'pregnant', value: true, because: 'unknown' },
  say: { type: 'say', text: 'Wohngeld' },
  back: { type: 'back' },
  change: { type: 'change', question: 'topics', value: ['money'], because: 'refused' },
  revise: { type: 'revise', question: 'topics' },
  retract: { type: 'retract', questions: ['pregnant'] },
  language: { type: 'language', lang: 'de' },
  results: { type: 'results' },
  offer: { type: 'offer', id: 'wohngeld' },
  keep: { type: 'keep', wanted: true },
  forget: { type: 'forget' },
} as const

const optional: ReadonlySet<string> = new Set(['topics', 'kreis', 'resume', 'because'])
const goodEvents = fc.constantFrom<{ readonly type: string; readonly [field: string]: unknown }>(
  ...Object.values(good),
)

/** Arrays in arrays, or objects in objects, as deep as a frame allows. */
const deep = (depth: number, open: string, close: string): unknown =>
  JSON.parse(`${open.repeat(depth)}0${close.repeat(depth)}`)
const deepValues = fc
  .tuple(fc.integer({ min: 2, max: 3000 }), fc.constantFrom(['[', ']'], ['{"a":', '}']))
  .map(([depth, [open = '', close = '']]) => deep(depth, open, close))

/** Values that fit no field of any event. */
const unfit = fc.oneof(
  fc.constantFrom<unknown>({}, { length: 1 }, [{}], [[]], [null], { toString: 'x' }),
  deepValues,
  fc.array(fc.nat(9), { minLength: 65, maxLength: 200 }),
)

const wrongTypes = goodEvents
  .filter(event => Object.keys(event).length > 1)
  .chain(event =>
    fc
      .tuple(fc.constantFrom(...Object.keys(event).filter(name => name !== 'type')), unfit)
      .map(([field, value]) => bad('event.invalid', field)({ ...event, [field]: value })),
  )

const missingFields = goodEvents.chain(event => {
  const required = Object.keys(event).filter(name => name !== 'type' && !optional.has(name))
  if (required.length === 0) return fc.constant(bad('event.unknown', 'type')({ ...event, type: undefined }))
  return fc
    .constantFrom(...required)
    .map(field => bad('event.invalid', field)({ ...event, [field]: undefined }))
})

const extraFields = fc
  .tuple(goodEvents, fc.stringMatching(/^[a-z]{1,12}X$/), fc.jsonValue())
  .map(([event, field, value]) => bad('event.invalid', field)({ ...event, [field]: value }))

const unknownTypes = fc
  .oneof(
    fc.string({ unit: 'binary' }).filter(type => !Object.hasOwn(good, type) && type !== 'handover'),
    fc.constantFrom<unknown>('__proto__', 'constructor', 'Answer', 'answer ', null, 0, true, ['back'], {}),
    deepValues,
  )
  .map(type => bad('event.unknown', 'type')({ type }))

const noEvents = fc
  .oneof(
    fc.constantFrom<unknown>(null, [], 0, '', 'back', true, [{ type: 'back' }]),
    deepValues.filter(Array.isArray),
  )
  .map(bad('event.invalid', 'event'))

const unknownQuestions = fc
  .tuple(
    fc.constantFrom(good.answer, good.change, good.revise),
    fc.oneof(
      fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'Age', 'age ', 'wohngeld'),
      fc.stringMatching(/^[a-z]{1,60}Y$/),
    ),
  )
  .map(([event, question]) => bad('question.unknown', 'question')({ ...event, question }))

const unanswered = fc
  .constantFrom(good.change, good.revise)
  .map(event => bad('question.notAnswered', 'question')({ ...event, question: 'addiction', value: true }))
  .map(({ event, ...fault }) => ({
    ...fault,
    event:
      (event as { readonly type: string }).type === 'revise'
        ? { type: 'revise', question: 'addiction' }
        : event,
  }))

const unknownOffers = fc
  .oneof(
    fc.constantFrom('__proto__', 'constructor', 'Wohngeld', '../wohngeld'),
    fc.stringMatching(/^[a-z-]{1,90}Z$/),
  )
  .map(id => bad('offer.unknown', 'id')({ type: 'offer', id }))

const unknownTopics = fc
  .constantFrom('astronomy', '__proto__', 'Money', '')
  .map(topic =>
    bad('topic.unknown', 'topics')({ ...good.start, resume: undefined, topics: ['money', topic] }),
  )

const unknownPlaces = fc
  .constantFrom('99999', '09162', 'qqqqqqqq', '', '06999')
  .map(kreis => bad('place.unknown', 'kreis')({ ...good.start, resume: undefined, kreis }))

const longTexts = fc
  .tuple(fc.constantFrom('x', 'ж', 'ع', '\u202e', '😀', '\u0000', ' '), fc.integer({ min: 2001, max: 5000 }))
  .map(([letter, length]) => bad('text.tooLong', 'text')({ type: 'say', text: letter.repeat(length) }))

const unknownLanguages = ({ language }: World) =>
  fc
    .oneof(
      fc.constantFrom('xx', '__proto__', 'constructor', 'd-e', 'zz-de', '  '),
      fc
        .string({ unit: 'binary', minLength: 2, maxLength: 35 })
        .filter(tag => tag.length >= 2 && tag.length <= 35),
    )
    .filter(tag => language(tag) === undefined)
    .chain(lang => fc.constantFrom<object>({ type: 'language', lang }, { type: 'start', lang }))
    .map(bad('language.unknown', 'lang'))

/** Values that a question of the family's dialogue does not take, where `topics` and `childrenAges` are answered. */
const unfitAnswers = fc
  .constantFrom<readonly [question: string, ...values: readonly unknown[]]>(
    [
      'childrenAges',
      [121],
      [-1],
      [1.5],
      ['4'],
      4,
      true,
      'vier',
      Array.from({ length: 21 }, () => 1),
      ['__proto__'],
    ],
    ['topics', ['astronomy'], [''], 'money', true, 7, [5]],
  )
  .chain(([question, ...values]) =>
    fc
      .constantFrom(...values)
      .map(value => bad('value.invalid', 'value')({ type: 'change', question, value })),
  )

const unfitTokens = fc.oneof(
  fc.base64String({ minLength: 1, maxLength: 400 }),
  fc.string({ unit: 'binary', minLength: 1 }),
)

/** Anything that should not have been sent to somebody who chose topics and told the ages of their children. */
export const arbitraryBadEvent = (world: World): fc.Arbitrary<BadEvent> =>
  fc.oneof(
    wrongTypes,
    missingFields,
    extraFields,
    unknownTypes,
    noEvents,
    unknownQuestions,
    unanswered,
    unknownOffers,
    unknownTopics,
    unknownPlaces,
    longTexts,
    unknownLanguages(world),
    unfitAnswers,
    unfitTokens.map(resume => bad('resume.invalid', 'resume')({ type: 'start', lang: 'de', resume })),
  )

/** Frames that are no JSON. */
export const arbitraryBrokenJson: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(
      goodEvents.map(event => JSON.stringify(event)),
      fc.nat(),
    )
    .map(([json, at]) => json.slice(0, at % json.length)),
  fc.string({ unit: 'binary' }).filter(isNoJson),
  fc.integer({ min: 1, max: 30_000 }).map(depth => '['.repeat(depth)),
  fc.constantFrom('undefined', 'NaN', "{'type':'back'}", '{"type":"back"}{"type":"back"}'),
)

/** Frames with the names of prototypes: nothing may come of them. */
export const arbitraryPrototypeFrame: fc.Arbitrary<string> = fc.constantFrom(
  '{"__proto__":{"type":"back"}}',
  '{"type":"back","__proto__":{"polluted":true}}',
  '{"type":"back","constructor":{"prototype":{"polluted":true}}}',
  '{"type":"say","text":"x","__proto__":null}',
  '{"type":"answer","question":"pregnant","value":{"__proto__":{"polluted":true}}}',
  '{"type":"start","lang":"de","topics":{"__proto__":["money"]}}',
  '{"type":"change","question":"__proto__","value":true}',
)

function isNoJson(text: string): boolean {
  try {
    JSON.parse(text)
    return false
  } catch {
    return true
  }
}
