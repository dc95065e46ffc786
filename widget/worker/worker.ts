/// <reference lib="webworker" />
import { isSaveOrder, type SaveOrder } from './order.ts'

declare const self: ServiceWorkerGlobalScope
declare const VERSION: string

/**
 * Keeps public pages for times without a network: those that the person asked to keep, and nothing that anybody wrote or
 * answered. It never keeps an answer of the service on its own.
 */
const store = `hessenlotse-public-${VERSION}`

self.addEventListener('install', () => void self.skipWaiting())

self.addEventListener('activate', event =>
  event.waitUntil(
    caches
      .keys()
      .then(names => Promise.all(names.filter(isOlder).map(name => caches.delete(name))))
      .then(() => self.clients.claim()),
  ),
)

self.addEventListener('message', event => {
  const { data, ports } = event
  if (!isSaveOrder(data)) return
  event.waitUntil(
    save(data).then(
      () => ports[0]?.postMessage('saved'),
      () => ports[0]?.postMessage('failed'),
    ),
  )
})

self.addEventListener('fetch', event => {
  const { request } = event
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => keptPage(request)))
  else if (new URL(request.url).pathname.startsWith('/assets/')) event.respondWith(keptFile(request))
})

async function save({ page, files }: SaveOrder): Promise<void> {
  const kept = await caches.open(store)
  await kept.addAll([page, ...files].map(path => new Request(path, { cache: 'reload' })))
}

const isOlder = (name: string): boolean => name.startsWith('hessenlotse-public-') && name !== store

async function keptFile(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request)
}

/** The page itself where it is kept, else the one that was kept for this. */
async function keptPage(request: Request): Promise<Response> {
  const kept = await caches.open(store)
  const [lang] = new URL(request.url).pathname.split('/').filter(part => part !== '')
  const pages = (await kept.keys())
    .map(({ url }) => new URL(url).pathname)
    .filter(path => path.endsWith('/offline'))
  const page = pages.find(path => path === `/${lang}/offline`) ?? pages[0]
  return (await kept.match(request)) ?? (await kept.match(page ?? '/')) ?? Response.error()
}
