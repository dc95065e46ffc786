import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomFillSync,
} from 'node:crypto'
import { z } from 'zod'
import type { Answer, Conversation } from '../dialogue/conversation.ts'
import { isQuestionId, parseValue, type QuestionId } from '../dialogue/question.ts'
import { factNames } from '../facts/schema.ts'

/** Seals conversations into tokens that only this service can open, and that end by themselves. */
export interface Seal {
  readonly seal: (conversation: Conversation, now: number) => string
  /** The conversation of a token; `undefined` for one that is tampered with, expired, or not ours. */
  readonly open: (token: string, now: number) => Conversation | undefined
}

/** How long a token lives after the last step, in milliseconds; and where the person asked to keep the answers. */
export const tokenLife = 24 * 60 * 60 * 1000
export const keptLife = 30 * tokenLife

const version = 1
const nonceLength = 12
const tagLength = 16
/** A token of more bytes was not made here. */
const longest = 12_000

/** Hand-overs that a conversation knows of; the oldest are forgotten first, and end by themselves. */
const mostHandedOver = 8

/** What is sealed: language, the minute (since 1970) in which it ends, answers, whether they are kept, and hand-overs. */
const sealedSchema = z.tuple([
  z.string(),
  z.number(),
  z.array(z.tuple([z.string(), z.unknown(), z.string().optional()])),
  z.union([z.literal(0), z.literal(1)]).optional(),
  z.array(z.string().max(64)).max(mostHandedOver).optional(),
])

/** A seal over a secret and the one before it; secrets may be of any length, keys are derived from them. */
export function createSeal(secret: string, previousSecret?: string): Seal {
  const key = keyOf(secret)
  const nextNonce = createNonces()
  const keys = previousSecret === undefined ? [key] : [key, keyOf(previousSecret)]
  return {
    seal({ lang, answers, isKept, handedOver = [] }, now) {
      const ends = Math.ceil((now + (isKept ? keptLife : tokenLife)) / 60_000)
      const ending =
        handedOver.length > 0 ? [isKept ? 1 : 0, handedOver.slice(-mostHandedOver)] : isKept ? [1] : []
      const content = JSON.stringify([lang, ends, answers.map(written), ...ending])
      const nonce = nextNonce()
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      cipher.setAAD(context)
      const sealed = [
        Buffer.of(version),
        nonce,
        cipher.update(content, 'utf8'),
        cipher.final(),
        cipher.getAuthTag(),
      ]
      return Buffer.concat(sealed).toString('base64url')
    },
    open(token, now) {
      if (token.length > longest || !/^[A-Za-z0-9_-]+$/.test(token)) return undefined
      const bytes = Buffer.from(token, 'base64url')
      if (bytes[0] !== version || bytes.length <= 1 + nonceLength + tagLength) return undefined
      for (const candidate of keys) {
        const content = decrypt(bytes, candidate)
        if (content !== undefined) return readSealed(content, now)
      }
      return undefined
    },
  }
}

/** Binds a token to its purpose, so that nothing else that is sealed with the same secret passes for it. */
const context = Buffer.from('hessenlotse resume 1')

const keyOf = (secret: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', context, 32)))

function decrypt(bytes: Buffer, key: KeyObject): string | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + nonceLength))
  decipher.setAAD(context)
  decipher.setAuthTag(bytes.subarray(-tagLength))
  try {
    return (
      decipher.update(bytes.subarray(1 + nonceLength, -tagLength), undefined, 'utf8') + decipher.final('utf8')
    )
  } catch {
    return undefined
  }
}

/** Random nonces, drawn from the system many at a time: a draw costs as much as the sealing itself. */
function createNonces(): () => Buffer {
  const pool = Buffer.alloc(nonceLength * 256)
  let used = pool.length
  return () => {
    if (used === pool.length) {
      randomFillSync(pool)
      used = 0
    }
    used += nonceLength
    return Buffer.from(pool.subarray(used - nonceLength, used))
  }
}

/** Marks why an answer has no value, or that it was volunteered. */
const marks = { unknown: 'u', refused: 'r', volunteered: 'v' } as const

/**
 * Questions by a short name made from the whole one, so that a token stays small. Reordering questions changes nothing;
 * a question that is renamed drops out of old tokens, as it should.
 */
const shortNames = new Map(
  (['topics', ...factNames] as const).map((id): [QuestionId, string] => [
    id,
    createHash('sha256').update(id).digest('base64url').slice(0, 3),
  ]),
)
const byShortName = new Map([...shortNames].map(([id, name]) => [name, id]))
if (byShortName.size < shortNames.size)
  throw new TypeError('two questions have the same short name: rename one')

const written = ({ question, value, because, volunteered }: Answer) => {
  const name = shortNames.get(question) ?? question
  const mark = (because ? marks[because] : '') + (volunteered ? marks.volunteered : '')
  return mark === '' ? [name, value] : [name, value, mark]
}

/** Answers whose question or value the service no longer knows drop out: a deploy may come in between. */
function readSealed(content: string, now: number): Conversation | undefined {
  const parsed = sealedSchema.safeParse(JSON.parse(content))
  if (!parsed.success) return undefined
  const [lang, ends, list, kept, handedOver] = parsed.data
  if (now >= ends * 60_000) return undefined
  const answers = list.flatMap(([name, raw, mark = '']): Answer[] => {
    const question = byShortName.get(name) ?? (isQuestionId(name) ? name : undefined)
    if (question === undefined) return []
    const volunteered = mark.includes(marks.volunteered) && { volunteered: true as const }
    if (raw === null) {
      return [
        {
          question,
          value: null,
          because: mark.includes(marks.refused) ? 'refused' : 'unknown',
          ...volunteered,
        },
      ]
    }
    const value = question === 'kreis' ? placeValue(raw) : parseValue(question, raw)
    return value === undefined ? [] : [{ question, value, ...volunteered }]
  })
  return { lang, answers, ...(kept === 1 && { isKept: true as const }), ...(handedOver && { handedOver }) }
}

const placeValue = (raw: unknown): string | undefined =>
  typeof raw === 'string' && /^06\d{3}(\d{3})?$/.test(raw) ? raw : undefined
