import ExcelJS from 'exceljs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** Builds .xlsx files from a compact description, for the example workbooks and for every test that needs a real file. */

/** The look of a cell; colours are 'RRGGBB'. */
export interface StyleDecrit {
  gras?: boolean
  italique?: boolean
  taille?: number
  fond?: string
  couleur?: string
  horizontal?: 'left' | 'center' | 'right'
  retour?: boolean
  bordure?: boolean
}

/** A cell with more than a value: a formula (invariant grammar, without '=') and its cached result, a number format, a look. */
export interface CelluleDecrite {
  valeur?: string | number | boolean | null
  formule?: string
  resultat?: string | number | boolean
  /** An Excel error as the value, or as a formula's result: '#REF!', '#N/A' … */
  erreur?: string
  /** Number format code as the file stores it. */
  format?: string
  style?: StyleDecrit
}

/** What a cell holds: null leaves it blank. */
export type ValeurDecrite = string | number | boolean | null | CelluleDecrite

export interface FeuilleDecrite {
  nom: string
  /** Rows of cells from A1. */
  lignes: ValeurDecrite[][]
  /** Column widths in characters, from column A. */
  largeurs?: number[]
  /** Row heights in points, by 1-based row. */
  hauteurs?: Record<number, number>
  /** Merged ranges: 'A1:K1'. */
  fusions?: string[]
  /** Rows and columns that stay in sight. */
  figes?: { lignes: number; colonnes: number }
  etat?: 'visible' | 'hidden' | 'veryHidden'
  lignesMasquees?: number[]
  protegee?: boolean
  /** Prints in landscape, one page wide, these rows ('6:6') on every page. */
  impression?: { titres?: string }
}

/** The same bytes on every run: dates are fixed, and local parts make the archive's time the same in every time zone. */
const DATE = new Date(Date.UTC(2023, 5, 27, 12, 0, 0))
const DATE_ARCHIVE = new Date(2023, 5, 27, 12, 0, 0)

function remplir(cellule: ExcelJS.Cell, v: CelluleDecrite): void {
  if (v.formule !== undefined) {
    const result =
      v.erreur === undefined ? v.resultat : { error: v.erreur as ExcelJS.CellErrorValue['error'] }
    cellule.value = { formula: v.formule, result } as ExcelJS.CellFormulaValue
  } else if (v.erreur !== undefined) {
    cellule.value = { error: v.erreur } as ExcelJS.CellErrorValue
  } else if (v.valeur !== null && v.valeur !== undefined) cellule.value = v.valeur
  if (v.format !== undefined) cellule.numFmt = v.format
  const { style } = v
  if (!style) return
  cellule.font = {
    name: 'Calibri',
    size: style.taille ?? 10,
    ...(style.gras && { bold: true }),
    ...(style.italique && { italic: true }),
    ...(style.couleur !== undefined && { color: { argb: `FF${style.couleur}` } }),
  }
  cellule.alignment = {
    vertical: 'top',
    ...(style.horizontal && { horizontal: style.horizontal }),
    ...(style.retour && { wrapText: true }),
  }
  if (style.fond !== undefined)
    cellule.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${style.fond}` } }
  if (style.bordure) {
    const trait = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const
    cellule.border = { top: trait, left: trait, bottom: trait, right: trait }
  }
}

async function ajouterFeuille(classeur: ExcelJS.Workbook, decrite: FeuilleDecrite): Promise<void> {
  const feuille = classeur.addWorksheet(decrite.nom)
  if (decrite.etat) feuille.state = decrite.etat
  for (const [i, ligne] of decrite.lignes.entries())
    for (const [j, v] of ligne.entries()) {
      if (v === null) continue
      remplir(feuille.getCell(i + 1, j + 1), typeof v === 'object' ? v : { valeur: v })
    }
  for (const [j, largeur] of (decrite.largeurs ?? []).entries()) feuille.getColumn(j + 1).width = largeur
  for (const [ligne, hauteur] of Object.entries(decrite.hauteurs ?? {}))
    feuille.getRow(Number(ligne)).height = hauteur
  for (const ligne of decrite.lignesMasquees ?? []) feuille.getRow(ligne).hidden = true
  for (const fusion of decrite.fusions ?? []) feuille.mergeCells(fusion)
  if (decrite.figes)
    feuille.views = [{ state: 'frozen', ySplit: decrite.figes.lignes, xSplit: decrite.figes.colonnes }]
  if (decrite.impression) {
    Object.assign(feuille.pageSetup, {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      ...(decrite.impression.titres !== undefined && { printTitlesRow: decrite.impression.titres }),
    })
    feuille.headerFooter.oddFooter = '&L&A&RPage &P sur &N'
  }
  // Without a password there is no salt, so the bytes stay the same.
  if (decrite.protegee) await feuille.protect('', {})
}

/**
 * Writes an .xlsx file. The same description always gives the same bytes.
 *
 * @param options.titre and options.auteur go to the file's properties
 */
export async function fabriquerClasseur(
  feuilles: FeuilleDecrite[],
  options: { titre?: string; auteur?: string } = {},
): Promise<Uint8Array> {
  const classeur = new ExcelJS.Workbook()
  classeur.creator = options.auteur ?? 'Direction des finances'
  classeur.lastModifiedBy = classeur.creator
  classeur.title = options.titre ?? ''
  classeur.created = DATE
  classeur.modified = DATE
  for (const feuille of feuilles) await ajouterFeuille(classeur, feuille)
  return ranger(new Uint8Array(await classeur.xlsx.writeBuffer()))
}

/** Zips a file's parts again with a fixed date, its table of contents first. */
function ranger(octets: Uint8Array): Uint8Array {
  const parties = unzipSync(octets)
  // exceljs writes a sheet's name between apostrophes without doubling its own: Excel would offer to repair the file.
  parties['xl/workbook.xml'] = strToU8(
    strFromU8(parties['xl/workbook.xml']!).replace(
      /(<definedName [^>]*>)&apos;(.*?)&apos;!/g,
      (_, balise: string, nom: string) => `${balise}&apos;${nom.replaceAll('&apos;', '&apos;&apos;')}&apos;!`,
    ),
  )
  const premier = '[Content_Types].xml'
  const noms = Object.keys(parties).filter((nom) => nom !== premier && !nom.endsWith('/'))
  return zipSync(Object.fromEntries([premier, ...noms].map((nom) => [nom, parties[nom]!])), {
    level: 9,
    mtime: DATE_ARCHIVE,
  })
}
