/** The looks of the workbooks that the product writes anew: one table, a name for each look. */

export type StyleNeuf =
  | 'titre'
  | 'sousTitre'
  | 'aide'
  | 'entete'
  | 'libelle'
  | 'saisie'
  | 'saisieCentree'
  | 'saisieEuros'
  | 'saisieDate'
  | 'saisieNombre'
  | 'fixe'
  | 'calcul'
  | 'calculEuros'
  | 'calculDate'
  | 'calculTaux'

const POLICES = ['ordinaire', 'titre', 'gras', 'italique'] as const
const FONDS = ['aucun', 'gray125', 'entete', 'calcul']
const FORMATS = { euros: 164, date: 165, taux: 9 }

interface Look {
  police?: (typeof POLICES)[number]
  fond?: 'entete' | 'calcul'
  bordure?: boolean
  format?: 'euros' | 'date' | 'taux'
  horizontal?: 'center' | 'right'
}

const LOOKS: Readonly<Record<StyleNeuf, Look>> = {
  titre: { police: 'titre' },
  sousTitre: { police: 'italique' },
  aide: { police: 'italique', fond: 'calcul', bordure: true },
  entete: { police: 'gras', fond: 'entete', bordure: true, horizontal: 'center' },
  libelle: { police: 'gras', fond: 'entete', bordure: true },
  saisie: { bordure: true },
  saisieCentree: { bordure: true, horizontal: 'center' },
  saisieEuros: { bordure: true, format: 'euros', horizontal: 'right' },
  saisieDate: { bordure: true, format: 'date', horizontal: 'center' },
  saisieNombre: { bordure: true, horizontal: 'right' },
  fixe: { bordure: true },
  calcul: { fond: 'calcul', bordure: true },
  calculEuros: { fond: 'calcul', bordure: true, format: 'euros', horizontal: 'right' },
  calculDate: { fond: 'calcul', bordure: true, format: 'date', horizontal: 'center' },
  calculTaux: { fond: 'calcul', bordure: true, format: 'taux', horizontal: 'right' },
}

/** The index of each look in the style table; 0 is the default one. */
export const INDICE_STYLE = Object.fromEntries(Object.keys(LOOKS).map((nom, i) => [nom, i + 1])) as Readonly<
  Record<StyleNeuf, number>
>

function xf({ police = 'ordinaire', fond, bordure, format, horizontal }: Look): string {
  const font = POLICES.indexOf(police)
  const fill = fond ? FONDS.indexOf(fond) : 0
  const aligne = horizontal ? ` horizontal="${horizontal}"` : ''
  return `<xf numFmtId="${format ? FORMATS[format] : 0}" fontId="${font}" fillId="${fill}" borderId="${bordure ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="${bordure ? 1 : 0}"${aligne}/></xf>`
}

const police = (interieur: string, taille = 10): string =>
  `<font>${interieur}<sz val="${taille}"/><name val="Calibri"/><family val="2"/></font>`
const fond = (rgb: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/></patternFill></fill>`
const TRAIT = ['left', 'right', 'top', 'bottom']
  .map((cote) => `<${cote} style="thin"><color rgb="FFBFBFBF"/></${cote}>`)
  .join('')

/** The style part, without its declaration. */
export const STYLES_XML = [
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0\\ &quot;€&quot;"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/></numFmts>',
  `<fonts count="4">${police('')}${police('<b/>', 14)}${police('<b/>')}${police('<i/>')}</fonts>`,
  `<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fond('DCE9E2')}${fond('F3F3F3')}</fills>`,
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${TRAIT}<diagonal/></border></borders>`,
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  `<cellXfs count="${Object.keys(LOOKS).length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${Object.values(LOOKS).map(xf).join('')}</cellXfs>`,
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  '</styleSheet>',
].join('')
