import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { inflaterDEssai } from '../../../test/hostiles/inflater.ts'
import {
  classeurZip,
  donneesXml,
  FEUILLE1,
  feuilleXml,
  NS,
  NSR,
  principaleXml,
  relationsXml,
  TEXTES,
  XML,
} from '../../../test/hostiles/squelette.ts'
import { adresse, lireAdresse } from '../adresse.ts'
import type { Cellule, Classeur, Feuille } from '../classeur.ts'
import { enTables } from '../rangee-compacte.ts'
import { lireClasseur } from './lire.ts'

type Parties = Readonly<Record<string, string | null>>

const lire = (parties: Parties) => lireClasseur(classeurZip(parties), 'essai.xlsx', inflaterDEssai())
const lireDonnees = async (lignes: string, autres: Parties = {}) =>
  (await lire({ ...autres, [FEUILLE1]: donneesXml(lignes) })).feuilles[0]!
const lireAutour = async (contenu: string) => (await lire({ [FEUILLE1]: feuilleXml(contenu) })).feuilles[0]!

/** The cell of an address. */
function en(feuille: Feuille, nom: string): Cellule | undefined {
  const { ligne, colonne } = lireAdresse(nom)!
  return feuille.lignes.get(ligne)?.get(colonne)
}

/** All cells by address. */
const toutes = (feuille: Feuille) =>
  Object.fromEntries(
    [...feuille.lignes].flatMap(([l, rangee]) => [...rangee].map(([c, cellule]) => [adresse(l, c), cellule])),
  )

