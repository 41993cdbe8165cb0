import {
  BooleanNumber,
  CellValueType,
  HorizontalAlign,
  LocaleType,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/core'
import type {
  ICellData,
  IObjectArrayPrimitiveType,
  IColumnData,
  IRowData,
  IStyleData,
  IWorkbookData,
  IWorksheetData,
} from '@univerjs/core'
import type { Cellule, Classeur, Feuille, StyleCellule } from '../../shared/classeur/classeur.ts'
import { dansPlage } from '../../shared/classeur/adresse.ts'
import { enCedant } from '../hote/ceder.ts'
import { etendues } from './debordements.ts'
import { hauteursNaturelles } from './hauteurs.ts'
import { formuleDeGrille } from './langue/formules.ts'

/**
 * A workbook as the grid takes it. What the grid shows is made from the file, what the file keeps is never made
 * from the grid: only values and formulas come back (see relecture.ts).
 */

const LIGNES_DE_MARGE = 30
const COLONNES_DE_MARGE = 4
const LIGNES_MINIMALES = 60
const COLONNES_MINIMALES = 20
/** Pixels of a column width stated in characters of the default font. */
const PIXELS_PAR_CARACTERE = 7
const PIXELS_PAR_POINT = 96 / 72
const COULEUR_BORDURE = '#B4B4B4'

/** The identifier of the n-th sheet inside the grid. */
export function identifiantDeFeuille(rang: number): string {
  return `feuille-${String(rang)}`
}

/**
 * The number format that the grid shows for a file's format. The short date of the file format is written in the
 * American order and shown in the reader's own by Excel.
 */
export function formatAffiche(format: string | undefined): string | undefined {
  if (format === undefined || format === 'General') return undefined
  const net = format.replace(/^\[\$-F800\]|^\[\$-F400\]/i, '')
  if (/^(mm-dd-yy|m\/d\/yy(yy)?|mm\/dd\/yy(yy)?)(;@)?$/i.test(net)) return 'dd/mm/yyyy'
  if (/^m\/d\/yy(yy)? h:mm$/i.test(net)) return 'dd/mm/yyyy hh:mm'
  return net
}

/** The grid's snapshot of a workbook; its sheets come in the file's order. The thread is given back now and then. */
export function instantane(classeur: Classeur, identifiant: string): Promise<IWorkbookData> {
  return enCedant(convertir(classeur, identifiant))
}

function* convertir(classeur: Classeur, identifiant: string): Generator<undefined, IWorkbookData, undefined> {
  const styles = new Styles(classeur.styles)
  const sheetOrder = classeur.feuilles.map((_, rang) => identifiantDeFeuille(rang))
  const sheets: IWorkbookData['sheets'] = {}
  for (const [rang, feuille] of classeur.feuilles.entries())
    sheets[identifiantDeFeuille(rang)] = yield* feuilleDeGrille(feuille, identifiantDeFeuille(rang), styles)
  return {
    id: identifiant,
    name: classeur.nom,
    appVersion: '0.25.1',
    locale: LocaleType.FR_FR,
    styles: styles.table,
    defaultStyle: { ff: 'Calibri, Carlito, "Segoe UI", Arial, sans-serif', fs: 11, vt: VerticalAlign.BOTTOM },
    sheetOrder,
    sheets,
    resources: [{ name: 'SHEET_DEFINED_NAME_PLUGIN', data: JSON.stringify(nomsDefinis(classeur)) }],
  }
}

function nomsDefinis(classeur: Classeur): Record<string, unknown> {
  const noms: Record<string, unknown> = {}
  classeur.noms.forEach(({ nom, reference }, rang) => {
    // Names of the file's own machinery (print areas, filters) are not names that a formula calls.
    if (nom.startsWith('_xlnm.')) return
    const id = `nom-${String(rang)}`
    noms[id] = { id, name: nom, formulaOrRefString: reference, localSheetId: 'AllDefaultWorkbook' }
  })
  return noms
}

/** May be left, and taken up again, after each row. */
function* feuilleDeGrille(
  feuille: Feuille,
  id: string,
  styles: Styles,
): Generator<undefined, Partial<IWorksheetData>, undefined> {
  let derniereLigne = 0
  let derniereColonne = 0
  const remplies = etendues(feuille)
  const cellData: IObjectArrayPrimitiveType<IObjectArrayPrimitiveType<ICellData>> = {}
  for (const [ligne, rangee] of feuille.lignes) {
    const cellules: IObjectArrayPrimitiveType<ICellData> = {}
    for (const [colonne, cellule] of rangee) {
      // What a formula elsewhere fills is its result, not a content of its own (see debordements.ts).
      if (cellule.formule === undefined && remplies.some((p) => dansPlage(p, ligne, colonne))) continue
      cellules[colonne] = celluleDeGrille(cellule, styles)
      if (colonne > derniereColonne) derniereColonne = colonne
    }
    cellData[ligne] = cellules
    if (ligne > derniereLigne) derniereLigne = ligne
    yield
  }
  for (const fusion of feuille.fusions) {
    derniereLigne = Math.max(derniereLigne, fusion.derniereLigne)
    derniereColonne = Math.max(derniereColonne, fusion.derniereColonne)
  }
  const { lignes, colonnes } = feuille.figes
  return {
    id,
    name: feuille.nom,
    hidden: feuille.etat === 'visible' ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    rowCount: Math.max(LIGNES_MINIMALES, derniereLigne + 1 + LIGNES_DE_MARGE),
    columnCount: Math.max(COLONNES_MINIMALES, derniereColonne + 1 + COLONNES_DE_MARGE),
    defaultRowHeight: 20,
    defaultColumnWidth: 76,
    cellData,
    rowData: hauteursDeLignes(feuille, styles.looks),
    columnData: largeursDeColonnes(feuille),
    mergeData: feuille.fusions.map((f) => ({
      startRow: f.ligne,
      startColumn: f.colonne,
      endRow: f.derniereLigne,
      endColumn: f.derniereColonne,
    })),
    freeze:
      lignes > 0 || colonnes > 0
        ? { xSplit: colonnes, ySplit: lignes, startRow: lignes || -1, startColumn: colonnes || -1 }
        : { xSplit: 0, ySplit: 0, startRow: -1, startColumn: -1 },
  }
}

function hauteursDeLignes(
  feuille: Feuille,
  looks: StyleCellule[],
): IObjectArrayPrimitiveType<Partial<IRowData>> {
  const lignes: IObjectArrayPrimitiveType<Partial<IRowData>> = {}
  for (const [ligne, h] of hauteursNaturelles(feuille, looks)) lignes[ligne] = { h }
  for (const [ligne, points] of feuille.hauteurs)
    lignes[ligne] = { h: Math.round(points * PIXELS_PAR_POINT), ia: BooleanNumber.FALSE }
  for (const ligne of feuille.lignesMasquees) lignes[ligne] = { ...lignes[ligne], hd: BooleanNumber.TRUE }
  return lignes
}

function largeursDeColonnes(feuille: Feuille): IObjectArrayPrimitiveType<Partial<IColumnData>> {
  const colonnes: IObjectArrayPrimitiveType<Partial<IColumnData>> = {}
  for (const [colonne, caracteres] of feuille.largeurs)
    colonnes[colonne] = { w: Math.round(caracteres * PIXELS_PAR_CARACTERE + 5) }
  for (const colonne of feuille.colonnesMasquees)
    colonnes[colonne] = { ...colonnes[colonne], hd: BooleanNumber.TRUE }
  return colonnes
}

/** A cell of the grid; texts that look like numbers are typed as texts, so that they stay so. */
export function celluleDeGrille(
  cellule: Cellule,
  styles?: { cle(cellule: Cellule): string | undefined },
): ICellData {
  const { valeur, formule } = cellule
  const resultat: ICellData = {}
  if (typeof valeur === 'number') Object.assign(resultat, { v: valeur, t: CellValueType.NUMBER })
  else if (typeof valeur === 'boolean')
    Object.assign(resultat, { v: valeur ? 1 : 0, t: CellValueType.BOOLEAN })
  else if (typeof valeur === 'string') Object.assign(resultat, { v: valeur, t: CellValueType.STRING })
  else if (valeur !== null) Object.assign(resultat, { v: valeur.erreur, t: CellValueType.STRING })
  if (formule !== undefined) resultat.f = `=${formuleDeGrille(formule)}`
  const style = styles?.cle(cellule)
  if (style !== undefined) resultat.s = style
  return resultat
}

/** The style table of the snapshot: one entry for each look × number format met. */
class Styles {
  readonly table: Record<string, IStyleData> = {}
  readonly looks: StyleCellule[]

  constructor(looks: StyleCellule[]) {
    this.looks = looks
  }

  cle(cellule: Cellule): string | undefined {
    const format = formatAffiche(cellule.format)
    if (cellule.style === undefined && format === undefined) return undefined
    const cle = `s${String(cellule.style ?? '')}|${format ?? ''}`
    if (!this.table[cle]) {
      const look = cellule.style === undefined ? undefined : this.looks[cellule.style]
      this.table[cle] = {
        ...styleDeGrille(look ?? {}),
        ...(format === undefined ? {} : { n: { pattern: format } }),
      }
    }
    return cle
  }
}

const HORIZONTAL = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
}
const VERTICAL = { top: VerticalAlign.TOP, center: VerticalAlign.MIDDLE, bottom: VerticalAlign.BOTTOM }

function styleDeGrille(look: StyleCellule): IStyleData {
  const style: IStyleData = {}
  if (look.gras) style.bl = BooleanNumber.TRUE
  if (look.italique) style.it = BooleanNumber.TRUE
  if (look.taille !== undefined) style.fs = look.taille
  if (look.couleur) style.cl = { rgb: look.couleur }
  if (look.fond) style.bg = { rgb: look.fond }
  if (look.horizontal) style.ht = HORIZONTAL[look.horizontal]
  if (look.vertical) style.vt = VERTICAL[look.vertical]
  if (look.retour) style.tb = WrapStrategy.WRAP
  if (look.bordures) {
    const trait = { s: 1, cl: { rgb: COULEUR_BORDURE } }
    style.bd = { t: trait, b: trait, l: trait, r: trait }
  }
  return style
}
