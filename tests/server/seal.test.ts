import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer, Conversation } from '../../src/dialogue/conversation.ts'
import { type QuestionId, questionForm } from '../../src/dialogue/question.ts'
import { createSeal, keptLife, tokenLife } from '../../src/server/seal.ts'
import { allQuestions, arbitraryConversation } from '../support/arbitrary-conversation.ts'

const seal = createSeal('a secret that the tests share')
const moments = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2040, 0, 1) })
const now = Date.UTC(2026, 10, 21, 12, 0, 30)

const small: Conversation = {
  lang: 'uk',
  answers: [
    { question: 'childrenAges', value: [1, 4] },
    { question: 'pregnant', value: null, because: 'refused' },
  ],
}

/** Seals answers that a later or earlier release of the service may have known. */
const sealAnything = (answers: readonly { readonly question: string; readonly value: unknown }[]): string =>
  seal.seal({ lang: 'de', answers: answers as readonly Answer[] }, now)

describe('a sealed conversation', () => {
  it('comes back as it was, as long as it lives', () => {
    fc.assert(
      fc.property(
        arbitraryConversation,
        moments,
        fc.integer({ min: 0, max: tokenLife - 1 }),
        (conversation, moment, later) => {
          const token = seal.seal(conversation, moment)
          expect(seal.open(token, moment + later)).toStrictEqual(conversation)
        },
      ),
    )
  })

  it('lives for 24 hours, and not a minute more', () => {
    expect(tokenLife).toBe(24 * 60 * 60 * 1000)
    fc.assert(
      fc.property(moments, fc.nat(10 ** 12), (moment, later) => {
        const token = seal.seal(small, moment)
        expect(seal.open(token, moment + tokenLife - 1)).toStrictEqual(small)
        expect(seal.open(token, moment + tokenLife + 60_000 + later)).toBeUndefined()
      }),
    )
  })

  it('lives for 30 days where the person asked to keep it, and says so when it is opened', () => {
    expect(keptLife).toBe(30 * 24 * 60 * 60 * 1000)
    const kept: Conversation = { ...small, isKept: true }
    const token = seal.seal(kept, now)
    expect(seal.open(token, now + keptLife - 1)).toStrictEqual(kept)
    expect(seal.open(token, now + keptLife + 60_000)).toBeUndefined()
  })

  it('stays under 1,024 characters with the 20 longest answers that can be given', () => {
    const sealed = (answers: readonly Answer[]) => seal.seal({ lang: 'de-simple', answers }, now).length
    const longest = allQuestions
      .map(longestAnswer)
      .sort((a, b) => sealed([b]) - sealed([a]))
      .slice(0, 20)
    expect(longest).toHaveLength(20)
    expect(sealed(longest)).toBeLessThan(1024)
  })

  it('is a word of letters, digits, - and _, fit for a form and for storage', () => {
    fc.assert(
      fc.property(arbitraryConversation, conversation => {
        expect(seal.seal(conversation, now)).toMatch(/^[\w-]+$/)
      }),
    )
  })

  it('shows nobody what was answered', () => {
    const token = seal.seal(small, now)
    const bytes = Buffer.from(token, 'base64url').toString('latin1')
    expect(bytes).not.toContain('childrenAges')
    expect(bytes).not.toContain('[1,4]')
  })

  it('never uses a nonce twice', () => {
    const tokens = Array.from({ length: 2000 }, () => Buffer.from(seal.seal(small, now), 'base64url'))
    expect(new Set(tokens.map(bytes => bytes.subarray(1, 13).toString('hex'))).size).toBe(2000)
  })
})

