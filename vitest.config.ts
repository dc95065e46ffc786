import { defineConfig } from 'vitest/config'

/** Where CI wants the counts as JSON. */
const report = process.env['HESSENLOTSE_TEST_REPORT']

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A page may take longer to answer where everything else runs beside it.
    expect: { poll: { timeout: 15_000 } },
    pool: 'forks',
    // What a file has read once, catalogue and languages above all, serves the files after it.
    isolate: false,
    maxWorkers: 2,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
})