describe('values', () => {
  it('reads numbers, texts, booleans, errors and formulas without result', async () => {
    const feuille = await lireDonnees(
      `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>-12.5</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="b"><v>0</v></c>
       <c r="E1" t="e"><v>#DIV/0!</v></c><c r="F1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="G1"><f>A2+1</f></c><c r="H1" s="0"/>
       <c r="I1" t="str"><f>""</f><v></v></c><c r="J1"><v>1.5E+300</v></c><c r="K1"><v></v></c><c r="L1" t="n"><v>12,5</v></c></row>`,
    )
    expect(toutes(feuille)).toEqual({
      A1: { valeur: 'ok' },
      B1: { valeur: -12.5 },
      C1: { valeur: true },
      D1: { valeur: false },
      E1: { valeur: { erreur: '#DIV/0!' } },
      F1: { valeur: 'ab', formule: '"a"&"b"' },
      G1: { valeur: null, formule: 'A2+1' },
      I1: { valeur: '', formule: '""' },
      J1: { valeur: 1.5e300 },
      L1: { valeur: '12,5' },
    })
  })

  it('reads rich and inline texts without their phonetic readings, with their escapes', async () => {
    const feuille = await lireDonnees(
      `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>
       <c r="C1" t="inlineStr"><is><t xml:space="preserve"> en ligne </t></is></c>
       <c r="D1" t="inlineStr"><is><r><t>un </t></r><r><rPr><b/></rPr><t>deux</t></r><rPh sb="0" eb="1"><t>non</t></rPh></is></c>
       <c r="E1" t="inlineStr"><v>1.</v><is><t>texte</t></is></c></row>`,
      {
        [TEXTES]: `${XML}<sst xmlns="${NS}"><si><r><t>Part </t></r><r><t xml:space="preserve">État_x000D_
</t></r></si><si><t>漢字</t><rPh sb="0" eb="2"><t>かんじ</t></rPh><phoneticPr fontId="1"/></si></sst>`,
      },
    )
    expect(Object.values(toutes(feuille)).map((c) => c.valeur)).toEqual([
      'Part État\r\n',
      '漢字',
      ' en ligne ',
      'un deux',
      'texte',
    ])
  })

  it('gives dates as serial numbers, ISO ones with a format that says so', async () => {
    const styles = `<styleSheet xmlns="${NS}"><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`
    const lignes =
      '<row r="1"><c r="A1" s="1"><v>45596</v></c><c r="B1" t="d" s="2"><v>2024-10-31</v></c><c r="C1" t="d"><v>2024-10-31T18:00:00</v></c><c r="D1" t="d"><v>hier</v></c></row>'
    const feuille = await lireDonnees(lignes, { 'xl/styles.xml': styles })
    expect(toutes(feuille)).toEqual({
      A1: { valeur: 45596, format: 'm/d/yyyy' },
      B1: { valeur: 45596, format: 'dd/mm/yyyy' },
      C1: { valeur: 45596.75, format: 'yyyy-mm-dd h:mm' },
      D1: { valeur: 'hier' },
    })
    const principale = principaleXml(
      '<workbookPr date1904="1"/><sheets><sheet name="F" sheetId="1" r:id="rId1"/></sheets>',
    )
    const en1904 = await lire({
      'xl/workbook.xml': principale,
      'xl/styles.xml': styles,
      [FEUILLE1]: donneesXml(lignes),
    })
    expect(en1904.date1904).toBe(true)
    expect(en(en1904.feuilles[0]!, 'B1')?.valeur).toBe(45596 - 1462)
  })

  it('places cells and rows that do not say where they are, and puts all in order', async () => {
    const sans = await lireDonnees(
      '<row><c><v>1</v></c><c r="C1"><v>2</v></c><c><v>3</v></c></row><row r="5"/><row><c><v>4</v></c></row>',
    )
    expect(toutes(sans)).toEqual({
      A1: { valeur: 1 },
      C1: { valeur: 2 },
      D1: { valeur: 3 },
      A6: { valeur: 4 },
    })
    const melees = await lireDonnees(
      '<row r="3"><c r="C3"><v>1</v></c><c r="A3"><v>2</v></c></row><row r="1"><c r="B1"><v>3</v></c></row>',
    )
    expect([...melees.lignes].map(([l, r]) => [l, [...r.keys()]])).toEqual([
      [0, [1]],
      [2, [0, 2]],
    ])
    const reprises = await lireDonnees(
      '<row r="2"><c r="B2"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c></row>',
    )
    expect([...reprises.lignes].map(([l, r]) => [l, [...r.keys()]])).toEqual([
      [0, [0]],
      [1, [0, 1]],
    ])
    // Outside of any row, a cell goes on with the last one.
    const dehors = await lireDonnees('<row r="1"><c r="A1"><v>1</v></c></row><c r="C1"><v>2</v></c>')
    expect(toutes(dehors)).toEqual({ A1: { valeur: 1 }, C1: { valeur: 2 } })
  })

  it('tells apart cells of one text that differ in look', async () => {
    const styles = `${XML}<styleSheet xmlns="${NS}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`
    const feuille = await lireDonnees(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s" s="1"><v>0</v></c><c r="C1" t="s"><v>0</v></c><c r="D1" t="s"><f>A1</f><v>0</v></c></row>',
      { 'xl/styles.xml': styles },
    )
    const { valeur } = en(feuille, 'A1')!
    expect(toutes(feuille)).toEqual({
      A1: { valeur },
      B1: { valeur, format: expect.any(String) as string },
      C1: { valeur },
      D1: { valeur, formule: 'A1' },
    })
  })

  it('reads prefixed and strict parts, and comments and CDATA inside of them', async () => {
    const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
    const feuille = `<?xml version="1.0"?><!-- c --><x:worksheet xmlns:x="${strict}"><x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:v><![CDATA[a<b]]></x:v></x:c><x:c r="B1"><x:v>1<!-- -->2</x:v></x:c></x:row></x:sheetData></x:worksheet>`
    expect(toutes((await lire({ [FEUILLE1]: feuille })).feuilles[0]!)).toEqual({
      A1: { valeur: 'a<b' },
      B1: { valeur: 12 },
    })
  })
})

