/** Runs a task when its turn comes; `busy` where too many wait already. */
export type Bounded = <T>(task: () => Promise<T>) => Promise<T | 'busy'>

/** Lets `atOnce` tasks run at a time and `longestQueue` wait: what takes memory and threads must not starve the service. */
export function createBounded(atOnce: number, longestQueue: number): Bounded {
  let running = 0
  const waiting: (() => void)[] = []
  return async task => {
    if (running >= atOnce && waiting.length >= longestQueue) return 'busy'
    if (running >= atOnce) await new Promise<void>(go => waiting.push(go))
    else running += 1
    try {
      return await task()
    } finally {
      // Who waits takes over the place, so that nobody slips in between.
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
