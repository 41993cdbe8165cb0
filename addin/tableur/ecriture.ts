import { adresse } from '../../shared/classeur/adresse.ts'
import { modifierClasseur } from '../../shared/classeur/xlsx/modifier.ts'
import { inflaterNavigateur } from '../hote/lire-classeur.ts'
import type { CelluleModifiee } from './modifications.ts'

/**
 * The file with exactly these cells changed, all else kept byte for byte. Number formats that typing brings to
 * the grid are not written: a cell keeps the look that the department's file gives it.
 */
export function ecrireModifications(
  octets: Uint8Array,
  modifiees: readonly CelluleModifiee[],
): Promise<Uint8Array> {
  return modifierClasseur(
    octets,
    modifiees.map(({ feuille, ligne, colonne, cellule }) => ({
      feuille,
      adresse: adresse(ligne, colonne),
      valeur: cellule?.valeur ?? null,
      formule: cellule?.formule,
    })),
    inflaterNavigateur,
  )
}
