import type { CodeRefus } from '../../shared/classeur/xlsx/refus.ts'
import { utils, write } from '@e965/xlsx'
import { conteneurOle } from './ole.ts'
import {
  avecEntree,
  classeurZip,
  donneesXml,
  FEUILLE1,
  feuilleXml,
  NS,
  parties,
  principaleXml,
  relationsXml,
  TEXTES,
  typesXml,
  XML,
} from './squelette.ts'
import { ecrireZip, repeter, type Brut } from './zip.ts'

/** A hostile or foreign file, and what is to become of it. */
export interface FichierHostile {
  nom: string
  attendu: CodeRefus | 'lu'
  octets(): Uint8Array
  /** Made to exhaust the machine: measured in a process of its own. */
  lourd?: boolean
}

const MEGA = 1 << 20
const zeros = new Uint8Array(MEGA)
const textes = (contenu: string) => ({ [TEXTES]: `${XML}<sst xmlns="${NS}">${contenu}</sst>` })
const feuille = (lignes: string) => classeurZip({ [FEUILLE1]: donneesXml(lignes) })
const A1 = '<row r="1"><c r="A1"><v>1</v></c></row>'
const debutFeuille = `${XML}<worksheet xmlns="${NS}"><sheetData>`
const finFeuille = '</sheetData></worksheet>'

/** 64 MB that inflate from next to nothing. */
const petiteBombe = () => repeter('', zeros, 64, '')
let zerosDeflates: Brut | undefined
const bombeZeros = () => (zerosDeflates ??= repeter(debutFeuille, zeros, 1024, finFeuille))
const cellules = '<row><c><v>0</v></c><c><v>0</v></c><c><v>0</v></c><c><v>0</v></c></row>'.repeat(20_000)

/** Text that deflate cannot shrink two hundred times, so that only counting stops it. */
function lignesVariees(nombre: number, cellule: (n: number) => string): string {
  let graine = 1
  let lignes = ''
  for (let i = 0; i < nombre; i++) {
    graine = (graine * 48_271) % 2_147_483_647
    lignes += cellule(graine)
  }
  return lignes
}

