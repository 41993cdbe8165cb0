import { existsSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { direPoids, peser } from './budgets.ts'
import type { NomPaquet, Poids } from './budgets.ts'
import { PAQUETS } from './paquets.ts'

/**
 * Bundles each Lambda into one file, without a container. Run: node infra/empaqueter.ts
 * The AWS clients are bundled too: what runs is then what was tested, not what the runtime brings that day.
 */

const FONCTIONS = ['api', 'transmission'] as const

/** @returns path and weight of each bundle */
export async function empaqueter(
  dossiers: Record<(typeof FONCTIONS)[number], string> = PAQUETS,
): Promise<({ nom: NomPaquet; fichier: string } & Poids)[]> {
  return Promise.all(
    FONCTIONS.map(async (nom) => {
      const entree = fileURLToPath(new URL(`../functions/${nom}/lambda.ts`, import.meta.url))
      if (!existsSync(entree)) throw new Error(`functions/${nom}/lambda.ts is missing.`)
      rmSync(dossiers[nom], { recursive: true, force: true })
      const fichier = `${dossiers[nom]}/index.mjs`
      await build({
        entryPoints: [entree],
        outfile: fichier,
        bundle: true,
        platform: 'node',
        format: 'esm',
        target: 'node24',
        minify: true,
        sourcemap: 'linked',
        sourcesContent: false,
        mainFields: ['module', 'main'],
        legalComments: 'external',
        // CommonJS packages inside an ES module still ask for require.
        banner: {
          js: "import { createRequire } from 'node:module';const require=createRequire(import.meta.url);",
        },
        logLevel: 'warning',
      })
      return { nom, fichier, ...peser(fichier) }
    }),
  )
}

if (import.meta.main) for (const paquet of await empaqueter()) console.log(direPoids(paquet.nom, paquet))