describe('a token that was tampered with', () => {
  it('does not open, whichever bit was turned', () => {
    const bytes = Buffer.from(seal.seal(small, now), 'base64url')
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const turned = Buffer.from(bytes)
      const at = bit >> 3
      turned[at] = (turned[at] ?? 0) ^ (1 << (bit & 7))
      expect(seal.open(turned.toString('base64url'), now), `bit ${bit}`).toBeUndefined()
    }
  })

  it('never opens as another conversation, whichever character was exchanged', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_ +/=\u0000é']
    fc.assert(
      fc.property(
        arbitraryConversation,
        fc.nat(),
        fc.constantFrom(...letters),
        (conversation, at, letter) => {
          const token = seal.seal(conversation, now)
          const index = at % token.length
          const opened = seal.open(token.slice(0, index) + letter + token.slice(index + 1), now)
          // The last character holds bits that no byte needs: turned, they change nothing.
          if (letter !== token[index] && index < token.length - 1) expect(opened).toBeUndefined()
          else expect([undefined, conversation]).toContainEqual(opened)
        },
      ),
    )
  })

  it('does not open when something is cut off or put to it', () => {
    fc.assert(
      fc.property(
        arbitraryConversation,
        fc.nat(),
        fc.base64String({ minLength: 1 }),
        (conversation, at, more) => {
          const token = seal.seal(conversation, now)
          const cut = at % token.length
          expect(seal.open(token.slice(0, cut), now)).toBeUndefined()
          expect(seal.open(token.slice(cut + 1), now)).toBeUndefined()
          expect(seal.open(`${token}${more.replaceAll('=', '')}AAAA`, now)).toBeUndefined()
        },
      ),
    )
  })

  it('does not open when it is no token at all', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.base64String({ maxLength: 300 }),
      fc.uint8Array({ maxLength: 300 }).map(bytes => Buffer.from([1, ...bytes]).toString('base64url')),
      fc.constantFrom('', 'undefined', '__proto__', 'A'.repeat(100_000)),
    )
    fc.assert(
      fc.property(texts, text => {
        expect(seal.open(text, now)).toBeUndefined()
      }),
    )
  })
})

describe('a token under another key', () => {
  const secrets = fc.string({ minLength: 1, maxLength: 60 })

  it('does not open', () => {
    fc.assert(
      fc.property(secrets, secrets, arbitraryConversation, (ours, theirs, conversation) => {
        fc.pre(ours !== theirs)
        expect(createSeal(ours).open(createSeal(theirs).seal(conversation, now), now)).toBeUndefined()
      }),
    )
  })

  it('opens while the key is the one before, and is sealed with the new one from then on', () => {
    fc.assert(
      fc.property(secrets, secrets, arbitraryConversation, (before, after, conversation) => {
        fc.pre(before !== after)
        const rotated = createSeal(after, before)
        expect(rotated.open(createSeal(before).seal(conversation, now), now)).toStrictEqual(conversation)
        const token = rotated.seal(conversation, now)
        expect(createSeal(after).open(token, now)).toStrictEqual(conversation)
        expect(createSeal(before).open(token, now)).toBeUndefined()
      }),
    )
  })

  it('ends at its own time, also under the key before', () => {
    const token = createSeal('the key before').seal(small, now)
    expect(createSeal('the key now', 'the key before').open(token, now + tokenLife + 60_000)).toBeUndefined()
  })
})

describe('a token of another release', () => {
  const foreign = fc.oneof(
    fc.record({
      question: fc.constantFrom('shoeSize', 'Topics', '', '__proto__', 'constructor', 'toString'),
      value: fc.constantFrom(true, 'x', null, 5),
    }),
    fc.constantFrom(
      { question: 'residence', value: 'martian' },
      { question: 'residence', value: true },
      { question: 'pregnant', value: 'true' },
      { question: 'age', value: 121 },
      { question: 'age', value: 1.5 },
      { question: 'childrenAges', value: [4, -1] },
      { question: 'childrenAges', value: 4 },
      { question: 'benefitsReceived', value: ['sgb2', 'sgb3'] },
      { question: 'topics', value: ['money', 'astronomy'] },
      { question: 'topics', value: 'money' },
      { question: 'arrivalDate', value: '2023-13' },
      { question: 'kreis', value: '09162' },
      { question: 'kreis', value: '0641' },
      { question: 'kreis', value: 6412 },
      { question: 'kreis', value: ['06412'] },
      { question: 'gemeinde', value: '06412' },
    ),
  )

  it('loses the answers whose question or value is not known, and keeps all others', () => {
    fc.assert(
      fc.property(arbitraryConversation, fc.array(fc.tuple(foreign, fc.nat())), ({ answers }, strange) => {
        const mixed: { readonly question: string; readonly value: unknown }[] = [...answers]
        for (const [answer, at] of strange) mixed.splice(at % (mixed.length + 1), 0, answer)
        expect(seal.open(sealAnything(mixed), now)?.answers).toStrictEqual(answers)
      }),
    )
  })
})

/** The answer to a question that takes the most room. */
function longestAnswer(question: QuestionId): Answer {
  const { kind, options, max = 0 } = questionForm(question)
  const longest = <T>(values: readonly T[]): readonly T[] =>
    [...values].sort((a, b) => JSON.stringify(b).length - JSON.stringify(a).length).slice(0, 1)
  const candidates = {
    choice: longest(options),
    choices: [options],
    number: [max],
    numbers: [Array.from({ length: 20 }, () => max)],
    month: ['2023-05'],
    place: ['06412000'],
  }
  return { question, value: candidates[kind][0] as Answer['value'] }
}
