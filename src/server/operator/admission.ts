import { createBounded } from '../bounded.ts'
import type { SharedLimit } from '../shared-limit.ts'
import { isToken, type TokenHash } from './token-hash.ts'

/** Whether somebody is let in: `none` where they brought no password at all. */
export type Admitted = 'yes' | 'none' | 'wrong' | 'tooMany' | 'busy'

/** Lets in who brings the operator's token; `authorization` is the header of that name. */
export type Admits = (authorization: string | undefined, address: string) => Promise<Admitted>

/** Tries a minute, from one address and in all: with the right token too, for it takes as long to tell. */
const triesOfOne = 20
const triesOfAll = 200
/** Derivations at one time, and how many may wait. */
const atOnce = 1
const longestQueue = 20
/** Longer headers are no token of ours. */
const longest = 1000

/**
 * Admission by HTTP Basic: any user, the token as the password. Every try is counted before it is looked at, by address
 * and overall, for all servers together; derivations run beside the event loop, one at a time.
 */
export function createAdmission(
  hash: TokenHash,
  limits: (name: string, perMinute: number) => SharedLimit,
): Admits {
  const ofOne = limits('operator of one', triesOfOne)
  const ofAll = limits('operator of all', triesOfAll)
  const bounded = createBounded(atOnce, longestQueue)
  return async (authorization, address) => {
    const token = passwordOf(authorization)
    if (token === undefined) return 'none'
    if (!(await ofOne.allows(address)) || !(await ofAll.allows('all'))) return 'tooMany'
    const isRight = await bounded(() => isToken(token, hash))
    return isRight === 'busy' ? 'busy' : isRight ? 'yes' : 'wrong'
  }
}

/** The password of Basic authentication (RFC 7617). */
function passwordOf(authorization = ''): string | undefined {
  const [, encoded] = /^Basic ([\w+/=-]+)$/i.exec(authorization.slice(0, longest)) ?? []
  if (encoded === undefined) return undefined
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  const at = text.indexOf(':')
  return at === -1 ? undefined : text.slice(at + 1)
}
