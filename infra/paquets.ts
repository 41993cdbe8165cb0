import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { peser, tenirBudget } from './budgets.ts'

/** The folders that the deployment takes up: what `infra/empaqueter.ts` and the site's build write. */
export interface Paquets {
  api: string
  transmission: string
  site: string
}

const RACINE = fileURLToPath(new URL('../dist/', import.meta.url))

export const PAQUETS: Paquets = {
  api: join(RACINE, 'lambda', 'api'),
  transmission: join(RACINE, 'lambda', 'transmission'),
  site: join(RACINE, 'site'),
}

/**
 * @throws Error naming the build that is missing, since an empty folder would deploy without a word, or the bundle
 * that is over its budget
 */
export function verifierPaquets(paquets: Paquets): void {
  const attendus: [string, string][] = [
    [join(paquets.api, 'index.mjs'), 'node infra/empaqueter.ts'],
    [join(paquets.transmission, 'index.mjs'), 'node infra/empaqueter.ts'],
    ...['index.html', 'volet.html', 'connecte.html', 'aide.html', 'fonctions.json'].map(
      (nom): [string, string] => [join(paquets.site, nom), 'npm run build'],
    ),
  ]
  for (const [fichier, commande] of attendus)
    if (!existsSync(fichier)) throw new Error(`${fichier} is missing: run ${commande} first.`)
  for (const nom of ['api', 'transmission'] as const) tenirBudget(nom, peser(join(paquets[nom], 'index.mjs')))
}
