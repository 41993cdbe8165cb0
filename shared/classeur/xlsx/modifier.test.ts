import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import ExcelJS from 'exceljs'
import { inflaterDEssai } from '../../../test/hostiles/inflater.ts'
import {
  classeurZip,
  donneesXml,
  FEUILLE1,
  feuilleXml,
  NS,
  parties,
  principaleXml,
  relationsXml,
  typesXml,
  XML,
} from '../../../test/hostiles/squelette.ts'
import { ecrireZip } from '../../../test/hostiles/zip.ts'
import { adresse } from '../adresse.ts'
import type { Cellule, Classeur, ValeurCellule } from '../classeur.ts'
import { LIMITES } from './limites.ts'
import { lireClasseur } from './lire.ts'
import { modifierClasseur, type Modification } from './modifier.ts'
import { ouvrirPaquet } from './paquet.ts'
import { RefusModification } from './refus-modification.ts'

const inflater = inflaterDEssai()
const lire = (octets: Uint8Array) => lireClasseur(octets, 'x', inflater)
const modifier = (octets: Uint8Array, modifications: readonly Modification[]) =>
  modifierClasseur(octets, modifications, inflater)
const ici = (nom: string, valeur: ValeurCellule, formule?: string): Modification => ({
  feuille: 'Feuil1',
  adresse: nom,
  valeur,
  formule,
})

/** A part's text. */
async function partie(octets: Uint8Array, nom: string): Promise<string> {
  const paquet = ouvrirPaquet(octets, inflater, LIMITES)
  const entree = paquet.trouver(nom)
  return entree ? new TextDecoder().decode(await paquet.lireOctets(entree)) : ''
}

/** Each entry's compressed bytes. */
function brutes(octets: Uint8Array): Map<string, string> {
  const { repertoire } = ouvrirPaquet(octets, inflater, LIMITES)
  return new Map(
    repertoire.entrees.map((e) => [e.nom, Buffer.from(octets.subarray(e.debut, e.fin)).toString('base64')]),
  )
}

/** All cells of a workbook, by « Feuille!A1 ». */
function toutes(classeur: Classeur): Map<string, Cellule> {
  const cellules = new Map<string, Cellule>()
  for (const f of classeur.feuilles)
    for (const [l, rangee] of f.lignes)
      for (const [c, cellule] of rangee) cellules.set(`${f.nom}!${adresse(l, c)}`, cellule)
  return cellules
}

const lignes = (xml: string) => classeurZip({ [FEUILLE1]: donneesXml(xml) })

describe('nothing to change', () => {
  it('gives the very bytes back', async () => {
    const octets = classeurZip()
    expect(await modifier(octets, [])).toBe(octets)
    expect(await modifier(octets, [ici('A1', 'ok'), ici('B1', 42), ici('Z9', null)])).toBe(octets)
  })
})

