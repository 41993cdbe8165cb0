import { RefusModification } from '../../shared/classeur/xlsx/refus-modification.ts'
import type { Classeur } from '../../shared/classeur/classeur.ts'
import { garderDonnees, lireClasseur, RefusClasseur } from '../hote/lire-classeur.ts'
import { sansLignes, tranchesDe } from '../hote/tranches.ts'
import type { Tranche } from '../hote/tranches.ts'
import { ecrireModifications } from './ecriture.ts'
import type { CelluleModifiee } from './modifications.ts'

/** To read a file, or to write cells and small data into it. */
export type DemandeDeFichier =
  | { octets: Uint8Array; nom: string }
  | {
      octets: Uint8Array
      modifiees: readonly CelluleModifiee[]
      donnees: ReadonlyMap<string, string>
    }

/** A workbook that was read comes without its rows, then by slices until the end. */
export type ReponseDeFichier =
  { classeur: Classeur } | { tranche: Tranche } | { fin: true } | { octets: Uint8Array } | { refus: string }

const ILLISIBLE =
  'Ce fichier ne peut pas être lu : ouvrez-le dans Excel, enregistrez-le au format « Classeur Excel (.xlsx) », puis recommencez.'
const NON_ECRIT =
  'La copie n’a pas pu être préparée : vos modifications sont toujours dans la grille. Recommencez.'

async function repondre(demande: DemandeDeFichier): Promise<ReponseDeFichier> {
  if ('nom' in demande) {
    const classeur = await lireClasseur(demande.octets, demande.nom)
    dire({ classeur: { ...classeur, feuilles: classeur.feuilles.map(sansLignes) } })
    for (const [rang, feuille] of classeur.feuilles.entries())
      for (const tranche of tranchesDe(feuille, rang)) dire({ tranche })
    return { fin: true }
  }
  const { octets, modifiees, donnees } = demande
  const ecrits = modifiees.length === 0 ? octets : await ecrireModifications(octets, modifiees)
  return { octets: donnees.size === 0 ? ecrits : await garderDonnees(ecrits, donnees) }
}

self.onmessage = ({ data }: MessageEvent<DemandeDeFichier>) => {
  void repondre(data)
    .catch((erreur: unknown): ReponseDeFichier => ({
      refus:
        erreur instanceof RefusClasseur || erreur instanceof RefusModification
          ? erreur.message
          : 'nom' in data
            ? ILLISIBLE
            : NON_ECRIT,
    }))
    .then(dire)
}

function dire(reponse: ReponseDeFichier): void {
  self.postMessage(reponse)
}
