import type { FastifyContextConfig, FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The page may stand in a frame: `self` for our own pages, `sites` for those that may embed the widget. */
    readonly framedBy?: 'self' | 'sites'
    /** The answer holds nothing of a person and may be kept. */
    readonly cache?: string
    /** Other sites may load the file. */
    readonly shared?: true
  }
}

interface Sites {
  /** Origins that may embed the widget's frame; `*` for all. */
  readonly embedOrigins: readonly string[]
  readonly publicUrl: string | undefined
}

/** The style sheet that pages bring along, by its checksum. */
interface Styles {
  readonly styleHash: string
}

/** The headers of an answer by what its route allows; nothing is kept, and nothing runs but our own files. */
export type HeadersFor = (config: FastifyContextConfig, status: number) => Readonly<Record<string, string>>

/** Prepares the headers of every answer. */
export function createHeaders({ embedOrigins, publicUrl }: Sites, { styleHash }: Styles): HeadersFor {
  const sockets = publicUrl === undefined ? '' : ` ${publicUrl.replace(/^http/, 'ws')}`
  const policy = (frameAncestors: string) =>
    [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' '${styleHash}'`,
      "img-src 'self'",
      `connect-src 'self'${sockets}`,
      "frame-src 'self'",
      "manifest-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      `frame-ancestors ${frameAncestors}`,
    ].join('; ')
  const policies = {
    none: policy("'none'"),
    self: policy("'self'"),
    sites: policy(embedOrigins.includes('*') ? '*' : ["'self'", ...embedOrigins].join(' ')),
  }
  const isSecure = publicUrl?.startsWith('https:') ?? false
  return ({ framedBy, cache, shared }, status) => ({
    'content-security-policy': policies[framedBy ?? 'none'],
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': shared ? 'cross-origin' : 'same-origin',
    'cache-control': status < 400 ? (cache ?? 'no-store') : 'no-store',
    ...(shared && { 'access-control-allow-origin': '*' }),
    ...(isSecure && { 'strict-transport-security': 'max-age=31536000' }),
  })
}

/** Puts the headers on every answer; a route that has set one already keeps it. */
export function secure(app: FastifyInstance, headersFor: HeadersFor): void {
  app.addHook('onSend', async (request, reply) => {
    const headers = headersFor(request.routeOptions.config, reply.statusCode)
    for (const [name, value] of Object.entries(headers)) if (!reply.hasHeader(name)) reply.header(name, value)
  })
}
