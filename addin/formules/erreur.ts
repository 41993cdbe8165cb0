/** The two errors of a cell that may carry a sentence in Excel. */
export type CodeErreur = '#VALUE!' | '#N/A'

/**
 * An error for one cell, with a French sentence for the user. A function of the catalogue never throws it: it
 * stands in the matrix at the place of the cell's value, so that one wrong row does not darken the others.
 *
 * How to show it: Excel, as `new CustomFunctions.Error(code, message)` at the same place of the matrix (it shows
 * the sentence beside the cell's error flag); the grid, as its own error of the same code.
 */
export class ErreurFormule {
  readonly code: CodeErreur
  readonly message: string

  constructor(code: CodeErreur, message: string) {
    this.code = code
    this.message = message
  }
}