const BOMBES: FichierHostile[] = [
  {
    nom: 'bombe-1-go-de-zeros',
    attendu: 'contenu-trop-gros',
    octets: () => avecEntree(FEUILLE1, { brut: bombeZeros() }),
  },
  {
    nom: 'bombe-taille-menteuse',
    attendu: 'abime',
    octets: () => avecEntree(FEUILLE1, { brut: bombeZeros(), tailleAnnoncee: 1000 }),
  },
  {
    nom: 'bombe-taille-menteuse-descripteur',
    attendu: 'abime',
    octets: () => avecEntree(FEUILLE1, { brut: petiteBombe(), tailleAnnoncee: 1000, descripteur: 'signe' }),
  },
  {
    nom: 'bombe-40-millions-de-cellules',
    attendu: 'contenu-trop-gros',
    octets: () => avecEntree(FEUILLE1, { brut: repeter(debutFeuille, cellules, 500, finFeuille) }),
  },
  {
    nom: 'bombe-cellules-sous-la-limite-de-taille',
    attendu: 'bombe',
    octets: () => avecEntree(FEUILLE1, { brut: repeter(debutFeuille, cellules, 100, finFeuille) }),
  },
  {
    nom: 'bombe-cellules-peu-compressibles',
    attendu: 'trop-de-cellules',
    octets: () => {
      const bloc = lignesVariees(
        10_000,
        (n) => `<row><c><v>${String(n)}</v></c><c><v>${String(n % 977)}</v></c></row>`,
      )
      return avecEntree(FEUILLE1, { brut: repeter(debutFeuille, bloc, 90, finFeuille) })
    },
  },
  {
    nom: 'bombe-cellules-vides',
    attendu: 'trop-de-cellules',
    octets: () => {
      const bloc = lignesVariees(10_000, (n) => `<c s="${String(n % 9973)}"/>`)
      return avecEntree(FEUILLE1, {
        brut: repeter(`${debutFeuille}<row>`, `</row><row>${bloc}`, 900, `</row>${finFeuille}`),
      })
    },
  },
  {
    nom: 'bombe-600-mo-un-texte',
    attendu: 'contenu-trop-gros',
    octets: () =>
      avecEntree(TEXTES, {
        brut: repeter(`<sst xmlns="${NS}"><si><t>`, 'A'.repeat(MEGA), 600, '</t></si></sst>'),
      }),
  },
  {
    nom: 'texte-sans-fin',
    attendu: 'trop-de-texte',
    octets: () => {
      const bloc = lignesVariees(10_000, String)
      return avecEntree(TEXTES, { brut: repeter(`<sst xmlns="${NS}"><si><t>`, bloc, 400, '</t></si></sst>') })
    },
  },
  {
    nom: 'texte-sans-fin-en-morceaux',
    attendu: 'trop-de-texte',
    octets: () => {
      const bloc = `<r><t>${lignesVariees(10_000, String)}</t></r>`
      return avecEntree(TEXTES, { brut: repeter(`<sst xmlns="${NS}"><si>`, bloc, 400, '</si></sst>') })
    },
  },
  {
    nom: 'commentaire-xml-sans-fin',
    attendu: 'trop-de-texte',
    octets: () =>
      avecEntree(TEXTES, {
        brut: repeter(`<sst xmlns="${NS}"><!--`, lignesVariees(10_000, String), 400, '--></sst>'),
      }),
  },
  {
    nom: 'attribut-sans-fin',
    attendu: 'trop-de-texte',
    octets: () =>
      avecEntree(TEXTES, {
        brut: repeter(`<sst xmlns="${NS}" a="`, lignesVariees(10_000, String), 400, '"></sst>'),
      }),
  },
  {
    nom: 'textes-innombrables',
    attendu: 'trop-de-texte',
    octets: () => {
      const bloc = lignesVariees(10_000, (n) => `<si><t>${String(n)}</t></si>`)
      return avecEntree(TEXTES, { brut: repeter(`<sst xmlns="${NS}">`, bloc, 400, '</sst>') })
    },
  },
  {
    nom: 'formule-partagee-multipliee',
    attendu: 'trop-de-texte',
    octets: () => {
      const maitre = `<row r="1"><c r="A1"><f t="shared" ref="A1:A100000" si="0">${'B1+'.repeat(2600)}1</f><v>1</v></c></row>`
      const suite = Array.from(
        { length: 99_999 },
        (_, i) =>
          `<row r="${String(i + 2)}"><c r="A${String(i + 2)}"><f t="shared" si="0"/><v>1</v></c></row>`,
      )
      return feuille(maitre + suite.join(''))
    },
  },
  {
    nom: 'media-1-go-jamais-lu',
    attendu: 'contenu-trop-gros',
    octets: () =>
      ecrireZip([...parties(), { nom: 'xl/media/image1.bin', brut: repeter('', zeros, 1024, '') }]),
  },
  {
    nom: 'entrees-qui-se-recouvrent',
    attendu: 'entrees-cachees',
    octets: () => {
      const brut = repeter('', lignesVariees(10_000, String), 10, '')
      const memes = Array.from({ length: 200 }, (_, i) => ({
        nom: `xl/media/k${String(i)}.bin`,
        brut,
        decalage: 0,
      }))
      return ecrireZip([{ nom: 'xl/media/k.bin', brut }, ...parties(), ...memes])
    },
  },
  {
    nom: 'entree-dans-une-entree',
    attendu: 'doublons',
    octets: () => {
      const dedans = ecrireZip([{ nom: 'x/b', donnees: 'deux' }])
      const externe = { nom: 'x/a', donnees: dedans, stocke: true }
      return ecrireZip([externe, ...parties(), { nom: 'x/b', donnees: 'deux', decalage: 30 + 'x/a'.length }])
    },
  },
  {
    nom: 'soixante-mille-entrees',
    attendu: 'trop-de-parties',
    octets: () =>
      ecrireZip([
        ...parties(),
        ...Array.from({ length: 60_000 }, (_, i) => ({ nom: `x/${String(i)}`, stocke: true })),
      ]),
  },
  {
    nom: 'quarante-et-un-mega-octets',
    attendu: 'fichier-trop-gros',
    octets: () => new Uint8Array(41 * MEGA),
  },
  {
    nom: 'meme-feuille-mille-fois',
    attendu: 'feuilles-en-double',
    octets: () =>
      classeurZip({
        'xl/workbook.xml': principaleXml(
          `<sheets>${Array.from({ length: 1000 }, (_, i) => `<sheet name="F${String(i)}" sheetId="${String(i + 1)}" r:id="rId1"/>`).join('')}</sheets>`,
        ),
      }),
  },
  {
    nom: 'cent-mille-relations',
    attendu: 'trop-de-parties',
    octets: () =>
      classeurZip({
        'xl/worksheets/_rels/sheet1.xml.rels': relationsXml(
          Array.from(
            { length: 100_000 },
            (_, i) => [`r${String(i)}`, 'comments', '../comments1.xml'] as const,
          ),
        ),
        'xl/comments1.xml': `<comments xmlns="${NS}"/>`,
      }),
  },
]

