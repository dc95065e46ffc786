import { createHash } from 'node:crypto'

/** What stands for the content of a text, or of the forms of one: eight letters that change with it. */
export const fingerprint = (texts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(texts)).digest('base64url').slice(0, 8)
