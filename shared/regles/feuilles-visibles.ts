import type { Cellule, Feuille } from '../classeur/classeur.ts'

/** The cells of a sheet that its reader sees, row by row; none of a hidden sheet. Rows and columns are 0-based. */
export function cellulesVisibles(feuille: Feuille): [ligne: number, colonne: number, cellule: Cellule][] {
  if (feuille.etat !== 'visible') return []
  return [...feuille.lignes]
    .filter(([ligne]) => !feuille.lignesMasquees.has(ligne))
    .flatMap(([ligne, rangee]) =>
      [...rangee]
        .filter(([colonne]) => !feuille.colonnesMasquees.has(colonne))
        .map(([colonne, cellule]): [number, number, Cellule] => [ligne, colonne, cellule]),
    )
}
