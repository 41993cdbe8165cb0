import type { Cellule, Feuille } from '../classeur/classeur.ts'

/**
 * The cells that a sheet's reader sees and that `retenir` keeps, row by row; none of a hidden sheet. Rows and columns
 * are 0-based.
 */
export function cellulesVisibles(
  feuille: Feuille,
  retenir: (cellule: Cellule) => boolean,
): [ligne: number, colonne: number, cellule: Cellule][] {
  const retenues: [number, number, Cellule][] = []
  if (feuille.etat !== 'visible') return retenues
  for (const [ligne, rangee] of feuille.lignes) {
    if (feuille.lignesMasquees.has(ligne)) continue
    for (const [colonne, cellule] of rangee)
      if (retenir(cellule) && !feuille.colonnesMasquees.has(colonne)) retenues.push([ligne, colonne, cellule])
  }
  return retenues
}
