import type { Kysely, Migration, MigrationProvider } from 'kysely'

/** Steps by which the tables came to be, by name, in their order. A step that was released is never changed. */
const steps: { readonly [name: string]: Migration } = {
  '2026-11-26-first': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('handovers')
        .addColumn('id', 'text', column => column.primaryKey())
        .addColumn('sealed', 'text', column => column.notNull())
        .addColumn('ends', 'bigint', column => column.notNull())
        .addColumn('opened', 'bigint', column => column.notNull())
        .addColumn('ended', 'integer', column => column.notNull())
        .execute()
      await db.schema.createIndex('handovers_ends').on('handovers').column('ends').execute()
      await db.schema
        .createTable('tallies')
        .addColumn('day', 'text', column => column.notNull())
        .addColumn('kreis', 'text', column => column.notNull())
        .addColumn('lang', 'text', column => column.notNull())
        .addColumn('kind', 'text', column => column.notNull())
        .addColumn('subject', 'text', column => column.notNull())
        .addColumn('count', 'integer', column => column.notNull())
        .addPrimaryKeyConstraint('tallies_key', ['day', 'kreis', 'lang', 'kind', 'subject'])
        .execute()
      await db.schema
        .createTable('tries')
        .addColumn('key', 'text', column => column.primaryKey())
        .addColumn('count', 'integer', column => column.notNull())
        .addColumn('ends', 'bigint', column => column.notNull())
        .execute()
      await db.schema.createIndex('tries_ends').on('tries').column('ends').execute()
    },
  },
}

export const migrations: MigrationProvider = { getMigrations: async () => steps }
