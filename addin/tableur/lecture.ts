import type { Classeur } from '../../shared/classeur/classeur.ts'
import { ErreurHote } from '../hote/hote.ts'
import type { DemandeDeFichier, ReponseDeFichier } from './lecture.worker.ts'
import type { CelluleModifiee } from './modifications.ts'

/** A file that is not opened, with the French sentence that says why. */
export class OuvertureRefusee extends Error {
  override readonly name = 'OuvertureRefusee'
}

const TROP_GRAND =
  'Ce classeur ne peut pas être ouvert ici : il demande plus de mémoire que le navigateur n’en donne. Fermez d’autres onglets, ou ne gardez que le plan d’action, puis recommencez.'
const TROP_GRAND_A_ECRIRE =
  'La copie n’a pas pu être préparée : elle demande plus de mémoire que le navigateur n’en donne. Vos modifications sont toujours dans la grille ; fermez d’autres onglets, puis recommencez.'

/**
 * Reads a workbook's bytes beside the page, so that a large file never freezes it.
 * Rejects with OuvertureRefusee when the file is not to be read.
 */
export async function lireEnParallele(octets: Uint8Array, nom: string): Promise<Classeur> {
  const reponse = await demander({ octets, nom }, TROP_GRAND)
  if ('classeur' in reponse) return reponse.classeur
  throw new OuvertureRefusee('refus' in reponse ? reponse.refus : TROP_GRAND)
}

/**
 * The file with these cells and small data in it, made beside the page. Rejects with ErreurHote when a cell cannot
 * be written without harm to the file.
 */
export async function ecrireEnParallele(
  octets: Uint8Array,
  modifiees: readonly CelluleModifiee[],
  donnees: ReadonlyMap<string, string>,
): Promise<Uint8Array> {
  if (modifiees.length === 0 && donnees.size === 0) return octets
  const reponse = await demander({ octets, modifiees, donnees }, TROP_GRAND_A_ECRIRE)
  if ('octets' in reponse) return reponse.octets
  throw new ErreurHote('refus' in reponse ? reponse.refus : TROP_GRAND_A_ECRIRE)
}

/** @param panne what to answer when the worker dies: out of memory, the page itself stays alive */
function demander(demande: DemandeDeFichier, panne: string): Promise<ReponseDeFichier> {
  const worker = new Worker(new URL('./lecture.worker.ts', import.meta.url), { type: 'module' })
  return new Promise<ReponseDeFichier>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<ReponseDeFichier>) => {
      resolve(data)
    }
    worker.onerror = () => {
      resolve({ refus: panne })
    }
    worker.postMessage(demande)
  }).finally(() => {
    worker.terminate()
  })
}
