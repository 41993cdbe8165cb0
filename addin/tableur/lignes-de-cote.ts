import { BooleanNumber } from '@univerjs/core'
import type { ICellData, IObjectArrayPrimitiveType, IWorkbookData, Workbook } from '@univerjs/core'

/**
 * Rows that the grid is not to look at while it takes a workbook: it goes several times through every cell that it is
 * given then, to find formulas and what they need, which it finds again by itself whenever it calculates.
 */

/** Enough for the first drawing of the sheet that is in sight. */
const LIGNES_EN_VUE = 150

type Cellules = IObjectArrayPrimitiveType<IObjectArrayPrimitiveType<ICellData>>

/** By sheet, what was put aside. */
export type LignesDeCote = ReadonlyMap<string, Cellules>

/** Takes all rows out of the snapshot but the first ones of the sheet that is shown. */
export function mettreDeCote({ sheetOrder, sheets }: IWorkbookData): LignesDeCote {
  const enVue = sheetOrder.find((id) => sheets[id]?.hidden !== BooleanNumber.TRUE)
  const deCote = new Map<string, Cellules>()
  for (const id of sheetOrder) {
    const { cellData } = sheets[id]!
    if (!cellData) continue
    const premieres: Cellules = {}
    if (id === enVue)
      for (let ligne = 0; ligne < LIGNES_EN_VUE; ligne++) {
        const rangee = cellData[ligne]
        if (rangee) premieres[ligne] = rangee
      }
    sheets[id]!.cellData = premieres
    deCote.set(id, cellData)
  }
  return deCote
}

/** Gives the grid the rows that were put aside, before anything else happens in it. */
export function remettre(classeur: Workbook, deCote: LignesDeCote): void {
  for (const [id, lignes] of deCote) {
    const cellules = classeur.getSheetBySheetId(id)?.getCellMatrix()
    for (const [ligne, rangee] of Object.entries(lignes)) if (rangee) cellules?.setRow(Number(ligne), rangee)
  }
}
