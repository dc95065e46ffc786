import { describe, expect, it } from 'vitest'
import { type Counted, counted, countedSearch, tellsOfViolence } from '../../src/counsel/counted.ts'
import type { Conversation } from '../../src/dialogue/conversation.ts'
import { day } from '../../src/facts/day.ts'
import { createCounting } from '../../src/server/counting.ts'
import type { TallyRow } from '../../src/storage/schema.ts'
import type { Event } from '../../src/turn/event.ts'
import { emptyConversation, turn } from '../../src/turn/step.ts'
import { noon, realContent } from '../support/service.ts'

const { world, termOf } = realContent()
const today = day('2026-11-21')

interface Taken {
  readonly conversation: Conversation
  readonly items: readonly Counted[]
  readonly question: string | undefined
}

/** Takes a step and gives what it counts. */
function take(conversation: Conversation, event: Event): Taken {
  const result = turn(world, conversation, event, today)
  if (!result.ok) throw new TypeError(`no step: ${result.fault.code}`)
  return {
    conversation: result.conversation,
    items: counted(world, { event, ...result }, termOf),
    question: result.turn.question?.id,
  }
}

const begin = (...topics: readonly string[]) =>
  take(emptyConversation('de'), { type: 'answer', question: 'topics', value: [...topics] })
const skip = ({ conversation, question = '' }: Taken, because: 'unknown' | 'refused' = 'unknown') =>
  take(conversation, { type: 'answer', question, value: null, because })
const of = (items: readonly Counted[], kind: string) =>
  items.filter(item => item.kind === kind).map(({ subject }) => subject)

/** A person who skips every question, step by step. */
function* skipping(first: Taken): Generator<Taken> {
  for (let at = first; at.question !== undefined; ) {
    at = skip(at)
    yield at
  }
}

describe('what a step counts', () => {
  it('is the topics when they are chosen, each once', () => {
    const first = begin('family', 'work')
    expect(of(first.items, 'topic')).toEqual(['family', 'work'])
    expect(of(first.items, 'stage')).toEqual(['chosen'])
    const more = take(first.conversation, { type: 'change', question: 'topics', value: ['family', 'money'] })
    expect(of(more.items, 'topic')).toEqual(['money'])
  })

  it('is the beginning with the first answer, with its question as asked and skipped, and the next as asked', () => {
    const first = begin('family')
    const second = skip(first, 'refused')
    expect(of(second.items, 'stage')).toEqual(['begun'])
    expect(of(second.items, 'questionRefused')).toEqual([first.question])
    expect(of(second.items, 'questionAsked')).toEqual([first.question, second.question])
    expect(of(skip(second).items, 'questionUnknown')).toEqual([second.question])
  })

  it('is each question at most once as asked and once as ended, and the results once, over a whole interview', () => {
    const first = begin('family', 'work', 'money', 'housing')
    const items = [...skipping(first)].flatMap(({ items }) => items)
    const asked = of(items, 'questionAsked')
    expect(new Set(asked).size).toBe(asked.length)
    expect([...of(items, 'questionUnknown')].sort()).toEqual([...asked].sort())
    expect(of(items, 'stage')).toEqual(['begun', 'results'])
  })

  it('is an offer when it newly fits, and never again when the page is drawn anew', () => {
    const first = begin('family')
    let at = first
    const shown: string[] = []
    for (at of skipping(first)) shown.push(...of(at.items, 'offerShown'))
    expect(shown.length).toBeGreaterThan(0)
    expect(new Set(shown).size).toBe(shown.length)
    const repaints: readonly Event[] = [
      { type: 'results' },
      { type: 'language', lang: 'uk' },
      { type: 'start', lang: 'de' },
      { type: 'keep', wanted: true },
      { type: 'back' },
      { type: 'revise', question: 'topics' },
      { type: 'handover', facts: ['topics'] },
      { type: 'forget' },
    ]
    for (const event of repaints) expect(take(at.conversation, event).items, event.type).toEqual([])
  })

  it('is an offer that was opened, in the Kreis that the person has named', () => {
    const there = take(emptyConversation('de'), { type: 'start', lang: 'de', kreis: '06412' })
    const { items } = take(there.conversation, { type: 'offer', id: 'wohngeld' })
    expect(items).toEqual([{ kreis: '06412', lang: 'de', kind: 'offerOpened', subject: 'wohngeld' }])
  })

  it('tells nothing of violence by Kreis or language: no topic, no offer, no question', () => {
    const there = take(emptyConversation('uk'), { type: 'start', lang: 'uk', kreis: '06412' })
    const chosen = take(there.conversation, { type: 'answer', question: 'topics', value: ['safety'] })
    const items = [
      ...chosen.items,
      ...[...skipping(chosen)].flatMap(({ items }) => items),
      ...take(chosen.conversation, { type: 'offer', id: 'frauenhaus' }).items,
    ]
    const quiet = items.filter(
      ({ kind, subject }) =>
        subject === 'safety' ||
        subject === 'affectedByViolence' ||
        (kind.startsWith('offer') &&
          world.offers.some(offer => offer.id === subject && tellsOfViolence(offer))),
    )
    expect(quiet.length).toBeGreaterThan(2)
    for (const { kreis, lang } of quiet) expect([kreis, lang]).toEqual(['', ''])
  })

  it('never tells a protected answer by its Kreis, though the offer fits because of it', () => {
    const there = take(emptyConversation('de'), { type: 'start', lang: 'de', kreis: '06412' })
    const chosen = take(there.conversation, {
      type: 'answer',
      question: 'topics',
      value: ['health', 'money'],
    })
    const shown = [...skipping(chosen)]
      .flatMap(({ items }) => items)
      .filter(({ kind }) => kind === 'offerShown')
    const isProtected = (id: string) =>
      world.offer(id)?.rule.facts.some(fact => fact !== 'gemeinde' && world.sensitive.has(fact)) ?? false
    for (const { kreis, subject } of shown) if (isProtected(subject)) expect(kreis, subject).toBe('')
  })

  it('is the one known word of a text that finds nothing, and nothing where none is known or danger is heard', () => {
    const said = (text: string) => take(begin('family').conversation, { type: 'say', text }).items
    expect(said('Pizzaofen Wolfhagen 0171234567 Kirsebom')).toEqual([
      { kreis: '', lang: 'de', kind: 'search', subject: 'pizza' },
    ])
    expect(said('qwertzuiop')).toEqual([])
    expect(of(said('mein Mann schlägt mich'), 'search')).toEqual([])
  })
})

