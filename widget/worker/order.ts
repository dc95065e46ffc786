/** What a page asks to keep: a public page and the files that it looks well with. */
export interface SaveOrder {
  readonly page: string
  readonly files: readonly string[]
}

/** Only paths of the two kinds that hold nothing of anybody. */
export const isSaveOrder = (data: unknown): data is SaveOrder =>
  typeof data === 'object' &&
  data !== null &&
  'page' in data &&
  typeof data.page === 'string' &&
  /^\/[\w-]+\/offline$/.test(data.page) &&
  'files' in data &&
  Array.isArray(data.files) &&
  data.files.every(file => typeof file === 'string' && file.startsWith('/assets/'))
