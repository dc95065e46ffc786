import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Conversation } from '../../../src/dialogue/conversation.ts'
import { newCode } from '../../../src/server/handover/code.ts'
import { createDerive } from '../../../src/server/handover/derive.ts'
import { createHandovers, type Handovers } from '../../../src/server/handover/handovers.ts'
import { openStorage, type Storage } from '../../../src/storage/open.ts'

const hour = 60 * 60 * 1000
let now = Date.UTC(2026, 10, 26, 12)
let storage: Storage
let handovers: Handovers
beforeAll(async () => {
  storage = await openStorage({ file: ':memory:' })
  handovers = createHandovers({
    store: storage.handovers,
    tries: storage.tries,
    secret: 'a secret',
    now: () => now,
  })
})
afterAll(() => storage.close())

const conversation: Conversation = {
  lang: 'fa',
  answers: [
    { question: 'topics', value: ['family'] },
    { question: 'residence', value: 'toleration' },
    { question: 'childrenAges', value: [1, 4] },
  ],
}
const make = async (
  picked: readonly ('topics' | 'residence' | 'childrenAges')[] = ['topics', 'childrenAges'],
) => {
  const made = await handovers.make(conversation, new Set(picked))
  if (made === 'busy') throw new TypeError('busy')
  return made
}

describe('a hand-over', () => {
  it('holds the picked answers and no others', async () => {
    const { code } = await make()
    expect(await handovers.open(code, 'a')).toEqual({
      lang: 'fa',
      answers: [conversation.answers[0], conversation.answers[2]],
    })
  })

  it('tells the person whether it was opened', async () => {
    const { code, ends } = await make()
    expect(await handovers.standing(code, 'a')).toEqual({ ends, opened: undefined })
    await handovers.open(code, 'b')
    expect(await handovers.standing(code, 'a')).toEqual({ ends, opened: now })
  })

  it('can be ended by the person, and then opens nothing', async () => {
    const { code } = await make()
    expect(await handovers.end(code, 'a')).toBe(true)
    expect(await handovers.open(code, 'b')).toBe('ended')
    expect(await handovers.standing(code, 'a')).toBe('ended')
  })

  it('lives for 24 hours', async () => {
    const { code, ends } = await make()
    expect(ends - now).toBe(24 * hour)
    const before = now
    now += 24 * hour - 60_000
    expect(typeof (await handovers.open(code, 'a'))).toBe('object')
    now = ends
    expect(await handovers.open(code, 'a')).toBe('expired')
    now = before
  })

  it('opens with no other code, and says what is wrong with one', async () => {
    await make()
    expect(await handovers.open(newCode(), 'a')).toBe('unknown')
    expect(await handovers.open('ABCD', 'a')).toBe('length')
    expect(await handovers.open('0000-0000-00001', 'a')).toBe('mistyped')
  })

  it('opens nowhere without the server’s secret, though all of the database be there', async () => {
    const { code } = await make()
    const thief = createHandovers({
      store: storage.handovers,
      tries: storage.tries,
      secret: 'another secret',
      now: () => now,
    })
    expect(await thief.open(code, 'a')).toBe('unknown')
  })

  it('opens after the secret was changed, while the one before is known', async () => {
    const { code } = await make()
    const renewed = createHandovers({
      store: storage.handovers,
      tries: storage.tries,
      secret: 'a new secret',
      previousSecret: 'a secret',
      now: () => now,
    })
    expect(typeof (await renewed.open(code, 'a'))).toBe('object')
  })

  it('can’t be guessed for long: tries are limited by address, and wrong characters cost nothing', async () => {
    const { code } = await make()
    const guarded = createHandovers({
      store: storage.handovers,
      tries: storage.tries,
      secret: 'a secret',
      now: () => now,
    })
    for (let at = 0; at < 100; at++) expect(await guarded.open('0000-0000-00001', 'thief')).toBe('mistyped')
    const tries = []
    for (let at = 0; at < 32; at++) tries.push(await guarded.open(newCode(), 'thief'))
    expect(tries.filter(tried => tried === 'unknown')).toHaveLength(30)
    expect(tries.at(-1)).toBe('tooMany')
    expect(typeof (await guarded.open(code, 'somebody else'))).toBe('object')
  })
})

describe('a derivation', () => {
  it('gives the same for the same code and secret, and nothing alike for others', async () => {
    const [code, other] = [newCode(), newCode()]
    const derive = createDerive('a secret')
    const first = await derive(code)
    expect(await derive(code)).toEqual(first)
    expect(await derive(other)).not.toEqual(first)
    expect(await createDerive('another')(code)).not.toEqual(first)
    expect(first?.id).not.toBe(first?.key)
    expect(JSON.stringify(first)).not.toContain(code)
  })

  it('is refused where too many wait, and never blocks what else the server does', async () => {
    const derive = createDerive('a secret')
    let beats = 0
    const heart = setInterval(() => {
      beats += 1
    }, 5)
    const all = await Promise.all(Array.from({ length: 60 }, () => derive(newCode())))
    clearInterval(heart)
    expect(all.filter(derived => derived === undefined).length).toBeGreaterThan(0)
    expect(all.filter(derived => derived !== undefined).length).toBeGreaterThanOrEqual(40)
    expect(beats).toBeGreaterThan(20)
  })
})