function milliardDeRires(): string {
  let dtd = '<!DOCTYPE sst [<!ENTITY a0 "ha">'
  for (let i = 1; i < 10; i++) dtd += `<!ENTITY a${String(i)} "${`&a${String(i - 1)};`.repeat(10)}">`
  return `${XML.trim()}${dtd}]><sst xmlns="${NS}"><si><t>&a9;</t></si></sst>`
}

const XML_PIEGES: FichierHostile[] = [
  {
    nom: 'milliard-de-rires',
    attendu: 'doctype',
    octets: () => classeurZip({ [TEXTES]: milliardDeRires() }),
  },
  {
    nom: 'entite-externe-fichier',
    attendu: 'doctype',
    octets: () =>
      classeurZip({
        [TEXTES]: `<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/hostname">]><sst xmlns="${NS}"><si><t>&x;</t></si></sst>`,
      }),
  },
  {
    nom: 'dtd-externe',
    attendu: 'doctype',
    octets: () =>
      classeurZip({
        'xl/workbook.xml': `<!DOCTYPE workbook SYSTEM "http://127.0.0.1:9/x.dtd">${principaleXml('').slice(XML.length)}`,
      }),
  },
  { nom: 'entite-non-declaree', attendu: 'xml', octets: () => classeurZip(textes('<si><t>&x;</t></si>')) },
  {
    nom: 'emboitement-profond',
    attendu: 'profondeur',
    octets: () => feuille('<row>'.repeat(200_000) + '</row>'.repeat(200_000)),
  },
  {
    nom: 'noms-du-prototype',
    attendu: 'lu',
    octets: () =>
      classeurZip({
        'xl/workbook.xml': principaleXml(
          '<sheets><sheet name="__proto__" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="__proto__">A!$A$1</definedName><definedName name="constructor">1</definedName></definedNames>',
        ),
        [FEUILLE1]: donneesXml(
          '<row r="1" __proto__="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="__proto__"><v>1</v></c></row>',
        ),
        ...textes('<si><t>__proto__</t></si>'),
      }),
  },
  {
    nom: 'format-de-cent-mille-signes',
    attendu: 'lu',
    octets: () =>
      classeurZip({
        'xl/styles.xml': `<styleSheet xmlns="${NS}"><numFmts><numFmt numFmtId="164" formatCode="${'['.repeat(50_000)}${'0.'.repeat(50_000)}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>`,
      }),
  },
  {
    nom: 'xml-coupe',
    attendu: 'xml',
    octets: () => classeurZip({ [FEUILLE1]: `${debutFeuille}${A1}<row r="2"><c r="A` }),
  },
  { nom: 'feuille-vide-d-octets', attendu: 'xml', octets: () => classeurZip({ [FEUILLE1]: '' }) },
  {
    nom: 'encodage-inconnu',
    attendu: 'encodage',
    octets: () =>
      classeurZip({ [FEUILLE1]: `<?xml version="1.0" encoding="UTF-7"?><worksheet xmlns="${NS}"/>` }),
  },
  {
    nom: 'octets-hors-utf-8',
    attendu: 'encodage',
    octets: () =>
      classeurZip({ [TEXTES]: Buffer.from(`<sst xmlns="${NS}"><si><t>\xe9t\xe9</t></si></sst>`, 'latin1') }),
  },
]

