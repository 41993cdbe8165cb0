import { ICommandService, IUndoRedoService } from '@univerjs/core'
import type { ICellData, IMutationInfo, Injector, IObjectMatrixPrimitiveType, Workbook } from '@univerjs/core'
import { SetRangeValuesMutation } from '@univerjs/preset-sheets-core'
import { RemoveNoteMutation, SheetsNoteModel, UpdateNoteMutation } from '@univerjs/preset-sheets-note'
import type { ISheetNote } from '@univerjs/preset-sheets-note'
import { composerNote } from '../hote/note.ts'

/**
 * Marks in the page's grid: a fill and a note, put there and taken away by one undoable step each. They are seen, never
 * saved: the file's own bytes take only the cells that were typed into.
 */

/** Our notes among those of the grid. */
const PREFIXE = 'cdppe-'
const LARGEUR = 280
const HAUTEUR = 140

/** A mark at its place in the grid. */
export interface MarqueDeGrille {
  subUnitId: string
  ligne: number
  colonne: number
  fond: string
  note: string
}

type Matrice = IObjectMatrixPrimitiveType<ICellData>

/** Both directions of one undoable step. */
interface Pas {
  faire: IMutationInfo[]
  defaire: IMutationInfo[]
}

export class MarquesDeGrille {
  private readonly injector: Injector
  private readonly classeur: () => Workbook
  /** What each mark's cell had for a fill, and the fill of the mark: kept through undo and redo. */
  private readonly fonds = new Map<string, { avant: string | null; pose: string }>()

  constructor(injector: Injector, classeur: () => Workbook) {
    this.injector = injector
    this.classeur = classeur
  }

  /** Marks these cells in place of those that were marked. */
  poser(marques: readonly MarqueDeGrille[]): void {
    this.oter()
    const unitId = this.classeur().getUnitId()
    const pas: Pas = { faire: [], defaire: [] }
    const matrices = new Map<string, { faire: Matrice; defaire: Matrice }>()
    for (const { subUnitId, ligne, colonne, fond, note } of marques) {
      const avant = this.fondDe(subUnitId, ligne, colonne)
      this.fonds.set(cle(subUnitId, ligne, colonne), { avant, pose: fond })
      colorer(matrices, subUnitId, ligne, colonne, fond, avant)
      const ou = { unitId, sheetId: subUnitId, row: ligne, col: colonne }
      const ecrite: ISheetNote = {
        id: `${PREFIXE}${subUnitId}-${String(ligne)}-${String(colonne)}`,
        row: ligne,
        col: colonne,
        width: LARGEUR,
        height: HAUTEUR,
        note: composerNote(note, null),
      }
      pas.faire.push({ id: UpdateNoteMutation.id, params: { ...ou, note: ecrite } })
      pas.defaire.push({ id: RemoveNoteMutation.id, params: ou })
    }
    this.executer(pas, matrices)
  }

  /** Takes every mark away; returns how many cells bore one. A cell that has another fill by now keeps it. */
  oter(): number {
    const unitId = this.classeur().getUnitId()
    const pas: Pas = { faire: [], defaire: [] }
    const matrices = new Map<string, { faire: Matrice; defaire: Matrice }>()
    const notes = this.notes()
    for (const { subUnitId, note } of notes) {
      const fonds = this.fonds.get(cle(subUnitId, note.row, note.col))
      if (fonds && this.fondDe(subUnitId, note.row, note.col) === fonds.pose)
        colorer(matrices, subUnitId, note.row, note.col, fonds.avant, fonds.pose)
      const ou = { unitId, sheetId: subUnitId, row: note.row, col: note.col }
      pas.faire.push({ id: RemoveNoteMutation.id, params: ou })
      pas.defaire.push({ id: UpdateNoteMutation.id, params: { ...ou, note: { ...note } } })
    }
    this.executer(pas, matrices)
    return notes.length
  }

  compter(): number {
    return this.notes().length
  }

  private notes(): { subUnitId: string; note: ISheetNote }[] {
    const parFeuille = this.injector.get(SheetsNoteModel).getUnitNotes(this.classeur().getUnitId())
    return [...(parFeuille ?? [])].flatMap(([subUnitId, notes]) =>
      [...notes.values()].filter(({ id }) => id.startsWith(PREFIXE)).map((note) => ({ subUnitId, note })),
    )
  }

  private fondDe(subUnitId: string, ligne: number, colonne: number): string | null {
    const classeur = this.classeur()
    const cellule = classeur.getSheetBySheetId(subUnitId)?.getCellRaw(ligne, colonne)
    return classeur.getStyles().getStyleByCell(cellule)?.bg?.rgb ?? null
  }

  private executer(pas: Pas, matrices: ReadonlyMap<string, { faire: Matrice; defaire: Matrice }>): void {
    if (pas.faire.length === 0) return
    const unitId = this.classeur().getUnitId()
    for (const [subUnitId, { faire, defaire }] of matrices) {
      const mutation = (cellValue: Matrice): IMutationInfo => ({
        id: SetRangeValuesMutation.id,
        params: { unitId, subUnitId, cellValue },
      })
      pas.faire.push(mutation(faire))
      pas.defaire.push(mutation(defaire))
    }
    const commandes = this.injector.get(ICommandService)
    for (const { id, params } of pas.faire) commandes.syncExecuteCommand(id, params)
    this.injector
      .get(IUndoRedoService)
      .pushUndoRedo({ unitID: unitId, redoMutations: pas.faire, undoMutations: pas.defaire })
  }
}

const cle = (subUnitId: string, ligne: number, colonne: number): string =>
  `${subUnitId}!${String(ligne)}!${String(colonne)}`

function colorer(
  matrices: Map<string, { faire: Matrice; defaire: Matrice }>,
  subUnitId: string,
  ligne: number,
  colonne: number,
  fond: string | null,
  avant: string | null,
): void {
  let deux = matrices.get(subUnitId)
  if (!deux) matrices.set(subUnitId, (deux = { faire: {}, defaire: {} }))
  const poser = (matrice: Matrice, couleur: string | null): void => {
    ;(matrice[ligne] ??= {})[colonne] = { s: { bg: couleur === null ? null : { rgb: couleur } } }
  }
  poser(deux.faire, fond)
  poser(deux.defaire, avant)
}
