import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'

/** The built files that pages load: their public paths by name. */
export interface Assets {
  readonly folder: string
  readonly app: string
  readonly style: string
  readonly icons: string
}

/** The loader and the icon keep their names, so they may be kept for an hour. */
const briefly = 'public, max-age=3600'

const manifestSchema = z.strictObject({ app: z.string(), style: z.string(), icons: z.string() })

/** Reads what the build made. */
export function readAssets(folder: string): Assets {
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))
  return { folder: resolve(folder), ...manifest }
}

/** Serves the built files: those with a hash in their name for a year, the loader for an hour. */
export async function assetRoutes(app: FastifyInstance, { folder }: Assets): Promise<void> {
  await app.register(staticFiles, {
    root: folder,
    prefix: '/assets/',
    preCompressed: true,
    index: false,
    cacheControl: false,
    wildcard: true,
    // Only names with a hash in them never change.
    setHeaders: (reply, path) =>
      reply.setHeader(
        'cache-control',
        /-[0-9a-f]{10}\./.test(path) ? 'public, max-age=31536000, immutable' : briefly,
      ),
  })
  app.get('/widget.js', { config: { shared: true, cache: briefly } }, (_, reply) =>
    reply.sendFile('widget.js', { cacheControl: false }),
  )
}
