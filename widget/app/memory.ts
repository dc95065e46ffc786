/**
 * Where the page remembers, for as long as its tab lives, the sealed answers, which it can't read itself.
 * Several widgets on one page have names of their own, so that each goes on with its own conversation.
 */
const name = window.name.startsWith('hessenlotse-') ? window.name : 'hessenlotse'

/** The token of a conversation that began in this tab. */
export function recall(): string | undefined {
  try {
    return sessionStorage.getItem(name) ?? undefined
  } catch {
    return undefined
  }
}

/** Keeps a token, or forgets it. A browser that forbids storage loses nothing but the way back after a reload. */
export function remember(token: string | undefined): void {
  try {
    if (token === undefined) sessionStorage.removeItem(name)
    else sessionStorage.setItem(name, token)
  } catch {
    // The page itself still holds the token.
  }
}
