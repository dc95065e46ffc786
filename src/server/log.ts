import type { FastifyInstance, FastifyServerOptions } from 'fastify'

/**
 * Structured logs without personal data: a request is its method and the pattern of its route, never its
 * address, query, headers or body; an error is its name and where it happened, never its message.
 */
export const logger = (level: string): NonNullable<FastifyServerOptions['logger']> =>
  level === 'silent'
    ? false
    : {
        level,
        base: null,
        serializers: {
          req: () => ({}),
          res: () => ({}),
          err: (error: Error) => ({ type: error.name, message: '', stack: framesOf(error) }),
        },
      }

/** Logs each answered request. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions, log } = request
    log.info({
      method,
      route: routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    })
  })
}

/** The places of a stack trace, without the message that heads it. */
const framesOf = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter(line => /^\s+at /.test(line))
    .join('\n')