describe('a search beyond a conversation', () => {
  const search = { text: 'Katzenfutter', lang: 'de', facts: {}, found: [], isOfDanger: false }

  it('counts the offers that it brings up, or the word that it finds nothing for', () => {
    expect(of(countedSearch(search, world, termOf), 'search')).toEqual(['katzenfutter'])
    const found = world.offers.slice(0, 3)
    expect(of(countedSearch({ ...search, found }, world, termOf), 'offerShown')).toEqual(
      found.map(({ id }) => id),
    )
    expect(countedSearch({ ...search, isOfDanger: true }, world, termOf)).toEqual([])
  })
})

describe('the word that may be counted', () => {
  it('is no name, no number and no place, however known they are as words', () => {
    for (const text of [
      'Rose Richter',
      'Надежда',
      'Kurt Sommer',
      '34117',
      'Kassel',
      'Darmstadt-Dieburg',
      'Frauenhaus',
      '',
    ])
      expect(termOf(text), text).toBeUndefined()
  })

  it('is the same for the same words in any order', () => {
    expect(termOf('Sauna Pizza')).toBe(termOf('pizza SAUNA'))
  })
})

describe('counting', () => {
  const item: Counted = { kreis: '', lang: 'de', kind: 'topic', subject: 'work' }
  const made = (addAll: (rows: readonly TallyRow[]) => Promise<void>) => {
    const logged: string[] = []
    const none = async () => []
    const store = {
      addAll,
      add: async () => undefined,
      sums: none,
      all: none,
      replace: async () => undefined,
      purge: async () => 0,
    }
    const log = { error: (_: object, message: string) => void logged.push(message) }
    return { logged, counting: createCounting({ content: { world, termOf }, store, now: () => noon, log }) }
  }

  it('writes sums once, with the day in Hesse', async () => {
    const written: TallyRow[][] = []
    const { counting } = made(async rows => void written.push([...rows]))
    for (let at = 0; at < 3; at++) counting.count(() => [item])
    await counting.flush()
    await counting.flush()
    expect(written).toEqual([[{ ...item, day: '2026-11-21', count: 3 }], []])
  })

  it('loses counts where the database or the counting fails, and nothing else', async () => {
    const { counting, logged } = made(async () => {
      throw new TypeError('no database')
    })
    counting.count(() => {
      throw new TypeError('a bug')
    })
    counting.count(() => [item])
    await counting.flush()
    expect(logged).toEqual(['counting failed', 'counts lost'])
  })
})
