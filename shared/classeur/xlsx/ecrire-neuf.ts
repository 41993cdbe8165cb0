import { strToU8, zipSync } from 'fflate'
import { adresse, lettresDeColonne } from '../adresse.ts'
import { elementCellule } from './element-cellule.ts'
import { formuleEcrite } from './formules.ts'
import { echapperXml } from './texte.ts'
import { INDICE_STYLE, STYLES_XML } from './styles-neufs.ts'
import type { StyleNeuf } from './styles-neufs.ts'

/** Writes a new workbook (.xlsx) with validations, formulas and print set-up: the models that the product offers. */

export interface CelluleNeuve {
  style: StyleNeuf
  /** The value, or with a formula its result. */
  valeur?: string | number | boolean | null
  /** Invariant grammar; functions of the add-in as people write them: CDPPE.ELIGIBLE(…). */
  formule?: string
}

export interface ValidationNeuve {
  /** 'C7:C66'. */
  plage: string
  /** A formula that gives the list: Listes!$A$2:$A$15, or '"FIR,P304,ONDAM"'. */
  liste?: string
  /** Without a list: an amount of 0 or more, or a date. */
  genre?: 'montant' | 'date'
  /** What is shown when the cell is entered, and when something else is typed. */
  titre: string
  message: string
  /** Another value is questioned, not refused. */
  souple?: boolean
}

export interface FeuilleNeuve {
  nom: string
  /** Rows of cells from A1; null leaves a cell blank. */
  lignes: (CelluleNeuve | null)[][]
  /** Column widths in characters, from column A. */
  largeurs: number[]
  /** Row heights in points, by 1-based row. */
  hauteurs?: Record<number, number>
  fusions?: string[]
  /** Rows and columns that stay in sight. */
  figes?: { lignes: number; colonnes: number }
  validations?: ValidationNeuve[]
  /** Rows printed on every page: '6:6'. */
  titres?: string
  portrait?: boolean
  masquee?: boolean
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const PRINCIPAL = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PAQUET = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The bytes of the workbook, the same for the same sheets. `titre` goes into the printed header, at the right. */
export function ecrireClasseurNeuf(
  feuilles: readonly FeuilleNeuve[],
  titre: string,
): Uint8Array<ArrayBuffer> {
  const parties: [string, string][] = [
    ['[Content_Types].xml', types(feuilles.length)],
    ['_rels/.rels', relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')])],
    ['xl/workbook.xml', classeur(feuilles)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...feuilles.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)),
        relation('rIdStyles', 'styles', 'styles.xml'),
      ]),
    ],
    ['xl/styles.xml', DECLARATION + STYLES_XML],
    ...feuilles.map((f, i): [string, string] => [
      `xl/worksheets/sheet${i + 1}.xml`,
      feuille(f, titre, i === 0),
    ]),
  ]
  return zipSync(Object.fromEntries(parties.map(([nom, xml]) => [nom, strToU8(xml)])), {
    mtime: new Date(1980, 0, 1),
  })
}

function types(nombre: number): string {
  const feuilles = Array.from(
    { length: nombre },
    (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  )
  return `${DECLARATION}<Types xmlns="${PAQUET}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${feuilles.join('')}</Types>`
}

const relation = (id: string, genre: string, cible: string): string =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${genre}" Target="${cible}"/>`

const relations = (liste: readonly string[]): string =>
  `${DECLARATION}<Relationships xmlns="${PAQUET}/relationships">${liste.join('')}</Relationships>`

function classeur(feuilles: readonly FeuilleNeuve[]): string {
  const liste = feuilles.map(
    ({ nom, masquee }, i) =>
      `<sheet name="${echapperXml(nom)}" sheetId="${i + 1}"${masquee ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
  )
  const titres = feuilles.flatMap(({ nom, titres }, i) => {
    if (titres === undefined) return []
    const [de, a] = titres.split(':')
    const ou = `'${nom.replaceAll("'", "''")}'!$${de}:$${a}`
    return [`<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${echapperXml(ou)}</definedName>`]
  })
  const noms = titres.length === 0 ? '' : `<definedNames>${titres.join('')}</definedNames>`
  return `${DECLARATION}<workbook xmlns="${PRINCIPAL}" xmlns:r="${RELATIONS}"><sheets>${liste.join('')}</sheets>${noms}<calcPr fullCalcOnLoad="1"/></workbook>`
}

