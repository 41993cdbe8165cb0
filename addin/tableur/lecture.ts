import type { Classeur } from '../../shared/classeur/classeur.ts'
import type { ReponseDeLecture } from './lecture.worker.ts'

/** A file that is not opened, with the French sentence that says why. */
export class OuvertureRefusee extends Error {
  override readonly name = 'OuvertureRefusee'
}

/**
 * Reads a workbook's bytes beside the page, so that a large file never freezes it.
 * Rejects with OuvertureRefusee when the file is not to be read.
 */
export function lireEnParallele(octets: Uint8Array, nom: string): Promise<Classeur> {
  const worker = new Worker(new URL('./lecture.worker.ts', import.meta.url), { type: 'module' })
  return new Promise<Classeur>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<ReponseDeLecture>) => {
      if ('classeur' in data) resolve(data.classeur)
      else reject(new OuvertureRefusee(data.refus))
    }
    // Out of memory, or a worker that does not start: the page itself stays alive.
    worker.onerror = () => {
      reject(
        new OuvertureRefusee(
          'Ce classeur ne peut pas être ouvert ici : il demande plus de mémoire que le navigateur n’en donne. Fermez d’autres onglets, ou ne gardez que le plan d’action, puis recommencez.',
        ),
      )
    }
    worker.postMessage({ octets, nom })
  }).finally(() => {
    worker.terminate()
  })
}
