import { hkdfSync, scrypt } from 'node:crypto'
import { createBounded } from '../bounded.ts'
import type { Code } from './code.ts'

/** What one derivation of a code gives: where its hand-over lies, and what opens it. Neither leads back to the code. */
export interface Derived {
  readonly id: string
  readonly key: string
}

/** Derives id and key of a code; `undefined` where too many wait already. */
export type Derive = (code: Code) => Promise<Derived | undefined>

/** Cost of one derivation: 32 MB and about a tenth of a second (N, r, p of scrypt, RFC 7914). */
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }
/** Derivations at one time, and how many may wait: guessing must not starve the service of threads or memory. */
const atOnce = 2
const longestQueue = 40

/**
 * Derivation by a function that takes memory and time, salted with a pepper that is only on the server: neither the
 * database nor its backup opens anything, not even for who tries all codes. It runs beside the event loop, few at once.
 */
export function createDerive(secret: string): Derive {
  const pepper = Buffer.from(hkdfSync('sha256', secret, '', 'hessenlotse hand-over 1', 32))
  const bounded = createBounded(atOnce, longestQueue)
  return async code => {
    const bytes = await bounded(
      () =>
        new Promise<Buffer>((resolve, reject) =>
          scrypt(code, pepper, 64, cost, (error, derived) => (error ? reject(error) : resolve(derived))),
        ),
    )
    if (bytes === 'busy') return undefined
    return {
      id: bytes.subarray(0, 32).toString('base64url'),
      key: bytes.subarray(32).toString('base64url'),
    }
  }
}
