import { defineConfig } from 'vitest/config'

/** Every test of the house in one run: two workers, the browser tests with the time that a browser takes. */
export default defineConfig({
  test: {
    include: ['{shared,addin,functions,infra,test}/**/*.test.{ts,tsx}'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
})
