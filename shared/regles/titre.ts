import type { Correction } from '../controle/rapport.ts'
import type { TexteLu } from '../plan/plan.ts'
import type { Objectif } from '../referentiel/referentiel.ts'

/** The correction that writes an objectif’s number and official title in the cells that name it. */
export function ecrireTitre(objectif: Objectif, lus: readonly TexteLu[]): Correction | null {
  const cellules = [...new Set(lus.map((lu) => lu.cellule))]
  const [cellule, ...autres] = cellules
  if (cellule === undefined) return null
  const valeur = `Objectif ${objectif.numero} : ${objectif.titre}`
  return {
    cellule,
    ...(autres.length > 0 ? { autres } : {}),
    valeur,
    libelle: `Écrire « ${valeur} »${autres.length > 0 ? ` dans ces ${cellules.length} cellules` : ''}`,
  }
}
