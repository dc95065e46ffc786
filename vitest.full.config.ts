import { defineConfig } from 'vitest/config'
import normal from './vitest.config.ts'

/** `npm run test:full`: every interview there can be instead of pairs of answers. It takes minutes. */
export default defineConfig({
  ...normal,
  test: { ...normal.test, include: ['tests/full/*.full.ts'], testTimeout: 3_600_000 },
})
