import { adresse } from '../../shared/classeur/adresse.ts'
import { modifierClasseur } from '../../shared/classeur/xlsx/modifier.ts'
import { inflaterNavigateur } from '../hote/lire-classeur.ts'
import type { CelluleModifiee } from './modifications.ts'

/**
 * The file with exactly these cells changed, all else kept byte for byte. A cell keeps the look that the
 * department's file gives it; what was typed with a unit (12,5 %, 1 250 000 €, 12/03/2024) is shown with it.
 */
export function ecrireModifications(
  octets: Uint8Array,
  modifiees: readonly CelluleModifiee[],
): Promise<Uint8Array> {
  return modifierClasseur(
    octets,
    modifiees.map(({ feuille, ligne, colonne, cellule, format }) => ({
      feuille,
      adresse: adresse(ligne, colonne),
      valeur: cellule?.valeur ?? null,
      formule: cellule?.formule,
      etendue: cellule?.etendue,
      format,
    })),
    inflaterNavigateur,
  )
}
