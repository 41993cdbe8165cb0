import fc from 'fast-check'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { inflaterDEssai } from '../../../test/hostiles/inflater.ts'
import { classeurZip, relationsXml, typesXml } from '../../../test/hostiles/squelette.ts'
import { ecrireDonneeXml } from '../donnee-xml.ts'
import { LIMITES } from './limites.ts'
import { lireClasseur } from './lire.ts'
import { ouvrirPaquet } from './paquet.ts'
import { garderDonnees } from './parties-donnees.ts'

const inflater = inflaterDEssai()
const donneesDe = async (octets: Uint8Array) => (await lireClasseur(octets, 'x', inflater)).donnees
const garder = (octets: Uint8Array, donnees: Record<string, string>) =>
  garderDonnees(octets, new Map(Object.entries(donnees)), inflater)
const LIENS = 'xl/_rels/workbook.xml.rels'
const liens = (...cibles: string[]) =>
  relationsXml([
    ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
    ['rId2', 'sharedStrings', 'sharedStrings.xml'],
    ['rId3', 'styles', 'styles.xml'],
    ...cibles.map((cible, i): [string, string, string] => [`rId${String(i + 4)}`, 'customXml', cible]),
  ])

describe('texts kept in the package', () => {
  it('come back under their keys, whatever they hold', async () => {
    const texte = fc.string({ unit: 'grapheme', maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(fc.dictionary(texte, texte, { maxKeys: 3 }), async (donnees) => {
        expect(await donneesDe(await garder(classeurZip(), donnees))).toEqual(donnees)
      }),
      { numRuns: 30 },
    )
  })

  it('are replaced in their own part, the others and every other part as they were', async () => {
    const premier = await garder(classeurZip(), { a: '1', b: '2' })
    const second = await garder(premier, { a: '3' })
    expect(await donneesDe(second)).toEqual({ a: '3', b: '2' })
    const brutes = (octets: Uint8Array) =>
      ouvrirPaquet(octets, inflater, LIMITES).repertoire.entrees.map((e) => [
        e.nom,
        Buffer.from(octets.subarray(e.debut, e.fin)).toString('base64'),
      ])
    const changees = brutes(second).filter(([nom, texte]) =>
      brutes(premier).every(([n, t]) => n !== nom || t !== texte),
    )
    expect(changees.map(([nom]) => nom)).toEqual(['customXml/item1.xml'])
  })

  it('that are there already change no byte', async () => {
    const octets = await garder(classeurZip(), { a: '1' })
    expect(await garder(octets, { a: '1' })).toBe(octets)
  })

  it('leave a workbook that other programs open', async () => {
    const octets = await garder(classeurZip(), { a: '1' })
    const classeur = new ExcelJS.Workbook()
    await classeur.xlsx.load(octets.buffer as ArrayBuffer)
    expect(classeur.worksheets[0]!.getCell('B1').value).toBe(42)
  })

  it('are typed where the package has no default for XML', async () => {
    const sans = typesXml().replace('<Default Extension="xml" ContentType="application/xml"/>', '')
    const octets = await garder(classeurZip({ '[Content_Types].xml': sans }), { a: '1' })
    const paquet = ouvrirPaquet(octets, inflater, LIMITES)
    const types = new TextDecoder().decode(await paquet.lireOctets(paquet.trouver('[Content_Types].xml')!))
    expect(types).toContain('<Override PartName="/customXml/item1.xml" ContentType="application/xml"/>')
  })

  it('are not mistaken for those of others, which refuse nothing', async () => {
    const octets = classeurZip({
      [LIENS]: liens(
        '../customXml/item1.xml',
        '../customXml/item2.xml',
        '../customXml/item3.xml',
        '/absente.xml',
      ),
      'customXml/item1.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
      'customXml/item2.xml': '<?xml version="1.0" encoding="utf-7"?><x/>',
      'customXml/item3.xml': ecrireDonneeXml('correspondance', '{}'),
    })
    expect(await donneesDe(octets)).toEqual({ correspondance: '{}' })
  })

  it('are read in UTF-16 too, and never from a part of more than a megabyte', async () => {
    const xml = `<?xml version="1.0" encoding="UTF-16"?>${ecrireDonneeXml('a', 'é')}`
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${xml}`, 'utf16le'))
    const gros = ecrireDonneeXml('b', 'x'.repeat(1024 * 1024))
    const octets = classeurZip({
      [LIENS]: liens('../customXml/item1.xml', '../customXml/item2.xml'),
      'customXml/item1.xml': utf16,
      'customXml/item2.xml': gros,
    })
    expect(await donneesDe(octets)).toEqual({ a: 'é' })
  })
})