describe('formulas', () => {
  it('gives each cell of a shared formula its own', async () => {
    const feuille = await lireDonnees(
      `<row r="2"><c r="B2"><f t="shared" ref="B2:C3" si="0">A1*$D$1+SUM(A:A)</f><v>1</v></c><c r="C2"><f t="shared" si="0"/><v>2</v></c></row>
       <row r="3"><c r="B3"><f t="shared" si="0"></f><v>3</v></c><c r="C3"><f t="shared" ref="C3" si="0">9</f><v>9</v></c></row>
       <row r="4"><c r="C4"><f t="shared" si="0"/><v>9</v></c></row>`,
    )
    expect(Object.values(toutes(feuille)).map((c) => c.formule)).toEqual([
      'A1*$D$1+SUM(A:A)',
      'B1*$D$1+SUM(B:B)',
      'A2*$D$1+SUM(A:A)',
      '9',
      '9',
    ])
  })

  it('gives an array formula to the cell that carries it', async () => {
    const feuille = await lireDonnees(
      '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>2</v></c></row><row r="2"><c r="A2"><v>4</v></c></row>',
    )
    expect(toutes(feuille)).toEqual({
      A1: {
        valeur: 2,
        formule: 'B1:B2*2',
        etendue: { ligne: 0, colonne: 0, derniereLigne: 1, derniereColonne: 0 },
      },
      A2: { valeur: 4 },
    })
  })

  it('gives the functions of the add-in the name that people see', async () => {
    const feuille = await lireDonnees(
      '<row r="1"><c r="A1" t="b"><f>_xldudf_CDPPE_ELIGIBLE(9,"FIR")</f><v>0</v></c></row>',
    )
    expect(en(feuille, 'A1')).toEqual({ valeur: false, formule: 'CDPPE.ELIGIBLE(9,"FIR")' })
  })

  it('refuses a shared formula that is nowhere, rather than lose it', async () => {
    await expect(
      lireDonnees('<row r="1"><c r="A1"><f t="shared" si="7"/><v>1</v></c></row>'),
    ).rejects.toMatchObject({ code: 'xml' })
  })
})

describe('looks', () => {
  const styles = `<styleSheet xmlns="${NS}"><numFmts><numFmt numFmtId="170" formatCode="#,##0\\ &quot;€&quot;"/><numFmt numFmtId="171" formatCode=""/></numFmts>
    <fonts><font><sz val="11"/><color theme="1"/></font><font><b/><i val="0"/><sz val="14"/><color rgb="FFC00000"/></font><font><i/><color indexed="12"/></font></fonts>
    <fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.5999938962981048"/></patternFill></fill></fills>
    <borders><border><left/><right/></border><border><left style="thin"><color auto="1"/></left></border></borders>
    <cellStyleXfs><xf numFmtId="9" fontId="1"/></cellStyleXfs>
    <cellXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="170" fontId="1" fillId="2" borderId="1"><alignment horizontal="center" vertical="top" wrapText="1"/></xf><xf numFmtId="171" fontId="2" fillId="1"/><xf numFmtId="10"/></cellXfs>
    <dxfs><dxf><font><b/></font></dxf></dxfs></styleSheet>`
  const theme =
    '<a:theme xmlns:a="x"><a:clrScheme name="n"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2><a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme></a:theme>'
  const liens = relationsXml([
    ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
    ['rId3', 'styles', 'styles.xml'],
    ['rId4', 'theme', '/xl/theme/theme1.xml'],
  ])

  it('gives formats and styles, theme colours and tints resolved', async () => {
    const classeur = await lire({
      'xl/styles.xml': styles,
      'xl/theme/theme1.xml': theme,
      'xl/_rels/workbook.xml.rels': liens,
      [FEUILLE1]: donneesXml(
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>1</v></c><c r="C1" s="2"><v>1</v></c><c r="D1" s="3"><v>1</v></c><c r="E1" s="99"><v>1</v></c></row>',
      ),
    })
    const { A1, B1, C1, D1, E1 } = toutes(classeur.feuilles[0]!)
    expect([A1, D1, E1]).toEqual([{ valeur: 1 }, { valeur: 1, format: '0.00%' }, { valeur: 1 }])
    expect(B1?.format).toBe('#,##0\\ "€"')
    expect(C1?.format).toBeUndefined()
    // Excel shows accent 1, 60 % lighter, as B4C6E7 (blue); rounding may differ by one.
    expect(classeur.styles[B1!.style!]).toEqual({
      gras: true,
      taille: 14,
      couleur: '#C00000',
      fond: '#B4C7E7',
      bordures: true,
      horizontal: 'center',
      vertical: 'top',
      retour: true,
    })
    expect(classeur.styles[C1!.style!]).toEqual({ italique: true, couleur: '#0000FF' })
  })
})

