import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'

/** The built files that pages load: their public paths by name. */
export interface Assets {
  readonly folder: string
  readonly app: string
  readonly style: string
  readonly icons: string
  /** The script that towns embed, by its version, with the checksum of its content. */
  readonly loader: { readonly path: string; readonly integrity: string }
  /** The style sheet itself, for pages that bring it along, and the checksum by which their policy allows it. */
  readonly styleText: string
  readonly styleHash: string
  /** Where people see the service, such as `https://service.example`; empty where nobody said it. */
  readonly origin: string
}

/** How long a file may be kept: what has a version or a hash in its name never changes, and the worker is asked for anew. */
function keptFor(path: string): string {
  const name = path.replace(/\.(br|gz)$/, '')
  if (/-([0-9a-f]{10}|[0-9A-Z]{8}|[\d.]+)\.(js|css|svg)$/.test(name))
    return 'public, max-age=31536000, immutable'
  return name.endsWith('sw.js') ? 'no-cache' : 'public, max-age=3600'
}

const manifestSchema = z.strictObject({
  app: z.string(),
  style: z.string(),
  icons: z.string(),
  loader: z.strictObject({ path: z.string(), integrity: z.string() }),
})

/** Reads what the build made. */
export function readAssets(folder: string, origin = ''): Assets {
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))
  const styleText = readFileSync(join(folder, basename(manifest.style)), 'utf8')
  const styleHash = `sha256-${createHash('sha256').update(styleText).digest('base64')}`
  return { folder: resolve(folder), origin, styleText, styleHash, ...manifest }
}

/** Serves the built files: those with a hash or a version in their name for a year, the loader for an hour. */
export async function assetRoutes(app: FastifyInstance, { folder }: Assets): Promise<void> {
  await app.register(staticFiles, {
    root: folder,
    prefix: '/assets/',
    preCompressed: true,
    index: false,
    cacheControl: false,
    wildcard: true,
    setHeaders: (reply, path) => reply.setHeader('cache-control', keptFor(path)),
  })
  app.get('/widget.js', { config: { shared: true } }, (_, reply) =>
    reply.sendFile('widget.js', { cacheControl: false }),
  )
  for (const name of readdirSync(folder).filter(name => /^widget-[\d.]+\.js$/.test(name)))
    app.get(`/${name}`, { config: { shared: true } }, (_, reply) =>
      reply.sendFile(name, { cacheControl: false }),
    )
  app.get('/sw.js', (_, reply) => reply.sendFile('sw.js', { cacheControl: false }))
}