const ARCHIVES: FichierHostile[] = [
  {
    nom: 'noms-qui-sortent',
    attendu: 'noms-interdits',
    octets: () => ecrireZip([...parties(), { nom: '../../../hostile', donnees: 'x' }]),
  },
  {
    nom: 'noms-qui-sortent-barre-inverse',
    attendu: 'noms-interdits',
    octets: () => ecrireZip([...parties(), { nom: '..\\..\\hostile', donnees: 'x' }]),
  },
  {
    nom: 'nom-absolu',
    attendu: 'noms-interdits',
    octets: () => ecrireZip([...parties(), { nom: '/etc/x', donnees: 'x' }]),
  },
  {
    nom: 'nom-avec-lecteur',
    attendu: 'noms-interdits',
    octets: () => ecrireZip([...parties(), { nom: 'C:/x', donnees: 'x' }]),
  },
  {
    nom: 'lien-symbolique',
    attendu: 'noms-interdits',
    octets: () =>
      ecrireZip([
        ...parties(),
        { nom: 'xl/media/l', donnees: '/etc/passwd', stocke: true, attributs: 0o120777 << 16 },
      ]),
  },
  {
    nom: 'relation-qui-sort',
    attendu: 'partie-absente',
    octets: () =>
      classeurZip({
        'xl/_rels/workbook.xml.rels': relationsXml([['rId1', 'worksheet', '../../../../etc/passwd']]),
      }),
  },
  {
    nom: 'coupe-a-moitie',
    attendu: 'coupe',
    octets: () => classeurZip().subarray(0, classeurZip().length >> 1),
  },
  {
    nom: 'coupe-dans-la-fin',
    attendu: 'coupe',
    octets: () => classeurZip().subarray(0, classeurZip().length - 10),
  },
  { nom: 'coupe-apres-trois-octets', attendu: 'coupe', octets: () => classeurZip().subarray(0, 3) },
  {
    nom: 'somme-de-controle-fausse',
    attendu: 'abime',
    octets: () => avecEntree(FEUILLE1, { donnees: donneesXml(A1), crcAnnonce: 0xdeadbeef }),
  },
  {
    nom: 'compression-abimee',
    attendu: 'abime',
    octets: () => avecEntree(FEUILLE1, { brut: { compresse: Buffer.alloc(200, 0xff), taille: 300, crc: 1 } }),
  },
  {
    nom: 'compression-inachevee',
    attendu: 'abime',
    octets: () => {
      const brut = repeter(debutFeuille, A1, 1, finFeuille)
      return avecEntree(FEUILLE1, { brut: { ...brut, compresse: brut.compresse.subarray(0, 60) } })
    },
  },
  {
    nom: 'compression-inconnue',
    attendu: 'compression',
    octets: () => avecEntree(FEUILLE1, { methodeAnnoncee: 12 }),
  },
  {
    nom: 'archive-a-mot-de-passe',
    attendu: 'archive-chiffree',
    octets: () => avecEntree(FEUILLE1, { drapeaux: 1 }),
  },
  {
    nom: 'entree-en-double',
    attendu: 'doublons',
    octets: () => ecrireZip([...parties(), { nom: FEUILLE1, donnees: donneesXml('') }]),
  },
  {
    nom: 'entree-en-double-autre-casse',
    attendu: 'doublons',
    octets: () => ecrireZip([...parties(), { nom: 'xl/worksheets/Sheet1.XML', donnees: donneesXml('') }]),
  },
  {
    nom: 'entree-en-double-autre-composition',
    attendu: 'doublons',
    octets: () =>
      ecrireZip([...parties(), { nom: 'x/e\u0301', donnees: '' }, { nom: 'x/\u00e9', donnees: '' }]),
  },
  {
    nom: 'entree-en-double-barre-inverse',
    attendu: 'doublons',
    octets: () => ecrireZip([...parties(), { nom: 'xl\\worksheets\\sheet1.xml', donnees: donneesXml('') }]),
  },
  {
    nom: 'nom-local-different',
    attendu: 'entrees-cachees',
    octets: () => avecEntree(FEUILLE1, { nomLocal: 'xl/worksheets/sheet2.xml' }),
  },
  {
    nom: 'entree-cachee',
    attendu: 'entrees-cachees',
    octets: () => ecrireZip([...parties(), { nom: FEUILLE1, donnees: donneesXml(''), cachee: true }]),
  },
  {
    nom: 'octets-avant-le-sommaire',
    attendu: 'entrees-cachees',
    octets: () => ecrireZip(parties(), { entre: zeros.subarray(0, 64) }),
  },
  {
    nom: 'deux-archives-bout-a-bout',
    attendu: 'entrees-cachees',
    octets: () => ecrireZip(parties(), { avant: classeurZip() }),
  },
  {
    nom: 'octets-apres-la-fin',
    attendu: 'coupe',
    octets: () => ecrireZip(parties(), { apres: zeros.subarray(0, 64) }),
  },
]

