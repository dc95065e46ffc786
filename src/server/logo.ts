import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Logo } from '../town/logo.ts'

/** A logo under an address that changes with it. */
export interface HostedLogo extends Logo {
  readonly path: string
}

/** Gives a logo its address: among the files that a page to read without a network keeps. */
export function hosted(logo: Logo): HostedLogo {
  const hash = createHash('sha256').update(logo.bytes).digest('hex').slice(0, 10)
  return { ...logo, path: `/assets/town-${hash}.${logo.ending}` }
}

/** Serves a town's logo for a year; opened by itself, it can run and load nothing. */
export function logoRoute(app: FastifyInstance, { path, type, bytes }: HostedLogo): void {
  const kept = { config: { cache: 'public, max-age=31536000, immutable' } }
  app.get(path, kept, (_, reply) =>
    reply
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
      .type(type)
      .send(Buffer.from(bytes)),
  )
}
