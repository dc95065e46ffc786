import type { SaveOrder } from '../worker/order.ts'

/** Longest wait for pages to be kept, in milliseconds: networks are slow, and nobody waits for ever. */
const patience = 60_000

/** Keeps the page with numbers and offers in a language on this device, with what it looks well with. */
export async function saveOffline(lang: string): Promise<boolean> {
  try {
    const registration = await navigator.serviceWorker.register('/sw.js')
    const worker = (await navigator.serviceWorker.ready).active ?? registration.active
    if (!worker) return false
    return await ordered(worker, { page: `/${lang}/offline`, files: filesOfPage() })
  } catch {
    return false
  }
}

/** Takes everything off this device again. */
export async function removeOffline(): Promise<void> {
  for (const name of await caches.keys()) await caches.delete(name)
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister()
}

/** Lets the buttons of the page do it, where the browser can. */
export function offerOffline(): void {
  if (!('serviceWorker' in navigator)) return
  const notice = document.querySelector<HTMLElement>('[data-no-network]')
  // Browsers call themselves online in many a dead network: only the service itself can tell.
  if (notice) void fetch('/healthz', { cache: 'no-store' }).catch(() => notice.removeAttribute('hidden'))
  const status = document.querySelector<HTMLElement>('[data-offline-status]')
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-offline]')) {
    button.hidden = false
    button.onclick = async () => {
      const isDone =
        button.dataset['offline'] === 'save'
          ? await saveOffline(document.documentElement.lang)
          : await removeOffline().then(() => true)
      if (status) status.textContent = (isDone ? button.dataset['done'] : button.dataset['failed']) ?? ''
    }
  }
}

function ordered(worker: ServiceWorker, order: SaveOrder): Promise<boolean> {
  return new Promise(done => {
    const { port1, port2 } = new MessageChannel()
    const timer = setTimeout(() => done(false), patience)
    port1.onmessage = ({ data }) => {
      clearTimeout(timer)
      done(data === 'saved')
    }
    worker.postMessage(order, [port2])
  })
}

/** The style sheet, the script, the icons: what this page itself was loaded with. */
const filesOfPage = (): readonly string[] => [
  ...new Set(
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name))
      .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
      .map(({ pathname }) => pathname),
  ),
]
