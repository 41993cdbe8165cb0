/** Reads the files named after it in this one process; prints what became of each, and the peak of memory. */
import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { lireClasseur } from '../../functions/depot/lire-classeur.ts'
import { RefusClasseur } from '../../shared/classeur/xlsx/refus.ts'

export interface ResultatHostile {
  /** By file name: 'lu', a refusal's code, or the words of an unexpected error. */
  issues: Record<string, string>
  /** Peak resident memory in kilobytes. */
  memoire: number
}

const issues: Record<string, string> = {}
for (const chemin of process.argv.slice(2)) {
  const nom = basename(chemin)
  try {
    await lireClasseur(readFileSync(chemin), nom)
    issues[nom] = 'lu'
  } catch (erreur) {
    issues[nom] = erreur instanceof RefusClasseur ? erreur.code : `inattendu : ${String(erreur)}`
  }
}
/** Linux counts into a process's maxRSS what its parent held when it was started; its own peak is VmHWM. */
function memoireMaximale(): number {
  const etat = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : ''
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(etat)?.[1] ?? process.resourceUsage().maxRSS)
}

console.log(JSON.stringify({ issues, memoire: memoireMaximale() } satisfies ResultatHostile))