describe('one cell', () => {
  it.each<[string, ValeurCellule, string | undefined, string]>([
    ['B1', 12.5, undefined, '<c r="B1"><v>12.5</v></c>'],
    [
      'B1',
      ' a & "b" <c>\r\n',
      undefined,
      '<c r="B1" t="inlineStr"><is><t xml:space="preserve"> a &amp; &quot;b&quot; &lt;c&gt;_x000D_\n</t></is></c>',
    ],
    ['B1', true, undefined, '<c r="B1" t="b"><v>1</v></c>'],
    [
      'B1',
      false,
      '=CDPPE.ELIGIBLE(9,"FIR")',
      '<c r="B1" t="b"><f>_xldudf_CDPPE_ELIGIBLE(9,&quot;FIR&quot;)</f><v>0</v></c>',
    ],
    [
      'B1',
      { erreur: '#VALUE!' },
      'CDPPE.MOTIF(1)',
      '<c r="B1" t="e"><f>_xldudf_CDPPE_MOTIF(1)</f><v>#VALUE!</v></c>',
    ],
    ['B1', 'non', 'A1&""', '<c r="B1" t="str"><f>A1&amp;&quot;&quot;</f><v>non</v></c>'],
    ['B1', null, 'A1', '<c r="B1"><f>A1</f></c>'],
  ])('%s becomes %j (%s)', async (nom, valeur, formule, xml) => {
    const octets = await modifier(classeurZip(), [ici(nom, valeur, formule)])
    expect(await partie(octets, FEUILLE1)).toBe(
      donneesXml(`<row r="1"><c r="A1" t="s"><v>0</v></c>${xml}</row>`),
    )
  })

  it('keeps the style, and takes that of its row or column when new', async () => {
    const xml = feuilleXml(
      '<cols><col min="2" max="3" width="9" style="7"/></cols><sheetData><row r="1" s="4" customFormat="1" spans="1:1"><c r="A1" s="3" t="s"><v>0</v></c></row></sheetData>',
    )
    const octets = await modifier(classeurZip({ [FEUILLE1]: xml }), [
      ici('A1', 1),
      ici('B1', 2),
      ici('B3', 3),
      ici('D3', 4),
    ])
    const apres = await partie(octets, FEUILLE1)
    expect(apres).toContain(
      '<row r="1" s="4" customFormat="1"><c r="A1" s="3"><v>1</v></c><c r="B1" s="4"><v>2</v></c></row><row r="3"><c r="B3" s="7"><v>3</v></c><c r="D3"><v>4</v></c></row>',
    )
  })

  it('emptied, keeps its place when it has a style and goes otherwise', async () => {
    const octets = lignes(
      '<row r="1"><c r="A1" s="2"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row>',
    )
    const apres = await partie(await modifier(octets, [ici('A1', null), ici('B1', null)]), FEUILLE1)
    expect(apres).toContain('<row r="1"><c r="A1" s="2"/><c r="C1"><v>3</v></c></row>')
  })

  it('opens empty rows and empty data', async () => {
    expect(
      await partie(await modifier(lignes('<row r="2" spans="1:3"/>'), [ici('C2', 1)]), FEUILLE1),
    ).toContain('<row r="2"><c r="C2"><v>1</v></c></row>')
    const vide = classeurZip({ [FEUILLE1]: feuilleXml('<dimension ref="A1"/><sheetData/>') })
    const xml = await partie(await modifier(vide, [ici('C5', 1), ici('B2', 2)]), FEUILLE1)
    expect(xml).toBe(
      feuilleXml(
        '<dimension ref="A1:C5"/><sheetData><row r="2"><c r="B2"><v>2</v></c></row><row r="5"><c r="C5"><v>1</v></c></row></sheetData>',
      ),
    )
  })

  it('keeps where they are the cells and rows that do not say it', async () => {
    const octets = lignes(
      '<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row><row><c r="C2"><v>4</v></c><c><v>5</v></c></row><row r="9"/><row><c><v>6</v></c></row>',
    )
    const avant = toutes(await lire(octets))
    const apres = toutes(await lire(await modifier(octets, [ici('B1', null), ici('A2', 7), ici('A4', 8)])))
    avant.delete('Feuil1!B1')
    expect(new Map([...apres].sort())).toEqual(
      new Map([...avant, ['Feuil1!A2', { valeur: 7 }], ['Feuil1!A4', { valeur: 8 }]].sort() as never),
    )
  })

  it('goes into a prefixed part with its prefix', async () => {
    const xml = `<x:worksheet xmlns:x="${NS}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`
    const apres = await partie(
      await modifier(classeurZip({ [FEUILLE1]: xml }), [ici('A1', 'é'), ici('B2', 2)]),
      FEUILLE1,
    )
    expect(apres).toContain(
      '<x:c r="A1" t="inlineStr"><x:is><x:t xml:space="preserve">é</x:t></x:is></x:c></x:row><x:row r="2"><x:c r="B2"><x:v>2</x:v></x:c></x:row>',
    )
  })

  it('is not mistaken for what stands in a comment, and a CDATA stays', async () => {
    const octets = lignes(
      '<!-- <row r="1"><c r="A1"><v>9</v></c></row> --><row r="1"><c r="A1" t="str"><v><![CDATA[<c r="B1">]]></v></c></row>',
    )
    const apres = await partie(await modifier(octets, [ici('B1', 2)]), FEUILLE1)
    expect(apres).toContain('<![CDATA[<c r="B1">]]></v></c><c r="B1"><v>2</v></c></row>')
  })

  it('goes into a part in another encoding', async () => {
    const latin = Buffer.from(
      donneesXml('<row r="1"><c r="A1" t="str"><v>é</v></c></row>').replace('UTF-8', 'ISO-8859-1'),
      'latin1',
    )
    const apres = await modifier(classeurZip({ [FEUILLE1]: latin }), [ici('B1', '€')])
    expect([...toutes(await lire(apres)).values()].map((c) => c.valeur)).toEqual(['é', '€'])
  })
})