const tableau = `<table xmlns="${NS}" id="1" name="T" displayName="T" ref="A1:XFD1048576"/>`

const FEUILLES: FichierHostile[] = [
  {
    nom: 'dimension-menteuse',
    attendu: 'lu',
    octets: () =>
      classeurZip({ [FEUILLE1]: feuilleXml(`<dimension ref="A1:XFD1048576"/><sheetData>${A1}</sheetData>`) }),
  },
  {
    nom: 'deux-cellules-aux-coins',
    attendu: 'lu',
    octets: () => feuille(`${A1}<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>`),
  },
  {
    nom: 'ligne-hors-grille',
    attendu: 'hors-grille',
    octets: () => feuille('<row r="99999999999"><c r="ZZZZ9"><v>1</v></c></row>'),
  },
  {
    nom: 'colonne-hors-grille',
    attendu: 'hors-grille',
    octets: () => feuille('<row r="1"><c r="XFE1"><v>1</v></c></row>'),
  },
  {
    nom: 'ligne-zero',
    attendu: 'hors-grille',
    octets: () => feuille('<row r="0"><c r="A0"><v>1</v></c></row>'),
  },
  {
    nom: 'colonnes-sans-adresse-hors-grille',
    attendu: 'hors-grille',
    octets: () => feuille(`<row>${'<c><v>1</v></c>'.repeat(16_385)}</row>`),
  },
  {
    nom: 'fusion-de-tout',
    attendu: 'lu',
    octets: () =>
      classeurZip({
        [FEUILLE1]: feuilleXml(
          `<sheetData>${A1}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`,
        ),
      }),
  },
  {
    nom: 'cent-mille-fusions',
    attendu: 'lu',
    octets: () =>
      classeurZip({
        [FEUILLE1]: feuilleXml(
          `<sheetData/><mergeCells>${Array.from({ length: 100_000 }, (_, i) => `<mergeCell ref="A${String(i * 2 + 1)}:B${String(i * 2 + 2)}"/>`).join('')}</mergeCells>`,
        ),
      }),
  },
  {
    nom: 'colonnes-innombrables',
    attendu: 'lu',
    octets: () =>
      classeurZip({
        [FEUILLE1]: feuilleXml(
          `<cols><col min="1" max="2147483647" width="9" hidden="1"/></cols><sheetData>${A1}</sheetData>`,
        ),
      }),
  },
  {
    nom: 'validation-de-tout',
    attendu: 'lu',
    octets: () =>
      classeurZip({
        [FEUILLE1]: feuilleXml(
          `<sheetData>${A1}</sheetData><dataValidations><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>`,
        ),
      }),
  },
  {
    nom: 'formule-partagee-sur-tout',
    attendu: 'lu',
    octets: () =>
      feuille('<row r="1"><c r="A1"><f t="shared" ref="A1:XFD1048576" si="0">1+1</f><v>2</v></c></row>'),
  },
  {
    nom: 'textes-hors-table',
    attendu: 'textes-absents',
    octets: () =>
      feuille(
        '<row r="1"><c r="A1" t="s"><v>4294967295</v></c><c r="B1" t="s"><v>-1</v></c><c r="C1" t="s"><v>__proto__</v></c></row>',
      ),
  },
  {
    nom: 'tableau-sur-tout',
    attendu: 'lu',
    octets: () =>
      classeurZip({
        'xl/worksheets/_rels/sheet1.xml.rels': relationsXml([['rId1', 'table', '../tables/table1.xml']]),
        'xl/tables/table1.xml': tableau,
      }),
  },
  {
    nom: 'cellule-en-double',
    attendu: 'cellules-en-double',
    octets: () => feuille('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'),
  },
  { nom: 'ligne-en-double', attendu: 'cellules-en-double', octets: () => feuille(`${A1}${A1}`) },
  {
    nom: 'feuilles-homonymes',
    attendu: 'feuilles-en-double',
    octets: () =>
      classeurZip({
        'xl/workbook.xml': principaleXml(
          '<sheets><sheet name="Plan" sheetId="1" r:id="rId1"/><sheet name="PLAN" sheetId="2" r:id="rId2"/></sheets>',
        ),
      }),
  },
  {
    nom: 'sans-feuille',
    attendu: 'sans-feuille',
    octets: () => classeurZip({ 'xl/workbook.xml': principaleXml('<sheets/>') }),
  },
]

