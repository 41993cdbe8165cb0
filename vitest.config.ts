import { defineConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'
import type { TestSpecification } from 'vitest/node'

/** Single tests of half a minute and more: started last, they would keep one worker waiting for the other. */
const LONGS = /test\/pannes\/campagne|functions\/local\/tuer/

class LongsDAbord extends BaseSequencer {
  override async sort(fichiers: TestSpecification[]): Promise<TestSpecification[]> {
    const ordre = await super.sort(fichiers)
    const rang = ({ moduleId }: TestSpecification): number => (LONGS.test(moduleId) ? 0 : 1)
    return ordre.toSorted((a, b) => rang(a) - rang(b))
  }
}

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
    sequence: { sequencer: LongsDAbord },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    exclude: ['**/node_modules/**', '.donnees/**', 'dist/**', 'cdk.out/**'],
  },
})
