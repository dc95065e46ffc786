/** Counts requests and frames by address, in windows of a minute; nothing is kept beyond the minute. */
export interface Limit {
  /** Whether an address may go on; counts the call. */
  readonly allows: (address: string) => boolean
}

const minute = 60_000

/** A limit of `perMinute` calls from one address; 0 for none. */
export function createLimit(perMinute: number, now: () => number): Limit {
  let window = 0
  let counts = new Map<string, number>()
  return {
    allows(address) {
      if (perMinute === 0) return true
      const current = Math.floor(now() / minute)
      if (current !== window) {
        window = current
        counts = new Map()
      }
      const key = network(address)
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      return count <= perMinute
    },
  }
}

/** An IPv6 household has a whole /64 of addresses: they count as one. */
export function network(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address
  const [head = '', tail = ''] = address.split('::')
  const groups = head === '' ? [] : head.split(':')
  const last = tail === '' ? [] : tail.split(':')
  const middle = Array.from({ length: Math.max(0, 8 - groups.length - last.length) }, () => '0')
  return [...groups, ...middle, ...last].slice(0, 4).join(':')
}