describe('formulas', () => {
  const CHAINE = {
    '[Content_Types].xml': typesXml('<Override PartName="/xl/calcChain.xml" ContentType="x"/>'),
    'xl/calcChain.xml': `<calcChain xmlns="${NS}"><c r="A1" i="1"/></calcChain>`,
    'xl/_rels/workbook.xml.rels': relationsXml([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'sharedStrings', 'sharedStrings.xml'],
      ['rId4', 'calcChain', 'calcChain.xml'],
    ]),
  }
  const partagee = `<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*$C$1</f><v>1</v></c></row><row r="2"><c r="A2" s="5"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>3</v></c></row>`

  it('a cell that leaves a shared formula leaves the others as they are', async () => {
    const apres = await partie(await modifier(lignes(partagee), [ici('A2', 9)]), FEUILLE1)
    expect(apres).toBe(
      donneesXml(
        partagee.replace(
          '<c r="A2" s="5"><f t="shared" si="0"/><v>2</v></c>',
          '<c r="A2" s="5"><v>9</v></c>',
        ),
      ),
    )
  })

  it('when the cell that carries a shared formula changes, the others get their own', async () => {
    const octets = await modifier(lignes(partagee), [ici('A1', 9)])
    expect(await partie(octets, FEUILLE1)).not.toContain('shared')
    expect([...toutes(await lire(octets)).values()]).toEqual([
      { valeur: 9 },
      { valeur: 2, formule: 'B2*$C$1' },
      { valeur: 3, formule: 'B3*$C$1' },
    ])
  })

  it.each([
    [
      'one that fills several cells',
      '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>',
    ],
    [
      'a table of scenarios',
      '<row r="1"><c r="A1"><f t="dataTable" ref="A1:A2" dt2D="1" r1="C1" r2="C2"/><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>',
    ],
  ])('is refused within %s', async (_, xml) => {
    for (const nom of ['A1', 'A2'])
      await expect(modifier(lignes(xml), [ici(nom, 5)])).rejects.toMatchObject({
        code: 'matricielle',
        message: `La cellule ${nom} de la feuille « Feuil1 » fait partie d’une formule qui remplit A1:A2 : modifiez cette formule dans Excel.`,
      })
  })

  it('an array formula of one cell may change', async () => {
    const octets = await modifier(
      lignes('<row r="1"><c r="A1"><f t="array" ref="A1">SUM(B1:B2)</f><v>1</v></c></row>'),
      [ici('A1', 2)],
    )
    expect(toutes(await lire(octets))).toEqual(new Map([['Feuil1!A1', { valeur: 2 }]]))
  })

  it('when one comes or goes, the order of calculation goes with all that names it', async () => {
    for (const modification of [ici('B1', 1, 'A1'), ici('A1', 1)]) {
      const avant = classeurZip({
        ...CHAINE,
        [FEUILLE1]: donneesXml('<row r="1"><c r="A1"><f>1</f><v>1</v></c></row>'),
      })
      const octets = await modifier(avant, [modification])
      expect(brutes(octets).has('xl/calcChain.xml')).toBe(false)
      expect(await partie(octets, '[Content_Types].xml')).not.toContain('calcChain')
      expect(await partie(octets, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain')
    }
  })

  it('when none does, the order of calculation stays', async () => {
    const avant = classeurZip({
      ...CHAINE,
      [FEUILLE1]: donneesXml('<row r="1"><c r="A1"><f>B1</f><v>1</v></c><c r="B1"><v>1</v></c></row>'),
    })
    const octets = await modifier(avant, [ici('B1', 2), ici('A1', 2, 'B1+0')])
    expect(brutes(octets).get('xl/calcChain.xml')).toBe(brutes(avant).get('xl/calcChain.xml'))
  })

  it('a calculation at opening is asked for where there is a formula, in the right place', async () => {
    const avec = (contenu: string) => ({
      'xl/workbook.xml': principaleXml(
        `<sheets><sheet name="Feuil1" sheetId="1" r:id="rId1"/></sheets>${contenu}`,
      ),
      [FEUILLE1]: donneesXml('<row r="1"><c r="A1"><f>B1</f><v>1</v></c></row>'),
    })
    const principale = async (contenu: string) =>
      partie(await modifier(classeurZip(avec(contenu)), [ici('B1', 2)]), 'xl/workbook.xml')
    expect(await principale('<calcPr calcId="191029"/>')).toContain(
      '<calcPr calcId="191029" fullCalcOnLoad="1"/>',
    )
    expect(await principale('<calcPr fullCalcOnLoad="0" calcId="1"/>')).toContain(
      '<calcPr fullCalcOnLoad="1" calcId="1"/>',
    )
    expect(
      await principale('<definedNames><definedName name="a">1</definedName></definedNames><extLst/>'),
    ).toContain('</definedNames><calcPr fullCalcOnLoad="1"/><extLst/>')
    expect(await principale('')).toContain('</sheets><calcPr fullCalcOnLoad="1"/>')
    expect(brutes(await modifier(classeurZip(), [ici('B1', 2)])).get('xl/workbook.xml')).toBe(
      brutes(classeurZip()).get('xl/workbook.xml'),
    )
  })
})

describe('a formula that fills several cells', () => {
  const etendue = { ligne: 0, colonne: 1, derniereLigne: 1, derniereColonne: 1 }
  const remplie = [{ ...ici('B1', 2, 'CDPPE.ENVELOPPES()'), etendue }, ici('B2', 4)]
  const xmlDe = (cm: string, ref: string) =>
    `<row r="1"><c r="A1"><v>1</v></c><c r="B1"${cm}><f t="array" ref="${ref}">_xldudf_CDPPE_ENVELOPPES()</f><v>2</v></c></row><row r="2"><c r="B2"><v>4</v></c></row>`

  it('is written with what it fills, and read so', async () => {
    const octets = await modifier(lignes('<row r="1"><c r="A1"><v>1</v></c></row>'), remplie)
    expect(await partie(octets, FEUILLE1)).toBe(donneesXml(xmlDe('', 'B1:B2')))
    expect(toutes(await lire(octets))).toEqual(
      new Map<string, Cellule>([
        ['Feuil1!A1', { valeur: 1 }],
        ['Feuil1!B1', { valeur: 2, formule: 'CDPPE.ENVELOPPES()', etendue }],
        ['Feuil1!B2', { valeur: 4 }],
      ]),
    )
    expect(await modifier(octets, remplie)).toBe(octets)
  })

  it('changes with all that it filled, and stays as dynamic as it was', async () => {
    const octets = lignes(xmlDe(' cm="1"', 'B1:B2'))
    const grandi = await modifier(octets, [
      { ...ici('B1', 2, 'CDPPE.ENVELOPPES()'), etendue: { ...etendue, derniereLigne: 2 } },
      ici('B3', 6),
    ])
    expect(await partie(grandi, FEUILLE1)).toBe(
      donneesXml(`${xmlDe(' cm="1"', 'B1:B3')}<row r="3"><c r="B3"><v>6</v></c></row>`),
    )
    const ote = await modifier(octets, [ici('B1', null), ici('B2', null)])
    expect(toutes(await lire(ote))).toEqual(new Map([['Feuil1!A1', { valeur: 1 }]]))
    await expect(modifier(octets, [ici('B1', null)])).rejects.toMatchObject({ code: 'matricielle' })
    await expect(modifier(octets, [ici('B2', 7)])).rejects.toMatchObject({ code: 'matricielle' })
  })
})

describe('a number format', () => {
  const STYLES = 'xl/styles.xml'
  const stylesXml = (formats: string, xfs: string, n: number) =>
    `${XML}<styleSheet xmlns="${NS}">${formats}<fonts count="1"><font/></fonts><cellStyleXfs count="1"><xf numFmtId="9"/></cellStyleXfs><cellXfs count="${String(n)}">${xfs}</cellXfs><dxfs count="1"><dxf><numFmt numFmtId="200" formatCode="0"/></dxf></dxfs></styleSheet>`
  const EUROS = '#,##0\\ "€"'
  const CODE_EUROS = '#,##0\\ &quot;€&quot;'

  it('comes with what was typed: the look stays, and the same look is added once', async () => {
    const avant = {
      [STYLES]: stylesXml('', '<xf numFmtId="0"/><xf numFmtId="0" fontId="0"><alignment/></xf>', 2),
      [FEUILLE1]: donneesXml('<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1"><v>1</v></c></row>'),
    }
    const octets = await modifier(classeurZip(avant), [
      { ...ici('A1', 12), format: EUROS },
      { ...ici('B1', 0.125), format: '0.00%' },
      { ...ici('C1', 0.5), format: '0.00%' },
      { ...ici('A4', 45_363), format: 'dd/mm/yyyy' },
    ])
    expect(await partie(octets, STYLES)).toBe(
      stylesXml(
        `<numFmts count="2"><numFmt numFmtId="164" formatCode="${CODE_EUROS}"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/></numFmts>`,
        '<xf numFmtId="0"/><xf numFmtId="0" fontId="0"><alignment/></xf><xf numFmtId="164" fontId="0" applyNumberFormat="1"><alignment/></xf><xf numFmtId="10" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/>',
        5,
      ),
    )
    expect([...toutes(await lire(octets))].map(([nom, { valeur, format }]) => [nom, valeur, format])).toEqual(
      [
        ['Feuil1!A1', 12, EUROS],
        ['Feuil1!B1', 0.125, '0.00%'],
        ['Feuil1!C1', 0.5, '0.00%'],
        ['Feuil1!A4', 45_363, 'dd/mm/yyyy'],
      ],
    )
    for (const [nom, entree] of brutes(classeurZip(avant)))
      if (nom !== STYLES && nom !== FEUILLE1) expect(brutes(octets).get(nom), nom).toBe(entree)
  })

  it('uses what the file has, and leaves its own way of writing the same kind of thing', async () => {
    const styles = stylesXml(
      `<numFmts count="1"><numFmt numFmtId="170" formatCode="${CODE_EUROS}"/></numFmts>`,
      '<xf/><xf numFmtId="170" applyNumberFormat="1"/><xf numFmtId="170"/>',
      3,
    )
    const octets = await modifier(
      classeurZip({
        [STYLES]: styles,
        [FEUILLE1]: donneesXml('<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="2"/></row>'),
      }),
      [
        { ...ici('A1', 2), format: EUROS },
        { ...ici('B1', 3), format: '#,##0' },
      ],
    )
    expect(await partie(octets, STYLES)).toBe(styles)
    expect(await partie(octets, FEUILLE1)).toContain('<c r="A1" s="1"><v>2</v></c>')
    expect(await partie(octets, FEUILLE1)).toContain('<c r="B1" s="2"><v>3</v></c>')
    const enDate = await modifier(octets, [{ ...ici('B1', 45_363), format: 'dd/mm/yyyy' }])
    expect(await partie(enDate, STYLES)).toContain('<numFmts count="2">')
    expect(toutes(await lire(enDate)).get('Feuil1!B1')).toMatchObject({ format: 'dd/mm/yyyy' })
  })

  it('alone is a change, and no change where it is there already', async () => {
    const octets = await modifier(classeurZip(), [{ ...ici('B1', 42), format: '0%' }])
    expect(toutes(await lire(octets)).get('Feuil1!B1')).toEqual({ valeur: 42, format: '0%' })
    expect(await modifier(octets, [{ ...ici('B1', 42), format: '0%' }])).toBe(octets)
  })

  it('is let be by a file without styles', async () => {
    const octets = await modifier(
      classeurZip({
        'xl/_rels/workbook.xml.rels': relationsXml([['rId1', 'worksheet', 'worksheets/sheet1.xml']]),
        [FEUILLE1]: donneesXml(''),
      }),
      [{ ...ici('B1', 1), format: '0%' }],
    )
    expect(toutes(await lire(octets)).get('Feuil1!B1')).toEqual({ valeur: 1 })
  })
})

describe('what is refused', () => {
  it.each<[string, Modification, string]>([
    [
      'feuille-inconnue',
      { feuille: 'Autre', adresse: 'A1', valeur: 1 },
      'La feuille « Autre » n’est plus dans le classeur',
    ],
    ['adresse', ici('A0', 1), '« A0 » n’est pas l’adresse'],
    ['adresse', ici('XFE1', 1), '« XFE1 »'],
    ['nombre', ici('A1', NaN), 'ce nombre ne peut pas être enregistré'],
    ['nombre', ici('A1', Infinity), 'A1'],
    ['texte-trop-long', ici('A1', 'x'.repeat(32_768)), '32 767'],
    ['texte-trop-long', ici('A1', 1, 'x'.repeat(8193)), '8 192'],
  ])('%s: %s', async (code, modification, message) => {
    const echec = modifier(classeurZip(), [modification])
    await expect(echec).rejects.toBeInstanceOf(RefusModification)
    await expect(echec).rejects.toMatchObject({ code, message: expect.stringContaining(message) as string })
  })

  it('a table’s header, which the file holds twice', async () => {
    const octets = classeurZip({
      'xl/worksheets/_rels/sheet1.xml.rels': relationsXml([['r1', 'table', '../tables/table1.xml']]),
      'xl/tables/table1.xml': `${XML}<table xmlns="${NS}" id="1" displayName="Plan" ref="A1:B5"/>`,
    })
    await expect(modifier(octets, [ici('B1', 'x')])).rejects.toMatchObject({ code: 'entete-de-tableau' })
    expect(toutes(await lire(await modifier(octets, [ici('B2', 'x')]))).get('Feuil1!B2')).toEqual({
      valeur: 'x',
    })
  })

  it('the last one wins for the same cell, whatever the case of the sheet’s name', async () => {
    const octets = await modifier(classeurZip(), [
      ici('B1', 1),
      { feuille: 'FEUIL1', adresse: '$B$1', valeur: 2 },
    ])
    expect(toutes(await lire(octets)).get('Feuil1!B1')).toEqual({ valeur: 2 })
  })
})

describe('the rest of the file', () => {
  it.each([
    ['as written by Excel', ecrireZip(parties({ 'xl/media/image1.png': 'PNG' }), { commentaire: 'c' })],
    ['with sizes after the data', ecrireZip(parties().map((e) => ({ ...e, descripteur: 'nu' as const })))],
    [
      'with zip64 fields',
      ecrireZip(
        parties().map((e) => ({ ...e, zip64: true })),
        { zip64: true },
      ),
    ],
  ])('keeps its bytes, entry by entry: %s', async (_, octets) => {
    const apres = brutes(await modifier(octets, [ici('B1', 1)]))
    const avant = brutes(octets)
    expect([...apres.keys()]).toEqual([...avant.keys()])
    for (const [nom, contenu] of avant)
      expect([nom, apres.get(nom) === contenu]).toEqual([nom, nom !== FEUILLE1])
  })

  it('is the same file each time', async () => {
    const [a, b] = await Promise.all([
      modifier(classeurZip(), [ici('C3', 'x')]),
      modifier(classeurZip(), [ici('C3', 'x')]),
    ])
    expect(a).toEqual(b)
  })
})

describe('any changes to a workbook', () => {
  let octets: Uint8Array
  beforeAll(async () => {
    const w = new ExcelJS.Workbook()
    for (const nom of ['Plan d’action', 'Synthèse & totaux']) {
      const f = w.addWorksheet(nom)
      for (let l = 2; l < 30; l += 2)
        for (let c = 1; c < 9; c += l % 3 === 0 ? 1 : 2) {
          const cellule = f.getCell(l, c)
          cellule.value =
            c === 5 ? { formula: `A${String(l)}*2`, result: l } : c === 3 ? `texte ${String(l)}` : l * c
          if (c === 1) cellule.numFmt = '# ##0 €'
        }
      f.getCell('J2').value = {
        formula: 'A2+1',
        result: 1,
        shareType: 'shared',
        ref: 'J2:J6',
      } as ExcelJS.CellFormulaValue
      for (let l = 3; l < 7; l++) f.getCell(l, 10).value = { sharedFormula: 'J2', result: l }
    }
    octets = new Uint8Array(await w.xlsx.writeBuffer())
  })

  const valeur = fc.oneof(
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom<string | number>(-0, '_x000D_', ' a\r\n\tb ', ']]>&<"', '=1+1', ''),
  )
  const modification = fc.record({
    feuille: fc.constantFrom('Plan d’action', 'Synthèse & totaux'),
    adresse: fc.tuple(fc.nat(40), fc.nat(12)).map(([l, c]) => adresse(l, c)),
    valeur,
    formule: fc.option(fc.constantFrom('A1+1', 'CDPPE.ELIGIBLE(A1,"FIR")', 'IF(A1<2,"<&>",B$2)'), {
      nil: undefined,
      freq: 5,
    }),
  })

  it('are found when it is read again, and nothing else has changed', async () => {
    const avant = await lire(octets)
    await fc.assert(
      fc.asyncProperty(fc.array(modification, { minLength: 1, maxLength: 12 }), async (modifications) => {
        const sortie = await modifier(octets, modifications)
        const apres = await lire(sortie)
        const depart = toutes(avant)
        const attendu = toutes(avant)
        for (const m of modifications) {
          const ref = `${m.feuille}!${m.adresse}`
          if (m.valeur === null && m.formule === undefined) attendu.delete(ref)
          else {
            const look: Partial<Cellule> = { ...depart.get(ref) }
            delete look.formule
            const valeur = m.valeur === 0 ? 0 : m.valeur
            attendu.set(ref, { ...look, valeur, ...(m.formule === undefined ? {} : { formule: m.formule }) })
          }
        }
        expect(new Map([...toutes(apres)].sort())).toEqual(new Map([...attendu].sort()))
        expect({ ...apres, feuilles: apres.feuilles.map((f) => ({ ...f, lignes: 0 })) }).toEqual({
          ...avant,
          feuilles: avant.feuilles.map((f) => ({ ...f, lignes: 0 })),
        })
        const touchees = new Set(['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml', 'xl/workbook.xml'])
        const [b, a] = [brutes(octets), brutes(sortie)]
        for (const [nom, contenu] of b) if (!touchees.has(nom)) expect(a.get(nom)).toBe(contenu)
        for (const { lignes } of apres.feuilles) {
          expect([...lignes.keys()]).toEqual([...lignes.keys()].sort((x, y) => x - y))
          for (const rangee of lignes.values())
            expect([...rangee.keys()]).toEqual([...rangee.keys()].sort((x, y) => x - y))
        }
      }),
      { numRuns: 150 },
    )
  })

  it('undone, give the same cells back', async () => {
    const avant = toutes(await lire(octets))
    await fc.assert(
      fc.asyncProperty(fc.array(modification, { minLength: 1, maxLength: 6 }), async (modifications) => {
        const retour = modifications.map((m): Modification => {
          const cellule = avant.get(`${m.feuille}!${m.adresse}`)
          return { ...m, valeur: cellule?.valeur ?? null, formule: cellule?.formule }
        })
        const sortie = await modifier(await modifier(octets, modifications), retour)
        expect(new Map([...toutes(await lire(sortie))].sort())).toEqual(new Map([...avant].sort()))
      }),
      { numRuns: 50 },
    )
  })
})
