import { create, insertMultiple, search as oramaSearch } from '@orama/orama'
import FlexSearch from 'flexsearch'
import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'

/** What is searched: one document an offer, or a local service. */
export interface SearchDocument {
  readonly id: string
  readonly title: string
  readonly words: string
}

/** Ids of the documents that a query finds, best first. */
export type Find = (query: string, limit: number) => readonly string[]

/** Other engines alone, set up as their documentation advises for typing errors. */
export const peers: ReadonlyMap<string, (documents: readonly SearchDocument[]) => Find | Promise<Find>> =
  new Map<string, (documents: readonly SearchDocument[]) => Find | Promise<Find>>([
    [
      'Fuse.js',
      documents => {
        const fuse = new Fuse(documents, {
          keys: [{ name: 'title', weight: 3 }, 'words'],
          ignoreLocation: true,
          threshold: 0.4,
        })
        return (query, limit) => fuse.search(query.slice(0, 100), { limit }).map(({ item }) => item.id)
      },
    ],
    [
      'MiniSearch',
      documents => {
        const mini = new MiniSearch<SearchDocument>({ fields: ['title', 'words'] })
        mini.addAll(documents)
        const options = { fuzzy: 0.2, prefix: true, boost: { title: 3 } }
        return (query, limit) =>
          mini
            .search(query, options)
            .slice(0, limit)
            .map(({ id }) => String(id))
      },
    ],
    [
      'Orama',
      async documents => {
        const db = create({ schema: { id: 'string', title: 'string', words: 'string' } })
        await insertMultiple(
          db,
          documents.map(document => ({ ...document })),
        )
        return (query, limit) => {
          const found = oramaSearch(db, { term: query, tolerance: 1, limit, boost: { title: 3 } })
          // Without plugins it answers at once.
          if (found instanceof Promise) throw new TypeError('Orama answers later')
          return found.hits.map(({ document: { id } }) => id)
        }
      },
    ],
    [
      'FlexSearch',
      documents => {
        const index = new FlexSearch.Document<{ id: string; title: string; words: string }>({
          tokenize: 'forward',
          encoder: FlexSearch.Charset.LatinBalance,
          document: { id: 'id', index: ['title', 'words'] },
        })
        for (const document of documents) index.add({ ...document })
        return (query, limit) => {
          const fields = index.search(query, { limit, suggest: true })
          const ids = fields.flatMap(({ result }) => result.map(String))
          return [...new Set(ids)].slice(0, limit)
        }
      },
    ],
  ])
