import { strToU8, zipSync } from 'fflate'
import { adresse, lettresDeColonne } from '../classeur/adresse.ts'
import { euros } from '../montant/format.ts'
import type { CelluleRapport, TableauRapport } from './tableaux.ts'

/** Writes tables as a new workbook (.xlsx): texts in line, amounts as numbers, headers frozen, ready to print. */

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const PRINCIPAL = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PAQUET = 'http://schemas.openxmlformats.org/package/2006'

/** Indexes into the cellXfs below. */
const TEXTE = 1
const ENTETE = 2
const MONTANT = 3

const STYLES = `${DECLARATION}<styleSheet xmlns="${PRINCIPAL}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.00\\ &quot;€&quot;"/></numFmts><fonts count="2"><font><sz val="10"/><name val="Calibri"/></font><font><b/><sz val="10"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE3F7F4"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs></styleSheet>`

/**
 * The bytes of the workbook; the same tables give the same bytes.
 * @param tableaux one sheet each; their names are to be distinct and short enough for Excel (31 signs)
 */
export function ecrireClasseurRapport(tableaux: readonly TableauRapport[]): Uint8Array<ArrayBuffer> {
  const feuilles = tableaux.map((t, i): [string, string] => [`xl/worksheets/sheet${i + 1}.xml`, feuille(t)])
  const rels = tableaux.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`))
  const parties: [string, string][] = [
    ['[Content_Types].xml', types(tableaux.length)],
    ['_rels/.rels', relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')])],
    ['xl/workbook.xml', classeur(tableaux)],
    ['xl/_rels/workbook.xml.rels', relations([...rels, relation('rIdStyles', 'styles', 'styles.xml')])],
    ['xl/styles.xml', STYLES],
    ...feuilles,
  ]
  // A date that never changes: the report is compared by its bytes.
  return zipSync(Object.fromEntries(parties.map(([nom, xml]) => [nom, strToU8(xml)])), {
    mtime: new Date(1980, 0, 1),
  })
}

function types(nombre: number): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const feuilles = Array.from(
    { length: nombre },
    (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
  )
  return `${DECLARATION}<Types xmlns="${PAQUET}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${feuilles.join('')}</Types>`
}

function relation(id: string, genre: string, cible: string): string {
  return `<Relationship Id="${id}" Type="${RELATIONS}/${genre}" Target="${cible}"/>`
}

function relations(liste: readonly string[]): string {
  return `${DECLARATION}<Relationships xmlns="${PAQUET}/relationships">${liste.join('')}</Relationships>`
}

function classeur(tableaux: readonly TableauRapport[]): string {
  const feuilles = tableaux.map(
    (t, i) => `<sheet name="${echapper(t.nom)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  )
  return `${DECLARATION}<workbook xmlns="${PRINCIPAL}" xmlns:r="${RELATIONS}"><sheets>${feuilles.join('')}</sheets></workbook>`
}

function feuille({ largeurs, entetes, lignes }: TableauRapport): string {
  const colonnes = largeurs.map(
    (largeur, i) => `<col min="${i + 1}" max="${i + 1}" width="${largeur}" customWidth="1"/>`,
  )
  const rangees = [
    rangee(
      0,
      entetes.map((e) => cellule(e, ENTETE)),
    ),
    ...lignes.map((l, i) =>
      rangee(
        i + 1,
        l.map((c) => cellule(c, TEXTE)),
      ),
    ),
  ]
  const derniere = `${lettresDeColonne(entetes.length - 1)}${lignes.length + 1}`
  return `${DECLARATION}<worksheet xmlns="${PRINCIPAL}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${derniere}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${colonnes.join('')}</cols><sheetData>${rangees.join('')}</sheetData><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`
}

type Ecrire = (ou: string) => string

function rangee(ligne: number, cellules: readonly Ecrire[]): string {
  return `<row r="${ligne + 1}">${cellules.map((ecrire, i) => ecrire(adresse(ligne, i))).join('')}</row>`
}

function cellule(valeur: CelluleRapport, style: number): Ecrire {
  return (ou) => {
    if (valeur === null || valeur === '') return ''
    if (typeof valeur === 'number') return `<c r="${ou}" s="${style}"><v>${valeur}</v></c>`
    if (typeof valeur === 'object') return `<c r="${ou}" s="${MONTANT}"><v>${euros(valeur.centimes)}</v></c>`
    return `<c r="${ou}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${echapper(valeur)}</t></is></c>`
  }
}

/** Escapes a text; what XML cannot hold becomes U+FFFD, and a cell holds 32,767 signs at most. */
function echapper(texte: string): string {
  return texte
    .slice(0, 32_767)
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}
