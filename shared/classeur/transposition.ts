import { feuilleVide, type Cellule, type Feuille, type Plage } from './classeur.ts'
import { trouverTables } from './tables.ts'

/** A larger sheet is no table with an action a column: it is not turned over to see. */
const CELLULES_MAX = 20_000

/** Is there a plan in this sheet once its rows are read as columns: one action a column, its headers down the side? */
export function actionsEnColonnes(feuille: Feuille): boolean {
  let cellules = 0
  for (const rangee of feuille.lignes.values()) if ((cellules += rangee.size) > CELLULES_MAX) return false
  return trouverTables(transposer(feuille)).length > 0
}

function transposer(feuille: Feuille): Feuille {
  const colonnes = new Map<number, Map<number, Cellule>>()
  for (const [ligne, rangee] of feuille.lignes)
    for (const [colonne, cellule] of rangee) {
      const rangees = colonnes.get(colonne) ?? new Map<number, Cellule>()
      rangees.set(ligne, cellule)
      colonnes.set(colonne, rangees)
    }
  return {
    ...feuilleVide(feuille.nom),
    lignes: new Map([...colonnes].sort(([a], [b]) => a - b)),
    fusions: feuille.fusions.map((f): Plage => ({
      ligne: f.colonne,
      colonne: f.ligne,
      derniereLigne: f.derniereColonne,
      derniereColonne: f.derniereLigne,
    })),
  }
}
