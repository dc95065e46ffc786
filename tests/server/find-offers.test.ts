import { describe, expect, it } from 'vitest'
import { day } from '../../src/facts/day.ts'
import { factsOfPlace } from '../../src/facts/places.ts'
import type { Facts } from '../../src/facts/schema.ts'
import type { Topic } from '../../src/facts/topics.ts'
import { findOffers, isThere } from '../../src/server/find-offers.ts'
import { realContent } from '../support/service.ts'

const content = realContent()
const today = day('2026-11-21')

const find = (
  query: string,
  { lang = 'de', facts = {}, topic }: { lang?: string; facts?: Facts; topic?: Topic } = {},
) => findOffers(content, { query, lang, topic, facts, limit: 20 }, today)
const ids = (query: string, wishes = {}) => find(query, wishes).found.map(({ offer }) => offer.id)

describe('the offers for what somebody typed', () => {
  it('come with where the person lives, where the query says so', () => {
    expect(find('Wohngeld Kassel').facts).toEqual({ kreis: '06611', gemeinde: '06611000' })
    expect(ids('Wohngeld Kassel')[0]).toBe('wohngeld')
    expect(find('курси німецької у Франкфурті', { lang: 'uk' }).facts.kreis).toBe('06412')
  })

  it('keep to the place that the page knows, whatever the query names', () => {
    const facts = factsOfPlace('06412000')
    expect(find('Wohngeld Kassel', { facts }).facts).toEqual(facts)
  })

  it('are there for people of the place, and of the topic that was chosen', () => {
    for (const kreis of ['06412', '06611', '06535']) {
      const { found } = find('Beratung für Frauen', { facts: { kreis } })
      expect(found.filter(({ offer }) => !isThere(offer, { kreis }))).toEqual([])
    }
    const { found } = find('Deutschkurs', { topic: 'german' })
    expect(found.length).toBeGreaterThan(1)
    expect(found.filter(({ offer }) => !offer.topics.includes('german'))).toEqual([])
  })

  it('that have ended stand behind what there is instead', () => {
    const ended = content.world.offers.filter(({ status, successor }) => status === 'ended' && successor)
    expect(ended.length).toBeGreaterThan(0)
    for (const { id, titleDe, successor } of ended) {
      const list = ids(titleDe)
      expect([id, list.includes(id), list.indexOf(successor ?? '') < list.indexOf(id)]).toEqual([
        id,
        true,
        true,
      ])
      expect(list).toContain(successor)
    }
  })

  it('come best first, each once', () => {
    for (const query of ['Kindergeld', 'Beratung', 'Geld für Kinder', 'mein Mann schlägt mich', 'курсы']) {
      const { found } = find(query)
      expect(new Set(found.map(({ offer }) => offer.id)).size).toBe(found.length)
    }
  })
})

describe('after a search', () => {
  it('the two questions that tell most about what was found are named', () => {
    const { nextFacts, found } = find('Geld für mein Kind')
    expect(nextFacts).toHaveLength(2)
    expect(new Set(nextFacts).size).toBe(2)
    expect(found.length).toBeGreaterThan(0)
  })

  it('no question is named that is answered, and none where nothing was found', () => {
    const facts: Facts = { kreis: '06412', childrenAges: [4] }
    for (const query of ['Geld für mein Kind', 'Kita', 'Deutschkurs'])
      expect(find(query, { facts }).nextFacts.filter(fact => fact in facts)).toEqual([])
    expect(find('xqzw').nextFacts).toEqual([])
  })
})

describe('a query', () => {
  it('is said to be sure where it names an offer, and not where it may mean one', () => {
    expect([find('Kindergeld').isSure, find('xqzw').isSure]).toEqual([true, false])
  })

  it('is shown as it was read where a word was mistyped', () => {
    expect(find('Wohngled').meant).toBe('Wohngeld')
    expect(find('Bitte Kinderzuschalg!').meant).toBe('Bitte Kinderzuschlag!')
    expect(find('Wohngeld').meant).toBeUndefined()
  })

  it('that tells of danger brings up help before everything else', () => {
    const { found, danger } = find('mein Mann schlägt mich und ich brauche Wohngeld')
    expect(danger?.kind).toBe('violence')
    expect(found.slice(0, danger?.offers.length).map(({ offer }) => offer.id)).toEqual(danger?.offers)
  })
})
