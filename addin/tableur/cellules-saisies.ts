import type { ICellData, Nullable } from '@univerjs/core'
import type {
  ISetFormulaCalculationResultMutation,
  ISetRangeValuesMutationParams,
} from '@univerjs/preset-sheets-core'

/** Cells that the user has filled or emptied since the calculation that goes on has begun. */
export class CellulesSaisies {
  private readonly parFeuille = new Map<string, Set<string>>()

  noter({ unitId, subUnitId, cellValue }: ISetRangeValuesMutationParams): void {
    const cle = JSON.stringify([unitId, subUnitId])
    let saisies = this.parFeuille.get(cle)
    if (!saisies) this.parFeuille.set(cle, (saisies = new Set()))
    for (const [ligne, rangee] of Object.entries(cellValue ?? {}))
      for (const [colonne, cellule] of Object.entries<Nullable<ICellData>>(rangee ?? {}))
        if (changeLeContenu(cellule)) saisies.add(`${ligne} ${colonne}`)
  }

  vider(): void {
    this.parFeuille.clear()
  }

  /**
   * Takes from the results of that calculation what would be put over them: the result of a formula that is no longer
   * there would take the place of what was typed over it.
   */
  oterDe(resultats: ISetFormulaCalculationResultMutation['unitData']): void {
    if (this.parFeuille.size === 0) return
    for (const [unitId, feuilles] of Object.entries(resultats))
      for (const [feuille, lignes] of Object.entries(feuilles ?? {})) {
        const saisies = this.parFeuille.get(JSON.stringify([unitId, feuille]))
        if (!saisies) continue
        for (const [ligne, rangee] of Object.entries(lignes ?? {}))
          for (const colonne of Object.keys(rangee ?? {}))
            if (saisies.has(`${ligne} ${colonne}`)) Reflect.deleteProperty(rangee, colonne)
      }
  }
}

/** A new look leaves what the cell holds, and its formula's result is still to come. */
function changeLeContenu(cellule: Nullable<ICellData>): boolean {
  return !cellule || ['v', 'f', 'si', 'p'].some((cle) => cle in cellule)
}
