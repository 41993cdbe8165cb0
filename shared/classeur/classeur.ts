/**
 * A workbook as plain data: what the .xlsx reader, the Excel adapter and the grid adapter all give, and
 * the only thing that the rest of shared/ reads. It survives structuredClone (worker) as it is, once the rows that
 * the reader keeps compact are Maps (enTables).
 */

/** What a cell holds: its value, or for a formula the last calculated result. Blank cells are absent. */
export type ValeurCellule = number | string | boolean | ErreurCellule | null

/** An Excel error value, by its invariant name ('#REF!', '#N/A' …). */
export interface ErreurCellule {
  erreur: string
}

/** A cell. Never changed once it is in a sheet: cells that say the same may be one object. */
export interface Cellule {
  /** Dates stay serial numbers: their format says that they are dates. null: a formula without a result. */
  valeur: ValeurCellule
  /** The formula without its '=', in the invariant (en-US) grammar of the file. */
  formule?: string
  /** The cells that the formula's result fills, itself included, where they are several. */
  etendue?: Plage
  /** The number format code of the file, absent for General. */
  format?: string
  /** Index into Classeur.styles, absent for the default look. */
  style?: number
}

/** The look of a cell, as far as the page shows it. Colours are '#RRGGBB'. */
export interface StyleCellule {
  gras?: boolean
  italique?: boolean
  taille?: number
  couleur?: string
  fond?: string
  horizontal?: 'left' | 'center' | 'right'
  vertical?: 'top' | 'center' | 'bottom'
  retour?: boolean
  bordures?: boolean
}

/** A rectangle of cells, bounds included, 0-based. */
export interface Plage {
  ligne: number
  colonne: number
  derniereLigne: number
  derniereColonne: number
}

/** The cells of a row by 0-based column, inserted in ascending order. */
export type Rangee = ReadonlyMap<number, Cellule>

export interface Feuille {
  nom: string
  etat: 'visible' | 'masquee' | 'tres-masquee'
  /** Non-blank cells by row, then by column, both 0-based and inserted in ascending order. */
  lignes: Map<number, Rangee>
  fusions: Plage[]
  lignesMasquees: Set<number>
  colonnesMasquees: Set<number>
  /** Excel tables (ListObjects) of the sheet. */
  tableaux: { nom: string; plage: Plage }[]
  /** Column widths in characters, by 0-based column, where the file states one. */
  largeurs: Map<number, number>
  /** Row heights in points, by 0-based row, where the file states one. */
  hauteurs: Map<number, number>
  /** How many rows and columns stay in sight when scrolling. */
  figes: { lignes: number; colonnes: number }
  nbCommentaires: number
  nbValidations: number
  protegee: boolean
}

export interface Classeur {
  /** File name, for messages. */
  nom: string
  feuilles: Feuille[]
  noms: { nom: string; reference: string }[]
  date1904: boolean
  macros: boolean
  liensExternes: number
  styles: StyleCellule[]
  /** The small texts that the product keeps inside the workbook (custom XML parts), by key; absent: none were looked for. */
  donnees?: Readonly<Record<string, string>>
}

/** An empty sheet to fill. */
export function feuilleVide(nom: string): Feuille {
  return {
    nom,
    etat: 'visible',
    lignes: new Map(),
    fusions: [],
    lignesMasquees: new Set(),
    colonnesMasquees: new Set(),
    tableaux: [],
    largeurs: new Map(),
    hauteurs: new Map(),
    figes: { lignes: 0, colonnes: 0 },
    nbCommentaires: 0,
    nbValidations: 0,
    protegee: false,
  }
}

/** An empty workbook to fill. */
export function classeurVide(nom: string): Classeur {
  return { nom, feuilles: [], noms: [], date1904: false, macros: false, liensExternes: 0, styles: [] }
}

/** The cell at a 0-based row and column, or undefined where it is blank. */
export function celluleEn(feuille: Feuille, ligne: number, colonne: number): Cellule | undefined {
  return feuille.lignes.get(ligne)?.get(colonne)
}

/** The cell that a merge covering this place shows, with its row, or the cell itself. */
export function celluleVue(
  feuille: Feuille,
  ligne: number,
  colonne: number,
): { cellule: Cellule | undefined; ligne: number } {
  const ici = celluleEn(feuille, ligne, colonne)
  if (ici) return { cellule: ici, ligne }
  for (const f of feuille.fusions)
    if (f.colonne <= colonne && colonne <= f.derniereColonne && f.ligne < ligne && ligne <= f.derniereLigne)
      return { cellule: celluleEn(feuille, f.ligne, f.colonne), ligne: f.ligne }
  return { cellule: undefined, ligne }
}

/** Puts a cell, creating its row. Rows and columns are to come in ascending order. */
export function poserCellule(feuille: Feuille, ligne: number, colonne: number, cellule: Cellule): void {
  const deja = feuille.lignes.get(ligne)
  const rangee: Map<number, Cellule> = deja instanceof Map ? deja : new Map(deja)
  if (rangee !== deja) feuille.lignes.set(ligne, rangee)
  rangee.set(colonne, cellule)
}
