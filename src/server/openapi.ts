import { z } from 'zod'
import { errorSchema } from '../render/message.ts'
import type { ApiRoute } from './route.ts'

/** The OpenAPI 3.1 document of the HTTP API, made from the schemas that the routes themselves use. */
export function openApi(routes: readonly ApiRoute[], publicUrl: string | undefined): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const written of routes) {
    const path = written.url.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [written.method.toLowerCase()]: operation(written) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Hessenlotse',
      version: '1',
      description:
        'Which help a person in Hesse is entitled to, and where to get it. Information, not a decision.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    ...(publicUrl !== undefined && { servers: [{ url: publicUrl }] }),
    paths,
    components: { schemas: { Error: z.toJSONSchema(errorSchema) } },
  }
}

function operation({ url, method, summary, query, body, response }: ApiRoute): object {
  const error = {
    description: 'What is wrong, and in which field.',
    content: json({ $ref: '#/components/schemas/Error' }),
  }
  return {
    operationId: `${method.toLowerCase()}${url.replace(/\/api\/v1/, '').replace(/[/:]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary,
    ...(query && { parameters: parameters(url, query) }),
    ...(body && { requestBody: { required: true, content: json(z.toJSONSchema(body, { io: 'input' })) } }),
    responses: {
      200: { description: 'The answer.', content: json(z.toJSONSchema(response)) },
      400: error,
      429: error,
      ...(url.includes(':') && { 404: error }),
    },
  }
}

const json = (schema: object) => ({ 'application/json': { schema } })

function parameters(url: string, query: z.ZodObject): readonly object[] {
  return Object.entries(query.shape).map(([name, schema]) => {
    const isInPath = url.includes(`:${name}`)
    return {
      name,
      in: isInPath ? 'path' : 'query',
      required: isInPath || !schema.safeParse(undefined).success,
      schema: z.toJSONSchema(schema, { io: 'input' }),
    }
  })
}
