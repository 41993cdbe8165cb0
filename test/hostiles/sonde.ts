/** Reads every file of a folder in this one process; prints what became of each, and the peak of memory. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lireClasseur } from '../../functions/depot/lire-classeur.ts'
import { RefusClasseur } from '../../shared/classeur/xlsx/refus.ts'

export interface ResultatHostile {
  /** By file name: 'lu', a refusal's code, or the words of an unexpected error. */
  issues: Record<string, string>
  /** Milliseconds, by file name. */
  durees: Record<string, number>
  /** Peak resident memory in kilobytes. */
  memoire: number
}

const dossier = process.argv[2] ?? '.'
const issues: Record<string, string> = {}
const durees: Record<string, number> = {}
for (const nom of readdirSync(dossier).sort()) {
  const debut = performance.now()
  try {
    await lireClasseur(readFileSync(join(dossier, nom)), nom)
    issues[nom] = 'lu'
  } catch (erreur) {
    issues[nom] = erreur instanceof RefusClasseur ? erreur.code : `inattendu : ${String(erreur)}`
  }
  durees[nom] = Math.round(performance.now() - debut)
}
console.log(
  JSON.stringify({ issues, durees, memoire: process.resourceUsage().maxRSS } satisfies ResultatHostile),
)
