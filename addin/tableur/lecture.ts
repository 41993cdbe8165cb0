import type { Classeur } from '../../shared/classeur/classeur.ts'
import { ErreurHote } from '../hote/hote.ts'
import { joindre } from '../hote/tranches.ts'
import type { Tranche } from '../hote/tranches.ts'
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
  let classeur: Classeur | undefined
  const reponse = await demander({ octets, nom }, TROP_GRAND, (morceau) => {
    if ('classeur' in morceau) classeur = morceau.classeur
    else joindre(classeur!.feuilles, morceau.tranche)
  })
  if ('fin' in reponse && classeur) return classeur
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

type Morceau = Extract<ReponseDeFichier, { classeur: Classeur } | { tranche: Tranche }>
type Fin = Exclude<ReponseDeFichier, Morceau>

/**
 * @param panne what to answer when the worker dies: out of memory, the page itself stays alive
 * @param recevoir given what comes before the end, piece by piece
 */
function demander(
  demande: DemandeDeFichier,
  panne: string,
  recevoir: (morceau: Morceau) => void = () => undefined,
): Promise<Fin> {
  const worker = new Worker(new URL('./lecture.worker.ts', import.meta.url), { type: 'module' })
  return new Promise<Fin>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<ReponseDeFichier>) => {
      if ('classeur' in data || 'tranche' in data) recevoir(data)
      else resolve(data)
    }
    worker.onerror = worker.onmessageerror = () => {
      resolve({ refus: panne })
    }
    worker.postMessage(demande)
  }).finally(() => {
    worker.terminate()
  })
}
