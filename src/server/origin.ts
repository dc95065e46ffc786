import type { FastifyRequest } from 'fastify'

/** The address of the service as people see it: where no operator said what it is, it is the one that was asked. */
export const originOf = (
  publicUrl: string | undefined,
  { protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>,
): string => publicUrl ?? `${protocol}://${host}`
