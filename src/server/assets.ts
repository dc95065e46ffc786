import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Town } from '../town/read.ts'
import { type Colour, readColour } from './accent.ts'
import { type HostedLogo, hosted } from './logo.ts'

/** The built files that pages load: their public paths by name. */
export interface Assets {
  readonly folder: string
  readonly app: string
  readonly style: string
  /** What the pages for counsellors and operators need beside it. */
  readonly desk: string
  readonly icons: string
  /** The sign of the service, which pages bring along: a picture of its own would be one more way over a slow line. */
  readonly brand: string
  /** The script that towns embed, by its version, with the checksum of its content. */
  readonly loader: { readonly path: string; readonly integrity: string }
  /** The style sheet itself, for pages that bring it along, and the checksum by which their policy allows it. */
  readonly styleText: string
  readonly styleHash: string
  /** Where people see the service, such as `https://service.example`; empty where nobody said it. */
  readonly origin: string
  /** What a town puts on every page. */
  readonly town?: TownDress
}

/** What a town puts on pages: its settings, its logo under an address of ours, its colour. */
export interface TownDress extends Omit<Town, 'logo'> {
  readonly logo?: HostedLogo
  readonly accent?: Colour
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
  desk: z.string(),
  icons: z.string(),
  loader: z.strictObject({ path: z.string(), integrity: z.string() }),
})

/** Reads what the build made. */
export function readAssets(folder: string, origin = ''): Assets {
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))
  const styleText = readFileSync(join(folder, basename(manifest.style)), 'utf8')
  const styleHash = `sha256-${createHash('sha256').update(styleText).digest('base64')}`
  const sign = readFileSync(join(folder, 'favicon.svg'), 'utf8').trim()
  const brand = sign.replace(
    '<svg ',
    '<svg class="sign" width="28" height="28" aria-hidden="true" focusable="false" ',
  )
  return { folder: resolve(folder), origin, styleText, styleHash, brand, ...manifest }
}

/** The files with what a town puts on pages. */
export function dressed(assets: Assets, { logo, ...settings }: Town): Assets {
  const accent = settings.colours && readColour(settings.colours.accent)
  return {
    ...assets,
    town: { ...settings, ...(logo && { logo: hosted(logo) }), ...(accent && { accent }) },
  }
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
