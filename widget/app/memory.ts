/**
 * Where the page remembers the sealed answers, which it can't read itself: for as long as its tab lives, and on the device
 * only where the person asks for it. Several widgets on one page have names of their own, so that each goes on with its own
 * conversation.
 */
const name = window.name.startsWith('hessenlotse-') ? window.name : 'hessenlotse'
/** On the device it stands under this name, and only where somebody asked for it. */
const lasting = `${name}-kept`

/** The token of a conversation that began in this tab, or was kept on this device. */
export function recall(): string | undefined {
  return read(() => sessionStorage.getItem(name) ?? localStorage.getItem(lasting)) || undefined
}

/** Keeps a token, or forgets it everywhere. A browser that forbids storage loses nothing but the way back after a reload. */
export function remember(token: string | undefined): void {
  read(() => {
    if (token === undefined) {
      sessionStorage.removeItem(name)
      localStorage.removeItem(lasting)
    } else {
      sessionStorage.setItem(name, token)
      if (isKept()) localStorage.setItem(lasting, token)
    }
    return null
  })
}

/** Whether the person asked to keep the answers on this device. */
export const isKept = (): boolean => read(() => localStorage.getItem(lasting)) !== null

/** Keeps the answers on this device from now on, or no longer. */
export function keep(isWanted: boolean): void {
  read(() => {
    if (isWanted) localStorage.setItem(lasting, sessionStorage.getItem(name) ?? '')
    else localStorage.removeItem(lasting)
    return null
  })
}

/** A browser that forbids storage has nothing stored. */
function read(access: () => string | null): string | null {
  try {
    return access()
  } catch {
    return null
  }
}
