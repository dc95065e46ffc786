import type { FastifyInstance } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'

/** Figures for the operator at `/metrics`: how much, how fast, never who or what. */
export function metricsRoute(app: FastifyInstance): void {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const requests = new Counter({
    name: 'hessenlotse_requests_total',
    help: 'HTTP requests by route and status.',
    labelNames: ['route', 'status'],
    registers: [register],
  })
  new Gauge({
    name: 'hessenlotse_open_sockets',
    help: 'WebSocket connections that are open.',
    registers: [register],
    collect() {
      this.set(app.websocketServer.clients.size)
    },
  })
  app.addHook('onResponse', async (request, reply) => {
    requests.inc({ route: request.routeOptions.url ?? 'unknown', status: reply.statusCode })
  })
  app.get('/metrics', async (_, reply) => {
    reply.type(register.contentType)
    return register.metrics()
  })
}
