import type { ICellData, Injector, Nullable } from '@univerjs/core'
import { FormulaDataModel, LexerTreeBuilder } from '@univerjs/preset-sheets-core'

/**
 * The formulas of a sheet of the grid, with their '='. Copying and filling keep one formula for a whole range: the
 * first cell holds it, the others only its identifier (`si`) and read it from where they are. Made anew for each
 * reading.
 */
export class FormulesPartagees {
  private readonly donnees: FormulaDataModel
  private readonly lexer: LexerTreeBuilder
  private readonly unitId: string
  private readonly feuille: string
  /** Gathered from every cell of the sheet: once for a whole reading, not for each formula. */
  private calculees: ReturnType<FormulaDataModel['getSheetFormulaData']> | undefined

  constructor(injector: Injector, unitId: string, feuille: string) {
    this.donnees = injector.get(FormulaDataModel)
    this.lexer = injector.get(LexerTreeBuilder)
    this.unitId = unitId
    this.feuille = feuille
  }

  lire(ligne: number, colonne: number, { f, si }: ICellData): Nullable<string> {
    if (f || !si) return f
    // What the results are calculated from: it is still there once the first cell has been typed over.
    this.calculees ??= this.donnees.getSheetFormulaData(this.unitId, this.feuille)
    const calculee = this.calculees?.[ligne]?.[colonne]
    if (calculee?.f && calculee.si === si)
      return this.lexer.moveFormulaRefOffset(calculee.f, calculee.x ?? 0, calculee.y ?? 0)
    return this.donnees.getFormulaStringByCell(ligne, colonne, this.feuille, this.unitId)
  }
}
