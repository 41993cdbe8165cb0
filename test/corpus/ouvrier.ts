/** The worker of comparer.ts: one file at a time, so that a file that never ends can be stopped. */
import { readFileSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import { comparer, type Bilan } from './comparaison.ts'

parentPort?.on('message', (chemin: string) => {
  comparer(new Uint8Array(readFileSync(chemin)), chemin)
    .catch((erreur: unknown): Bilan => {
      const detail = erreur instanceof Error ? (erreur.stack ?? erreur.message) : String(erreur)
      return {
        issue: 'inattendu',
        detail,
        duree: 0,
        feuilles: 0,
        cellules: 0,
        formules: 0,
        differentes: 0,
        differences: [],
        genres: {},
      }
    })
    .then((bilan) => parentPort?.postMessage(bilan))
    .catch(() => process.exit(1))
})
