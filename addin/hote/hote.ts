import type { ReferenceCellule } from '../../shared/classeur/adresse.ts'
import type { Classeur } from '../../shared/classeur/classeur.ts'
import type { Marque } from '../../shared/controle/marques.ts'

/**
 * The workbook as the pane sees it. Two adapters answer it, Excel (addin/excel) and the page's grid
 * (addin/tableur); one contract suite runs against both. The pane knows nothing else of its host.
 */
export interface HoteClasseur {
  /** 'excel' or 'tableur', for what only one of them can do. */
  readonly genre: 'excel' | 'tableur'
  /** Whether marks go into the workbook's own bytes, and so into what is signed. */
  readonly marquesDansLeFichier: boolean
  /** The file's name, with its extension. */
  nom(): Promise<string>
  /** The whole workbook as plain data, values and formulas as they are now. */
  lire(): Promise<Classeur>
  /**
   * As `lire`, after a change: what the host has followed and knows not to have changed may be given again as it was
   * last read, and is not to be written to.
   */
  relireApresChangement(): Promise<Classeur>
  /**
   * The workbook's own bytes (.xlsx), as they are now. Unchanged since it was opened: the very bytes of the
   * file.
   */
  octets(): Promise<Uint8Array>
  /**
   * Brings the cells into sight and selects them; the first one's sheet is activated, those of other sheets
   * are left aside. A range is named the same way: « Plan d'action!A6:I86 ». A host that cannot select
   * several areas at once selects the first. Rejects with ErreurHote when the sheet is no longer there.
   */
  selectionner(cellules: ReferenceCellule[]): Promise<void>
  /** Writes one value; refuses (rejects with ErreurHote) a cell that holds a formula. */
  ecrire(cellule: ReferenceCellule, valeur: string | number | boolean | null): Promise<void>
  /** Calls back after cells have changed, once the host is at rest; returns how to stop. */
  surChangement(rappel: () => void): () => void
  /** Has every formula calculated again: what they answer by has changed. */
  recalculer(): Promise<void>
  /** A small JSON text kept inside the workbook, outside any visible cell; null when there is none. */
  lireDonnee(cle: string): Promise<string | null>
  ecrireDonnee(cle: string, valeur: string): Promise<void>
  /**
   * Shows marks in the sheets: over each cell a fill, beside it a note. Those that were there go first. No value, no
   * formula and no look of the cells themselves is changed, so that taking the marks away gives back what was there.
   * Rejects with ErreurHote when nothing could be marked.
   */
  marquer(marques: readonly Marque[]): Promise<Marquage>
  /**
   * Takes every mark away, whoever made it and wherever the cell has moved to; returns how many cells bore one. What
   * was changed by hand since, a note that was written on, stays as it was made.
   */
  oterMarques(): Promise<number>
  /** How many cells bear a mark. */
  compterMarques(): Promise<number>
}

/** What became of a marking. */
export interface Marquage {
  cellules: number
  /** What could not be done, as a French sentence; null when all was. */
  reserve: string | null
}

/** A refusal of the host, with a French sentence for the user. */
export class ErreurHote extends Error {
  override readonly name = 'ErreurHote'
}
