import { join } from 'node:path'
import process from 'node:process'
import { defineConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'
import type { TestSpecification } from 'vitest/node'

/**
 * The command line and the servers are started some two hundred times, each time from source: the code that Node has
 * once compiled is kept for the next start.
 */
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '.donnees', 'code-compile')

/** Single tests of half a minute and more: started last, they would keep one worker waiting for the other. */
const LONGS = /test\/pannes\/campagne|functions\/local\/tuer/

class LongsDAbord extends BaseSequencer {
  override async sort(fichiers: TestSpecification[]): Promise<TestSpecification[]> {
    const ordre = await super.sort(fichiers)
    const rang = ({ moduleId }: TestSpecification): number => (LONGS.test(moduleId) ? 0 : 1)
    return ordre.toSorted((a, b) => rang(a) - rang(b))
  }
}

/** Tests of modules that keep nothing of one file for the next: loaded once, not for each file of tests. */
const SANS_ETAT = [
  '{shared,addin,infra}/**/*.test.{ts,tsx}',
  'test/{classeurs,contrat,manifeste}/**/*.test.ts',
]

/**
 * Every test of the house: unit tests beside their source, and what crosses rooms in test/. Two workers, for the
 * browser and server tests each start processes of their own.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongsDAbord },
    projects: [
      { extends: true, test: { name: 'sans-etat', include: SANS_ETAT, isolate: false } },
      {
        extends: true,
        test: {
          name: 'serveurs-et-navigateur',
          include: ['{functions,test}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', 'test/{classeurs,contrat,manifeste}/**'],
          globalSetup: ['test/navigateur/lancer.ts'],
        },
      },
    ],
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    exclude: ['**/node_modules/**', '.donnees/**', 'dist/**', 'cdk.out/**'],
  },
})
