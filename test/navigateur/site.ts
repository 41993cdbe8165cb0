import { mkdtempSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { servir } from './servir.ts'
import type { Serveur } from './servir.ts'

const RACINE = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Builds the site as it is delivered, in a folder of its own, and serves it on 127.0.0.1. Stopping takes the
 * folder away.
 */
export function servirSite(): Promise<Serveur> {
  return construireEtServir(construire)
}

/** The same of one page alone, which builds in seconds: for what leans on nothing else of the site. */
export function servirPage(nom: string): Promise<Serveur> {
  return construireEtServir(async (dossier) => {
    await build({
      configFile: false,
      root: join(RACINE, 'addin'),
      base: './',
      publicDir: false,
      logLevel: 'error',
      build: {
        outDir: dossier,
        emptyOutDir: true,
        target: 'es2022',
        rolldownOptions: { input: join(RACINE, 'addin', nom) },
      },
    })
  })
}

async function construireEtServir(construireDans: (dossier: string) => Promise<void>): Promise<Serveur> {
  mkdirSync(join(RACINE, '.donnees'), { recursive: true })
  const dossier = mkdtempSync(join(RACINE, '.donnees', 'site-'))
  const oter = (): void => {
    rmSync(dossier, { recursive: true, force: true })
  }
  try {
    await construireDans(dossier)
    const serveur = await servir(dossier)
    return {
      adresse: serveur.adresse,
      arreter: async () => {
        await serveur.arreter()
        oter()
      },
    }
  } catch (erreur) {
    oter()
    throw erreur
  }
}

/** As `npm run build` does: where the tests' own NODE_ENV stood, the page would hold React's development code. */
async function construire(dossier: string): Promise<void> {
  const avant = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  try {
    await build({ configFile: join(RACINE, 'vite.config.ts'), logLevel: 'error', build: { outDir: dossier } })
  } finally {
    if (avant === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = avant
  }
}