describe('what stands around the cells', () => {
  it('reads widths, hiding, merges, panes, protection and validations', async () => {
    const feuille = await lireAutour(
      `<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="3" topLeftCell="B4" state="frozen"/></sheetView><sheetView workbookViewId="1"><pane ySplit="9" state="frozen"/></sheetView></sheetViews>
       <cols><col min="2" max="3" width="20.5" customWidth="1"/><col min="4" max="16384" width="9" hidden="1"/></cols>
       <sheetData><row r="2" ht="30" customHeight="1" hidden="1"><c r="A2"><v>1</v></c></row></sheetData>
       <sheetProtection sheet="1"/><mergeCells><mergeCell ref="A1:C2"/><mergeCell ref="?"/></mergeCells>
       <dataValidations count="1"><dataValidation sqref="A1"/></dataValidations>
       <extLst><ext><x14:dataValidations xmlns:x14="y"><x14:dataValidation/></x14:dataValidations></ext></extLst>`,
    )
    expect(feuille.figes).toEqual({ lignes: 3, colonnes: 1 })
    expect(feuille.largeurs.get(1)).toBe(20.5)
    expect([feuille.largeurs.has(0), feuille.largeurs.get(2)]).toEqual([false, 20.5])
    expect([
      feuille.colonnesMasquees.has(2),
      feuille.colonnesMasquees.has(3),
      feuille.colonnesMasquees.has(255),
    ]).toEqual([false, true, true])
    expect(feuille.colonnesMasquees.size).toBeLessThan(300)
    expect([...feuille.hauteurs]).toEqual([[1, 30]])
    expect([...feuille.lignesMasquees]).toEqual([1])
    expect(feuille.fusions).toEqual([{ ligne: 0, colonne: 0, derniereLigne: 1, derniereColonne: 2 }])
    expect([feuille.protegee, feuille.nbValidations]).toEqual([true, 2])
  })

  it('a split pane and an unprotected sheet are neither frozen nor protected', async () => {
    const feuille = await lireAutour(
      '<sheetViews><sheetView><pane xSplit="1000" ySplit="500"/></sheetView></sheetViews><sheetData/><sheetProtection sheet="0" objects="1"/>',
    )
    expect([feuille.figes, feuille.protegee]).toEqual([{ lignes: 0, colonnes: 0 }, false])
  })

  it('reads sheets, names, tables, comments, links and macros', async () => {
    const classeur = await lire({
      'xl/workbook.xml': principaleXml(
        `<sheets><sheet name="Plan &amp; suivi" sheetId="1" r:id="rId1"/><sheet name="Graphique" sheetId="2" r:id="rId9"/><sheet name="Cachée" sheetId="3" state="hidden" r:id="rId5"/><sheet name="Très" sheetId="4" state="veryHidden" r:id="rId6"/><sheet name="Module" sheetId="5" r:id=""/></sheets>
         <definedNames><definedName name="Total">'Plan &amp; suivi'!$A$1</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">Très!$A$1</definedName></definedNames>`,
      ),
      'xl/_rels/workbook.xml.rels': relationsXml([
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId5', 'worksheet', 'worksheets/sheet2.xml'],
        ['rId6', 'worksheet', 'worksheets/Sheet3.xml'],
        ['rId7', 'externalLink', 'externalLinks/externalLink1.xml'],
        ['rId8', 'vbaProject', 'vbaProject.bin'],
        ['rId9', 'chartsheet', 'chartsheets/sheet1.xml'],
        ['rId10', 'sharedStrings', 'sharedStrings.xml'],
      ]),
      'xl/worksheets/sheet2.xml': donneesXml(''),
      'xl/worksheets/sheet3.xml': donneesXml(''),
      'xl/chartsheets/sheet1.xml': `<chartsheet xmlns="${NS}"/>`,
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships><Relationship Id="r1" Type="${NSR}/table" Target="../tables/table1.xml"/><Relationship Id="r2" Type="${NSR}/comments" Target="/xl/comments1.xml"/><Relationship Id="r3" Type="${NSR}/hyperlink" Target="https://exemple.example/" TargetMode="External"/></Relationships>`,
      'xl/tables/table1.xml': `<table xmlns="${NS}" id="1" name="T" displayName="Plan_2020" ref="A6:I86"><tableColumns/></table>`,
      'xl/comments1.xml': `<comments xmlns="${NS}"><commentList><comment ref="A1"><text><t>a</t></text></comment><comment ref="B1"/></commentList></comments>`,
    })
    expect(classeur.feuilles.map((f) => [f.nom, f.etat])).toEqual([
      ['Plan & suivi', 'visible'],
      ['Cachée', 'masquee'],
      ['Très', 'tres-masquee'],
    ])
    expect(classeur.noms).toEqual([
      { nom: 'Total', reference: "'Plan & suivi'!$A$1" },
      { nom: '_xlnm.Print_Area', reference: 'Très!$A$1' },
    ])
    expect(classeur.feuilles[0]!.tableaux).toEqual([
      { nom: 'Plan_2020', plage: { ligne: 5, colonne: 0, derniereLigne: 85, derniereColonne: 8 } },
    ])
    expect([classeur.feuilles[0]!.nbCommentaires, classeur.liensExternes, classeur.macros]).toEqual([
      2,
      1,
      true,
    ])
  })
})

describe('a workbook written by another library', () => {
  it('is read as it was meant', async () => {
    const w = new ExcelJS.Workbook()
    const f = w.addWorksheet('Plan d’action', { views: [{ state: 'frozen', ySplit: 2 }] })
    f.mergeCells('A1:C1')
    f.getCell('A1').value = 'Contrat départemental'
    f.getCell('A1').font = { bold: true, size: 16 }
    f.getCell('A2').value = { richText: [{ text: 'Part ' }, { font: { bold: true }, text: 'État' }] }
    f.getCell('B2').value = new Date(Date.UTC(2020, 1, 20))
    f.getCell('B2').numFmt = 'dd/mm/yyyy'
    f.getCell('C2').value = 82500
    f.getCell('C2').numFmt = '# ##0 €'
    f.getCell('D2').value = { formula: 'C2*2', result: 165000 }
    f.getCell('E2').value = { formula: 'NA()', result: { error: '#N/A' } }
    f.getCell('F2').value = true
    f.getCell('G2').note = 'à confirmer'
    f.getCell('G2').dataValidation = { type: 'list', formulae: ['"FIR,P304"'] }
    f.getColumn(1).width = 42
    f.getCell('A3').value = 'ligne masquée'
    f.getRow(3).hidden = true
    f.addTable({
      name: 'T1',
      ref: 'A10',
      headerRow: true,
      columns: [{ name: 'x' }, { name: 'y' }],
      rows: [[1, 2]],
    })
    w.addWorksheet('Cachée', { state: 'hidden' })
    w.definedNames.add("'Plan d’action'!$C$2", 'Part_Etat')
    const octets = new Uint8Array(await w.xlsx.writeBuffer())
    const classeur: Classeur = await lireClasseur(octets, 'x.xlsx', inflaterDEssai())
    const plan = classeur.feuilles[0]!
    expect(en(plan, 'A1')).toMatchObject({ valeur: 'Contrat départemental' })
    expect(classeur.styles[en(plan, 'A1')!.style!]).toMatchObject({ gras: true, taille: 16 })
    expect(en(plan, 'A2')?.valeur).toBe('Part État')
    expect(en(plan, 'B2')).toMatchObject({ valeur: 43881, format: 'dd/mm/yyyy' })
    expect(en(plan, 'C2')).toMatchObject({ valeur: 82500, format: '# ##0 €' })
    expect(en(plan, 'D2')).toMatchObject({ valeur: 165000, formule: 'C2*2' })
    expect(en(plan, 'E2')).toMatchObject({ valeur: { erreur: '#N/A' }, formule: 'NA()' })
    expect(en(plan, 'F2')?.valeur).toBe(true)
    expect(plan).toMatchObject({
      figes: { lignes: 2, colonnes: 0 },
      nbCommentaires: 1,
      nbValidations: 1,
      protegee: false,
    })
    expect(plan.fusions).toEqual([{ ligne: 0, colonne: 0, derniereLigne: 0, derniereColonne: 2 }])
    expect(plan.largeurs.get(0)).toBeCloseTo(42, 0)
    expect([...plan.lignesMasquees]).toEqual([2])
    expect(plan.tableaux).toEqual([
      { nom: 'T1', plage: { ligne: 9, colonne: 0, derniereLigne: 10, derniereColonne: 1 } },
    ])
    expect(classeur.feuilles[1]!.etat).toBe('masquee')
    expect(classeur.noms).toEqual([{ nom: 'Part_Etat', reference: "'Plan d’action'!$C$2" }])
    expect(structuredClone(enTables(classeur))).toEqual(classeur)
  })
})
