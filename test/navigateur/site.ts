import { mkdtempSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { servir } from './servir.ts'
import type { Serveur } from './servir.ts'

const RACINE = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Serves the site as it is delivered on 127.0.0.1: the one that `npm test` has just built, else, where a source has
 * changed since, one built in a folder of its own, which goes away when the server stops.
 */
export function servirSite(): Promise<Serveur> {
  return siteAJour() ? servir(SITE) : construireEtServir(construire)
}

const SITE = join(RACINE, 'dist', 'site')

/** Is every source of the site older than its build? */
function siteAJour(): boolean {
  const bati = statSync(join(SITE, 'index.html'), { throwIfNoEntry: false })?.mtimeMs
  return bati !== undefined && SOURCES.every((nom) => dernierChangement(join(RACINE, nom)) <= bati)
}

const SOURCES = ['addin', 'shared', 'vite.config.ts', 'package-lock.json']

/** When a file, or the newest file or folder within a folder, was last written, in ms since 1970. */
function dernierChangement(chemin: string): number {
  const etat = statSync(chemin)
  if (!etat.isDirectory()) return etat.mtimeMs
  return Math.max(
    etat.mtimeMs,
    ...readdirSync(chemin, { recursive: true, encoding: 'utf8' }).map(
      (nom) => statSync(join(chemin, nom), { throwIfNoEntry: false })?.mtimeMs ?? 0,
    ),
  )
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
