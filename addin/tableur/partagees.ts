import type { ICellData, Injector, Nullable } from '@univerjs/core'
import { FormulaDataModel, LexerTreeBuilder } from '@univerjs/preset-sheets-core'

/**
 * The formula of a cell of the grid, with its '='. Copying and filling keep one formula for a whole range: the
 * first cell holds it, the others only its identifier (`si`) and read it from where they are. Made anew for each
 * reading.
 */
export class FormulesPartagees {
  private readonly donnees: FormulaDataModel
  private readonly lexer: LexerTreeBuilder
  private readonly unitId: string
  /** Gathered from every cell of the workbook: once for a whole reading, not for each formula. */
  private calculees: ReturnType<FormulaDataModel['getFormulaData']> | undefined

  constructor(injector: Injector, unitId: string) {
    this.donnees = injector.get(FormulaDataModel)
    this.lexer = injector.get(LexerTreeBuilder)
    this.unitId = unitId
  }

  lire(feuille: string, ligne: number, colonne: number, { f, si }: ICellData): Nullable<string> {
    if (f || !si) return f
    // What the results are calculated from: it is still there once the first cell has been typed over.
    this.calculees ??= this.donnees.getFormulaData()
    const calculee = this.calculees[this.unitId]?.[feuille]?.[ligne]?.[colonne]
    if (calculee?.f && calculee.si === si)
      return this.lexer.moveFormulaRefOffset(calculee.f, calculee.x ?? 0, calculee.y ?? 0)
    return this.donnees.getFormulaStringByCell(ligne, colonne, feuille, this.unitId)
  }
}
