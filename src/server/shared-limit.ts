import { createHmac, hkdfSync } from 'node:crypto'
import type { TryStore } from '../storage/tries.ts'
import { network } from './limit.ts'

/** Counts tries by address, for all servers that share a database. */
export interface SharedLimit {
  /** Whether an address may go on; counts the try. */
  readonly allows: (address: string) => Promise<boolean>
}

const minute = 60_000

/**
 * Limits of so many tries a minute. An address is kept for no longer than its minute, and never as itself: what is
 * stored is a hash of it, salted with a key that only servers with the same secret know and that is another one every
 * minute, so that no two rows can be told to be of one person.
 */
export function createSharedLimits(
  store: TryStore,
  secret: string,
  now: () => number,
): (name: string, perMinute: number) => SharedLimit {
  const saltOf = createSalts(secret)
  return (name, perMinute) => ({
    async allows(address) {
      const window = Math.floor(now() / minute)
      const key = createHmac('sha256', saltOf(window)).update(`${name} ${network(address)}`)
      return (await store.count(key.digest('base64url'), (window + 1) * minute)) <= perMinute
    },
  })
}

/** The salt of each minute; the last one is kept at hand. */
function createSalts(secret: string): (window: number) => Buffer {
  let known = -1
  let salt = Buffer.alloc(0)
  return window => {
    if (window !== known) {
      known = window
      salt = Buffer.from(hkdfSync('sha256', secret, '', `hessenlotse limit ${window}`, 32))
    }
    return salt
  }
}
