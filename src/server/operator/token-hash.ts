import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** What a token is told by, and how it was derived from it (N, r and p of scrypt, RFC 7914). */
export interface TokenHash {
  readonly N: number
  readonly r: number
  readonly p: number
  readonly salt: Buffer
  readonly hash: Buffer
}

/** Cost of a new hash: 32 MB and about a tenth of a second. */
const cost = { N: 2 ** 15, r: 8, p: 1 } as const
/** What a hash may cost: more memory would let a few guesses stop the service. */
const mostMemory = 256 * 1024 * 1024
const bytes = 32

/** Draws a token of 256 bits. */
export const newToken = (): string => randomBytes(bytes).toString('base64url')

/** The hash of a token, with a salt of its own. */
export async function hashToken(token: string): Promise<TokenHash> {
  const salt = randomBytes(16)
  return { ...cost, salt, hash: await derive(token, { ...cost, salt }, bytes) }
}

/** `scrypt$<N>$<r>$<p>$<salt>$<hash>`, salt and hash in base64url. */
export const writeTokenHash = ({ N, r, p, salt, hash }: TokenHash): string =>
  ['scrypt', N, r, p, salt.toString('base64url'), hash.toString('base64url')].join('$')

/** Reads what `writeTokenHash` has written; `undefined` for anything else, and for what is weaker or dearer than is good. */
export function readTokenHash(text: string): TokenHash | undefined {
  const found = /^scrypt\$(\d{1,7})\$(\d{1,2})\$(\d{1,2})\$([\w-]{22,86})\$([\w-]{43,86})$/.exec(text.trim())
  if (!found) return undefined
  const [, n = '', rText = '', pText = '', salt = '', hash = ''] = found
  const [N, r, p] = [Number(n), Number(rText), Number(pText)]
  const isPower = N >= 2 ** 14 && (N & (N - 1)) === 0
  if (!isPower || r < 1 || p < 1 || p > 4 || memoryOf({ N, r }) > mostMemory) return undefined
  return { N, r, p, salt: Buffer.from(salt, 'base64url'), hash: Buffer.from(hash, 'base64url') }
}

/** Whether a token is the one of a hash; takes as long for a wrong one as for the right one. */
export async function isToken(token: string, hash: TokenHash): Promise<boolean> {
  return timingSafeEqual(await derive(token, hash, hash.hash.length), hash.hash)
}

const memoryOf = ({ N, r }: Pick<TokenHash, 'N' | 'r'>): number => 128 * N * r

const derive = (token: string, { N, r, p, salt }: Omit<TokenHash, 'hash'>, length: number): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(token, salt, length, { N, r, p, maxmem: 2 * memoryOf({ N, r }) }, (error, derived) =>
      error ? reject(error) : resolve(derived),
    ),
  )