function feuille(f: FeuilleNeuve, titre: string, premiere: boolean): string {
  const colonnes = f.largeurs.map(
    (l, i) => `<col min="${i + 1}" max="${i + 1}" width="${l}" customWidth="1"/>`,
  )
  const rangees = f.lignes.map((cellules, ligne) => {
    const hauteur = f.hauteurs?.[ligne + 1]
    const ht = hauteur === undefined ? '' : ` ht="${hauteur}" customHeight="1"`
    const contenu = cellules.map((c, colonne) => (c ? cellule(ligne, colonne, c) : '')).join('')
    return contenu === '' && ht === '' ? '' : `<row r="${ligne + 1}"${ht}>${contenu}</row>`
  })
  const largeur = Math.max(1, ...f.lignes.map((l) => l.length))
  const fusions = (f.fusions ?? []).map((ref) => `<mergeCell ref="${ref}"/>`)
  const validations = (f.validations ?? []).map(validation)
  return [
    `${DECLARATION}<worksheet xmlns="${PRINCIPAL}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<dimension ref="A1:${lettresDeColonne(largeur - 1)}${Math.max(1, f.lignes.length)}"/>`,
    `<sheetViews><sheetView showGridLines="0"${premiere ? ' tabSelected="1"' : ''} workbookViewId="0">${volets(f)}</sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="15"/><cols>${colonnes.join('')}</cols><sheetData>${rangees.join('')}</sheetData>`,
    fusions.length === 0 ? '' : `<mergeCells count="${fusions.length}">${fusions.join('')}</mergeCells>`,
    validations.length === 0
      ? ''
      : `<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>`,
    `<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>`,
    `<pageSetup paperSize="9" orientation="${f.portrait ? 'portrait' : 'landscape'}" fitToWidth="1" fitToHeight="0"/>`,
    // « & » introduces a code in headers: a name is written with it doubled.
    `<headerFooter><oddHeader>${echapperXml(`&L${titre.replaceAll('&', '&&')}&R&F`)}</oddHeader><oddFooter>${echapperXml('&L&A&RPage &P sur &N')}</oddFooter></headerFooter></worksheet>`,
  ].join('')
}

function volets({ figes }: FeuilleNeuve): string {
  if (!figes) return ''
  const { lignes, colonnes } = figes
  const x = colonnes > 0 ? ` xSplit="${colonnes}"` : ''
  const y = lignes > 0 ? ` ySplit="${lignes}"` : ''
  const actif = colonnes > 0 && lignes > 0 ? 'bottomRight' : lignes > 0 ? 'bottomLeft' : 'topRight'
  return `<pane${x}${y} topLeftCell="${adresse(lignes, colonnes)}" activePane="${actif}" state="frozen"/>`
}

function cellule(ligne: number, colonne: number, { style, valeur = null, formule }: CelluleNeuve): string {
  const s = String(INDICE_STYLE[style])
  return elementCellule('', { ligne, colonne, valeur, formule }, s, true)
}

function validation({ plage, liste, genre, titre, message, souple }: ValidationNeuve): string {
  const type =
    liste !== undefined
      ? 'type="list"'
      : genre === 'date'
        ? 'type="date" operator="greaterThan"'
        : 'type="decimal" operator="greaterThanOrEqual"'
  const borne = liste === undefined ? (genre === 'date' ? '36526' : '0') : echapperXml(formuleEcrite(liste))
  const style = souple ? ' errorStyle="warning"' : ''
  const t = echapperXml(titre)
  const m = echapperXml(message)
  return `<dataValidation ${type}${style} allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="${t}" error="${m}" promptTitle="${t}" prompt="${m}" sqref="${plage}"><formula1>${borne}</formula1></dataValidation>`
}
