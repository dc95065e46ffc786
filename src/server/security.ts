import type { FastifyInstance } from 'fastify'

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

/** Headers of every answer: nothing is kept, nothing is loaded from elsewhere, nothing runs but our own files. */
export function secure(app: FastifyInstance, { embedOrigins, publicUrl }: Sites): void {
  const sockets = publicUrl === undefined ? '' : ` ${publicUrl.replace(/^http/, 'ws')}`
  const policy = (frameAncestors: string) =>
    [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
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

  app.addHook('onSend', async (request, reply) => {
    const { framedBy, cache, shared } = request.routeOptions.config
    reply.header('content-security-policy', policies[framedBy ?? 'none'])
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'no-referrer')
    reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()')
    reply.header('cross-origin-opener-policy', 'same-origin')
    reply.header('cross-origin-resource-policy', shared ? 'cross-origin' : 'same-origin')
    if (shared) reply.header('access-control-allow-origin', '*')
    if (!reply.hasHeader('cache-control'))
      reply.header('cache-control', reply.statusCode < 400 ? (cache ?? 'no-store') : 'no-store')
    if (publicUrl?.startsWith('https:')) reply.header('strict-transport-security', 'max-age=31536000')
  })
}
