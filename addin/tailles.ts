import { gzipSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'

/** What has to stay light, in bytes compressed: the code that is fetched before anything is answered or shown. */
export const BUDGETS: readonly { nom: string; module: RegExp; octets: number }[] = [
  { nom: 'fonctions des cellules', module: /addin\/excel\/formules\.ts$/, octets: 25_000 },
  { nom: 'premier chargement du volet', module: /addin\/volet\.html$/, octets: 200_000 },
]

type Morceaux = Readonly<Record<string, Rolldown.OutputAsset | Rolldown.OutputChunk>>

/** Compressed bytes of the chunk that holds a module and of all that it imports at once; null where none holds it. */
export function poids(morceaux: Morceaux, module: RegExp): number | null {
  const depart = Object.values(morceaux).find(
    (m) => m.type === 'chunk' && m.moduleIds.some((id) => module.test(id)),
  )
  if (depart === undefined) return null
  const vus = new Set<string>()
  const visiter = (nom: string): number => {
    const m = morceaux[nom]
    if (vus.has(nom) || m?.type !== 'chunk') return 0
    vus.add(nom)
    return m.imports.reduce((t, i) => t + visiter(i), gzipSync(m.code).length)
  }
  return visiter(depart.fileName)
}

/** Says how much each file and each budgeted part weighs, and fails the build where a budget is exceeded. */
export function tailles(): Plugin {
  return {
    name: 'tailles',
    apply: 'build',
    generateBundle(_, bundle) {
      // A worker has a build of its own, and none of these parts in it.
      for (const { nom, module, octets } of BUDGETS) {
        const lu = poids(bundle, module)
        if (lu === null) continue
        const dit = `${nom} : ${(lu / 1000).toFixed(1)} kB gz, budget ${octets / 1000} kB`
        if (lu > octets) this.error(dit)
        this.info(dit)
      }
      const lignes = Object.values(bundle)
        .map((part) => {
          const contenu = part.type === 'chunk' ? part.code : part.source
          return { nom: part.fileName, gz: gzipSync(contenu).length }
        })
        .filter(({ gz }) => gz > 10_000)
        .sort((a, b) => b.gz - a.gz)
      for (const { nom, gz } of lignes) this.info(`${nom}: ${(gz / 1000).toFixed(0)} kB gz`)
    },
  }
}
