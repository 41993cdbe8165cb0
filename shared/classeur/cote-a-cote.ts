import type { Feuille, Rangee } from './classeur.ts'
import type { Bornes, RoleColonne, TableReconnue } from './comprehension.ts'
import { texteCellule } from './texte-cellule.ts'

/** Tables that stand beside one another on a sheet, each between its own columns. */

/** Roles that name a row: a second one of them further right begins another table. */
export const REPERES: ReadonlySet<RoleColonne> = new Set<RoleColonne>(['numero', 'intitule', 'objectif'])

/** Does a header leave a column without a word between two that have one? */
export function aUnTrou({ colonnes }: Pick<TableReconnue, 'colonnes'>): boolean {
  return colonnes.some((c, i) => i > 0 && c.colonne > colonnes[i - 1]!.colonne + 1)
}

/** The first column of each run of columns that hold something from a row on; between two runs a column is blank. */
export function debutsDeBandes(feuille: Feuille, premiereLigne: number): number[] {
  const remplies = new Set<number>()
  for (const [ligne, rangee] of feuille.lignes)
    if (ligne >= premiereLigne)
      for (const [colonne, cellule] of rangee)
        if (!remplies.has(colonne) && texteCellule(cellule).trim() !== '') remplies.add(colonne)
  return [...remplies].filter((c) => !remplies.has(c - 1)).sort((a, b) => a - b)
}

/** The sheet as it is between two columns: rows that hold nothing there are none. */
export function vueEntre(feuille: Feuille, bornes: Bornes | null): Feuille {
  if (bornes === null) return feuille
  const lignes = new Map<number, Rangee>()
  for (const [ligne, rangee] of feuille.lignes) {
    const dedans = [...rangee].filter(([c]) => bornes.colonne <= c && c <= bornes.derniereColonne)
    if (dedans.length > 0) lignes.set(ligne, new Map(dedans))
  }
  return { ...feuille, lignes }
}

/** Do the tables of each band name their rows by themselves, one at least as another does? */
export function seSuffisent(bandes: readonly (readonly TableReconnue[])[]): boolean {
  const reperes = bandes.map(
    (tables) =>
      new Set(
        tables.flatMap((t) => t.colonnes.flatMap((c) => (c.role && REPERES.has(c.role) ? [c.role] : []))),
      ),
  )
  return reperes.every(
    (ici, i) => i === 0 || reperes.slice(0, i).some((avant) => [...ici].some((r) => avant.has(r))),
  )
}
