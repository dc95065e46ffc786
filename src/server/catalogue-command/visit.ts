import type { Link } from '../../catalogue/links.ts'

/** What a visit found. A blocked or silent server is no proof that a page is gone. */
export type Visit =
  | { readonly found: 'alive' }
  | { readonly found: 'moved'; readonly to: string }
  | { readonly found: 'dead'; readonly status: number }
  | { readonly found: 'unsure'; readonly because: string }

/** How patient a visitor is. */
export interface Patience {
  /** Milliseconds that one request may take. */
  readonly timeout: number
  /** How many pages are asked for at once. */
  readonly atOnce: number
}

const mostHops = 5

/** Visits every address, a few at a time; `found` is told of each as soon as it is known. */
export async function visitAll(
  links: readonly Link[],
  { timeout, atOnce }: Patience,
  found: (link: Link, visit: Visit) => void,
): Promise<void> {
  const waiting = [...links]
  const visitor = async () => {
    for (let link = waiting.shift(); link; link = waiting.shift()) {
      found(link, await visit(link.url, timeout))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, visitor))
}

/** Visits one address and follows it where it leads; a page that only wants a slash or `https` counts as moved. */
export async function visit(url: string, timeout: number): Promise<Visit> {
  let here = url
  let isPermanent = true
  for (let hop = 0; hop <= mostHops; hop++) {
    let response: Response
    try {
      response = await fetch(here, { redirect: 'manual', signal: AbortSignal.timeout(timeout) })
      await response.body?.cancel()
    } catch (error) {
      return { found: 'unsure', because: reasonOf(error) }
    }
    const { status, headers } = response
    const next = headers.get('location')
    if (status >= 300 && status < 400 && next !== null && URL.canParse(next, here)) {
      // What is moved for the moment alone keeps its address.
      isPermanent &&= status === 301 || status === 308
      here = new URL(next, here).href
    } else if (status === 404 || status === 410) {
      return { found: 'dead', status }
    } else if (status >= 400) {
      return { found: 'unsure', because: `status ${status}` }
    } else {
      return here !== url && isPermanent ? { found: 'moved', to: here } : { found: 'alive' }
    }
  }
  return { found: 'unsure', because: `more than ${mostHops} redirections` }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  return cause instanceof Error ? cause.message : error.message
}

/** Visits every address and says what is dead, moved or uncertain; gives how many there are to look at. */
export async function reportVisits(
  links: readonly Link[],
  patience: Patience,
  say: (line: string) => void,
): Promise<number> {
  let wrong = 0
  await visitAll(links, patience, ({ url, where }, result) => {
    if (result.found === 'alive') return
    wrong++
    const what =
      result.found === 'moved' ? result.to : result.found === 'dead' ? result.status : result.because
    say(`${result.found} ${url} (${what}) in ${where.join(', ')}`)
  })
  say(`${links.length} addresses, ${wrong} to look at`)
  return wrong
}
