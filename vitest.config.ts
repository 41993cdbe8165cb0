import { defineConfig } from 'vitest/config'

/**
 * Every test of the house: unit tests beside their source, and what crosses rooms in test/. Two workers, for the
 * browser and server tests each start processes of their own.
 */
export default defineConfig({
  test: {
    include: ['{shared,addin,functions,infra,test}/**/*.test.{ts,tsx}'],
    globalSetup: ['test/navigateur/lancer.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    exclude: ['**/node_modules/**', '.donnees/**', 'dist/**', 'cdk.out/**'],
  },
})
