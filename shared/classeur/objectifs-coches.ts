import { estCroix } from '../plan/croix.ts'
import { lireObjectifOuTitre, objectifDuTitre } from '../referentiel/titres.ts'
import { celluleEn, type Feuille } from './classeur.ts'
import type { ColonneReconnue } from './comprehension.ts'
import { texteCellule } from './texte-cellule.ts'

/** One column an objectif, ticked on the rows of the actions that serve it: « Objectif 1 | Objectif 2 | … » over crosses. */

const DOUTE = 'ses croix disent quel objectif sert l’action de la ligne'

/** Whether a column is one of those. */
export const estCochee = (c: ColonneReconnue): boolean => c.role === 'objectif' && c.doute === DOUTE

/**
 * Their columns where there are several, and no other column tells the objectifs.
 * @param corps 0-based rows of the table's body to look at
 */
export function objectifsCoches(
  colonnes: ColonneReconnue[],
  feuille: Feuille,
  corps: readonly number[],
): ColonneReconnue[] {
  const textes = ({ colonne }: ColonneReconnue) =>
    corps.map((l) => texteCellule(celluleEn(feuille, l, colonne))).filter((t) => t.trim() !== '')
  const cochees = colonnes.filter(
    (c) =>
      // The words of a title may be those of another column: « … réalisés par la PMI ».
      (c.role === null || c.role === 'objectif' || objectifDuTitre(c.entete) !== null) &&
      lireObjectifOuTitre(c.entete) !== null &&
      textes(c).every(estCroix),
  )
  const seules = colonnes.every((c) => c.role !== 'objectif' || cochees.includes(c))
  if (!seules || cochees.length < 2 || cochees.every((c) => textes(c).length === 0)) return colonnes
  return colonnes.map((c) =>
    cochees.includes(c) ? { ...c, role: 'objectif', surete: 'probable', doute: DOUTE } : c,
  )
}
