import { ecrireZip, type EntreeZip } from './zip.ts'

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
export const NSR = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PAQUET = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export const FEUILLE1 = 'xl/worksheets/sheet1.xml'
export const TEXTES = 'xl/sharedStrings.xml'

/** A worksheet part around what it holds. */
export const feuilleXml = (contenu: string) =>
  `${XML}<worksheet xmlns="${NS}" xmlns:r="${NSR}">${contenu}</worksheet>`

/** A worksheet part around its rows. */
export const donneesXml = (lignes: string) => feuilleXml(`<sheetData>${lignes}</sheetData>`)

/** A main part around what it holds. */
export const principaleXml = (contenu: string) =>
  `${XML}<workbook xmlns="${NS}" xmlns:r="${NSR}">${contenu}</workbook>`

/** A relationships part; types by their last segment. */
export const relationsXml = (relations: readonly (readonly [id: string, type: string, cible: string])[]) =>
  `${XML}<Relationships xmlns="${PAQUET}/relationships">${relations
    .map(([id, type, cible]) => `<Relationship Id="${id}" Type="${NSR}/${type}" Target="${cible}"/>`)
    .join('')}</Relationships>`

export const typesXml = (surcharges = '') =>
  `${XML}<Types xmlns="${PAQUET}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${surcharges}</Types>`

const PARTIES: Readonly<Record<string, string>> = {
  '[Content_Types].xml': typesXml(),
  '_rels/.rels': relationsXml([['rId1', 'officeDocument', 'xl/workbook.xml']]),
  'xl/workbook.xml': principaleXml('<sheets><sheet name="Feuil1" sheetId="1" r:id="rId1"/></sheets>'),
  'xl/_rels/workbook.xml.rels': relationsXml([
    ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
    ['rId2', 'sharedStrings', 'sharedStrings.xml'],
    ['rId3', 'styles', 'styles.xml'],
  ]),
  [FEUILLE1]: donneesXml('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>42</v></c></row>'),
  [TEXTES]: `${XML}<sst xmlns="${NS}" count="1" uniqueCount="1"><si><t>ok</t></si></sst>`,
  'xl/styles.xml': `${XML}<styleSheet xmlns="${NS}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf/></cellXfs></styleSheet>`,
}

/** Entries of the smallest workbook, some parts replaced, added, or taken away (null). */
export function parties(changees: Readonly<Record<string, string | Uint8Array | null>> = {}): EntreeZip[] {
  return Object.entries({ ...PARTIES, ...changees }).flatMap(([nom, donnees]) =>
    donnees === null ? [] : [{ nom, donnees }],
  )
}

/** The smallest workbook, some parts changed. */
export const classeurZip = (changees?: Readonly<Record<string, string | Uint8Array | null>>) =>
  ecrireZip(parties(changees))

/** The smallest workbook with one entry written otherwise. */
export const avecEntree = (nom: string, entree: Omit<EntreeZip, 'nom'>) =>
  ecrireZip(parties().map((e) => (e.nom === nom ? { ...e, ...entree } : e)))