const grilleDemo = () => {
  const classeur = utils.book_new()
  utils.book_append_sheet(classeur, utils.aoa_to_sheet([['Été', 1]]), 'F1')
  return classeur
}
const enFormat = (bookType: 'biff8' | 'xlsb' | 'ods') => () =>
  new Uint8Array(write(grilleDemo(), { type: 'array', bookType }) as ArrayBuffer)
const texte = (contenu: string) => () => Buffer.from(contenu)
const macros = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

const AUTRES_FORMATS: FichierHostile[] = [
  { nom: 'vide', attendu: 'vide', octets: () => new Uint8Array() },
  { nom: 'page-web', attendu: 'html', octets: texte('<html><table><tr><td>1</td></tr></table></html>') },
  { nom: 'page-web-declaree', attendu: 'html', octets: texte('\ufeff\n<!DOCTYPE html>\n<p>1') },
  { nom: 'csv', attendu: 'texte', octets: texte('Action;Part État\n1;82 500,00 €\n') },
  { nom: 'csv-utf-16', attendu: 'texte', octets: () => Buffer.from('\ufeffAction;Part État\n', 'utf16le') },
  { nom: 'pdf', attendu: 'pas-un-classeur', octets: texte('%PDF-1.7\n\u0000\u0001\u0002 obj') },
  { nom: 'ancien-xls', attendu: 'xls', octets: enFormat('biff8') },
  {
    nom: 'ancien-xls-de-main',
    attendu: 'xls',
    octets: () => conteneurOle(['Workbook', '\u0005SummaryInformation']),
  },
  {
    nom: 'chiffre',
    attendu: 'mot-de-passe',
    octets: () => conteneurOle(['EncryptionInfo', 'EncryptedPackage']),
  },
  { nom: 'ancien-doc', attendu: 'autre-document', octets: () => conteneurOle(['WordDocument']) },
  { nom: 'xlsb', attendu: 'xlsb', octets: enFormat('xlsb') },
  { nom: 'ods', attendu: 'ods', octets: enFormat('ods') },
  {
    nom: 'docx',
    attendu: 'autre-document',
    octets: () =>
      ecrireZip([
        {
          nom: '[Content_Types].xml',
          donnees: `<Types><Override PartName="/word/document.xml" ContentType="${word}"/></Types>`,
        },
        { nom: 'word/document.xml', donnees: '<document/>' },
      ]),
  },
  {
    nom: 'archive-quelconque',
    attendu: 'autre-document',
    octets: () => ecrireZip([{ nom: 'lisez-moi.txt', donnees: 'x' }]),
  },
  { nom: 'archive-vide', attendu: 'autre-document', octets: () => ecrireZip([]) },
  {
    nom: 'macros-renommees',
    attendu: 'lu',
    octets: () => ecrireZip([...parties(), { nom: 'xl/vbaProject.bin', donnees: conteneurOle(['VBA']) }]),
  },
  {
    nom: 'macros',
    attendu: 'lu',
    octets: () =>
      classeurZip({ '[Content_Types].xml': typesXml().replace(/"[^"]*sheet\.main\+xml"/, `"${macros}"`) }),
  },
]

/** Makes the bytes once: some take a second to make. */
function uneFois(fichier: FichierHostile): FichierHostile {
  let octets: Uint8Array | undefined
  return { ...fichier, octets: () => (octets ??= fichier.octets()) }
}

const TEMOIN: FichierHostile = { nom: 'temoin', attendu: 'lu', octets: () => classeurZip() }

/** The whole set, the same bytes at every run. */
export const FICHIERS_HOSTILES: readonly FichierHostile[] = [
  TEMOIN,
  ...AUTRES_FORMATS,
  ...ARCHIVES,
  ...XML_PIEGES,
  ...FEUILLES,
  ...BOMBES.map((f) => ({ ...f, lourd: true })),
].map(uneFois)
