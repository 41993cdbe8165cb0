import type { ICellData, Injector, IRange } from '@univerjs/core'
import { FormulaDataModel } from '@univerjs/preset-sheets-core'
import type { Classeur, Feuille, Plage } from '../../shared/classeur/classeur.ts'
import { celluleEn } from '../../shared/classeur/classeur.ts'
import type { Debordement } from './relecture.ts'

/**
 * Formulas whose results fill several cells. The grid keeps those results apart from the cells; a file keeps them in
 * the cells, and the formula says how far it goes.
 */

/** What the formulas of a sheet fill, the cells of the formulas included. */
export function etendues(feuille: Feuille): Plage[] {
  const plages: Plage[] = []
  for (const rangee of feuille.lignes.values())
    for (const { etendue } of rangee.values()) if (etendue) plages.push(etendue)
  return plages
}

/** What the formulas of a sheet of the grid fill now. */
export function debordements(injector: Injector, unitId: string, feuille: string): Debordement[] {
  const modele = injector.get(FormulaDataModel)
  const plages: Record<number, Record<number, IRange> | undefined> =
    modele.getArrayFormulaRange()[unitId]?.[feuille] ?? {}
  const resultats = modele.getArrayFormulaCellData()[unitId]?.[feuille]
  return Object.values(plages).flatMap((rangee) =>
    Object.values(rangee ?? {}).flatMap((p): Debordement[] => {
      if (p.startRow === p.endRow && p.startColumn === p.endColumn) return []
      return [
        {
          plage: {
            ligne: p.startRow,
            colonne: p.startColumn,
            derniereLigne: p.endRow,
            derniereColonne: p.endColumn,
          },
          valeur: (ligne, colonne) => resultats?.[ligne]?.[colonne],
        },
      ]
    }),
  )
}

/** Gives the grid the results that came with the file, as if it had calculated them. */
export function poserDebordements(
  injector: Injector,
  unitId: string,
  classeur: Classeur,
  identifiant: (rang: number) => string,
  enGrille: (cellule: NonNullable<ReturnType<typeof celluleEn>>) => ICellData,
): void {
  const modele = injector.get(FormulaDataModel)
  const plages = modele.getArrayFormulaRange()
  const resultats = modele.getArrayFormulaCellData()
  classeur.feuilles.forEach((feuille, rang) => {
    for (const etendue of etendues(feuille)) {
      const { ligne, colonne, derniereLigne, derniereColonne } = etendue
      const sesPlages = ((plages[unitId] ??= {})[identifiant(rang)] ??= {})
      ;(sesPlages[ligne] ??= {})[colonne] = {
        startRow: ligne,
        startColumn: colonne,
        endRow: derniereLigne,
        endColumn: derniereColonne,
      }
      const sesResultats = ((resultats[unitId] ??= {})[identifiant(rang)] ??= {})
      for (let l = ligne; l <= derniereLigne; l++)
        for (let c = colonne; c <= derniereColonne; c++) {
          const cellule = celluleEn(feuille, l, c)
          const { v, t } = cellule ? enGrille(cellule) : {}
          ;(sesResultats[l] ??= {})[c] = { v: v ?? null, t: t ?? null }
        }
    }
  })
  modele.setArrayFormulaRange(plages)
  modele.setArrayFormulaCellData(resultats)
}
