import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'

/** A look-up of the HTTP API: what it takes, what it gives, and how. Documented by the same schemas that check it. */
export interface ApiRoute {
  readonly method: 'GET' | 'POST'
  /** Path with `:parameters`. */
  readonly url: string
  readonly summary: string
  readonly query?: z.ZodObject
  readonly body?: z.ZodObject
  readonly response: z.ZodType
  readonly handle: (input: unknown, request: FastifyRequest) => ApiAnswer | Promise<ApiAnswer>
}

/** The version of the public interface that the paths carry. */
export const apiBase = '/api/v1'

/** An error with its status; `text` where it is already put into words. */
export interface ApiFault {
  readonly ok: false
  readonly status: 400 | 403 | 404 | 429
  readonly code: string
  readonly field?: string
  readonly lang?: string
  readonly text?: string
}

/** A good answer, or an error. */
export type ApiAnswer = { readonly ok: true; readonly body: unknown } | ApiFault

/** Writes a route whose handler gets its input typed by the schema: path parameters, query and body in one. */
export function route<Q extends z.ZodObject, R extends z.ZodType>(written: {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly summary: string
  readonly input: Q
  readonly response: R
  readonly handle: (input: z.infer<Q>, request: FastifyRequest) => ApiAnswer | Promise<ApiAnswer>
}): ApiRoute {
  const { input, handle, method, ...rest } = written
  return {
    ...rest,
    method,
    ...(method === 'GET' ? { query: input } : { body: input }),
    handle(raw, request) {
      const parsed = input.safeParse(raw)
      if (parsed.success) return handle(parsed.data, request)
      const [issue] = parsed.error.issues
      const path = issue?.path.map(String) ?? []
      const named = issue?.code === 'unrecognized_keys' ? [...path, issue.keys[0] ?? ''] : path
      return { ok: false, status: 400, code: 'event.invalid', field: fieldName(named.join('.')) }
    },
  }
}

/** The name of a field as it may stand in an error: short, and nothing but letters, digits, dots and hyphens. */
export const fieldName = (name: string): string => name.slice(0, 64).replace(/[^\w.-]/g, '') || 'body'

export const ok = (body: unknown): ApiAnswer => ({ ok: true, body })
