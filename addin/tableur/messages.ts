/** The sentences behind the errors of the CDPPE functions, kept by cell for whoever selects it. */
export class MessagesDeCellules {
  private readonly parCellule = new Map<string, { code: string; phrase: string }>()

  noter(feuille: string, ligne: number, colonne: number, code: string, phrase: string): void {
    this.parCellule.set(cle(feuille, ligne, colonne), { code, phrase })
  }

  /** The sentence of a cell that shows this error code now; an older one for another code is not its own. */
  lire(feuille: string, ligne: number, colonne: number, code: string): string | undefined {
    const note = this.parCellule.get(cle(feuille, ligne, colonne))
    return note?.code === code ? note.phrase : undefined
  }

  vider(): void {
    this.parCellule.clear()
  }
}

function cle(feuille: string, ligne: number, colonne: number): string {
  return `${feuille}!${String(ligne)}!${String(colonne)}`
}
