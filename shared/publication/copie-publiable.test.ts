import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { inflaterDEssai } from '../../test/hostiles/inflater.ts'
import { ecrireArchive } from '../classeur/xlsx/ecrire-archive.ts'
import { lireClasseur } from '../classeur/xlsx/lire.ts'
import { ouvrirPaquet } from '../classeur/xlsx/paquet.ts'
import { comparerClasseurs } from '../version/comparer.ts'
import { copiePubliable } from './copie-publiable.ts'
import { MASQUE, masquerTexte } from './motifs.ts'
import { direARelire, direMasques } from './phrases.ts'

const IBAN = 'FR14 2004 1010 0505 0001 3M02 606'
const inflater = inflaterDEssai()
const lire = (octets: Uint8Array) => lireClasseur(octets, 'x', inflater)

/** Every text of the file, its pictures left aside. */
async function textes(octets: Uint8Array): Promise<string> {
  const paquet = ouvrirPaquet(octets, inflater)
  const parts = paquet.repertoire.entrees.filter((e) => /\.(xml|vml|rels)$/.test(e.nom))
  const lus = await Promise.all(parts.map(async (e) => new TextDecoder().decode(await paquet.lireOctets(e))))
  return lus.join('\n')
}

let original: Uint8Array
beforeAll(async () => {
  const cahier = new ExcelJS.Workbook()
  const contrat = cahier.addWorksheet('Contrat')
  contrat.addRows([
    ['Département', 'Pas-de-Calais'],
    ['Code établissement', '20041'],
    ['IBAN', IBAN],
    ['BIC', 'PSSTFRPPLIL'],
    ['Date de signature', '24/06/2022'],
    ['Signature', 'Lu et approuvé, J. Martin'],
    ['Contact', 'Mme Dumont, 03 21 21 62 62, claire@departement.example'],
    ['Part État', 321216262],
    ['Rappel', { formula: 'B3', result: IBAN }],
    ['Signataires', 'Mme le préfet, M. le président du conseil départemental'],
  ])
  contrat.getCell('D1').value = {
    richText: [{ text: 'Tél. 03 21 ' }, { text: '21 62 63', font: { bold: true } }],
  }
  contrat.getCell('D2').note = 'Appeler le 06 12 34 56 78 avant midi'
  const contacts = cahier.addWorksheet('Contacts')
  contacts.addRows([
    ['Nom', 'Téléphone', 'Montant'],
    ['Préfecture', 321216264, 300000],
    ['ARS', '+33 3 21 21 62 65', 612345678],
  ])
  const image = cahier.addImage({ buffer: Buffer.from('un dessin de signature') as never, extension: 'png' })
  contrat.addImage(image, 'E1:F3')
  contacts.addImage(image, { tl: { col: 4, row: 11 }, ext: { width: 20, height: 20 } })
  contrat.addBackgroundImage(
    cahier.addImage({ buffer: Buffer.from('un fond de page') as never, extension: 'png' }),
  )
  original = new Uint8Array(await cahier.xlsx.writeBuffer())
})

describe('a copy to put on line', () => {
  it('lists what it masks and leaves every other cell as it is', async () => {
    const avant = original.slice()
    const { octets, masques } = await copiePubliable(original, inflater)
    expect(original).toEqual(avant)
    expect(masques.map(({ genre, cellule }) => `${cellule ?? 'hors des cellules'} ${genre}`).sort()).toEqual([
      'Contacts!B2 telephone',
      'Contacts!B3 telephone',
      'Contacts!E12 image',
      'Contrat!B2 banque',
      'Contrat!B3 iban',
      'Contrat!B4 bic',
      'Contrat!B6 signature',
      'Contrat!B7 telephone',
      'Contrat!B9 iban',
      'Contrat!D1 telephone',
      'Contrat!E1 image',
      'hors des cellules image',
      'hors des cellules telephone',
    ])
    const { differences } = comparerClasseurs(await lire(original), await lire(octets))
    expect(new Set(differences.map((d) => d.cellule))).toEqual(
      new Set(
        masques.flatMap(({ genre, cellule }) => (cellule === null || genre === 'image' ? [] : [cellule])),
      ),
    )
    const b7 = differences.find((d) => d.cellule === 'Contrat!B7')
    expect(b7?.apres?.valeur).toBe(`Mme Dumont, ${MASQUE}, claire@departement.example`)
  })

  it('keeps none of it anywhere in the file: shared texts, runs, notes, results, pictures', async () => {
    const { octets } = await copiePubliable(original, inflater)
    const dits = await textes(octets)
    for (const secret of [IBAN, '20041', 'PSSTFRPP', 'J. Martin', '21 62', '06 12 34', '321216264'])
      expect([secret, dits.includes(secret)]).toEqual([secret, false])
    // An amount that looks like a number to call is an amount where no label says otherwise.
    for (const gardee of ['321216262', '612345678', '24/06/2022', 'Pas-de-Calais'])
      expect([gardee, dits.includes(gardee)]).toEqual([gardee, true])
    expect(Buffer.from(octets).includes('un dessin de signature')).toBe(false)
    // Another reader opens it.
    const relu = new ExcelJS.Workbook()
    await relu.xlsx.load(Buffer.from(octets) as never)
    expect(relu.getWorksheet('Contrat')!.getCell('B3').value).toBe(MASQUE)
  })

  it('made again of itself masks nothing more than its blank pictures', async () => {
    const { octets } = await copiePubliable(original, inflater)
    const { masques } = await copiePubliable(octets, inflater)
    expect(new Set(masques.map(({ genre }) => genre))).toEqual(new Set(['image']))
  })

  it('says where each picture stood and what a person must look at, without touching it', async () => {
    const copie = await copiePubliable(original, inflater)
    expect(copie.aRelire).toEqual({ courriels: ['Contrat!B7'], signataires: ['Contrat!A10'] })
    expect(await textes(copie.octets)).toContain('M. le président du conseil départemental')
    expect(direMasques(copie.masques)).toEqual(
      expect.arrayContaining([
        'Contrat!E1 : image blanchie.',
        'Hors des cellules (en-tête, fond…) : 1 image blanchie.',
      ]),
    )
    expect(direARelire(copie)).toEqual([
      expect.stringMatching(/^Toutes les images sont blanchies, logos compris.*Remettez/),
      expect.stringMatching(/^Les noms des signataires restent lisibles \(Contrat!A10\)/),
      expect.stringMatching(/^Des adresses de courriel restent lisibles \(Contrat!B7\) : effacez/),
      expect.stringMatching(/^Relisez la copie/),
    ])
    // Every other part is the original's, byte for byte.
    const [avant, apres] = [original, copie.octets].map((o) => ouvrirPaquet(o, inflater))
    expect(apres!.noms).toEqual(avant!.noms)
    for (const entree of avant!.repertoire.entrees.filter((e) => /drawing|styles|theme|rels$/.test(e.nom)))
      if (!/comments|vml/i.test(entree.nom))
        expect([entree.nom, await apres!.lireOctets(apres!.trouver(entree.nom)!)]).toEqual([
          entree.nom,
          await avant!.lireOctets(entree),
        ])
    expect(direARelire({ masques: [], aRelire: { courriels: [], signataires: [] } })).toHaveLength(1)
  })

  it('takes Excel’s own signature away, and refuses what it cannot look into', async () => {
    const avec = (nom: string) =>
      ecrireArchive(
        original,
        ouvrirPaquet(original, inflater).repertoire,
        new Map([[nom, new TextEncoder().encode('<a/>')]]),
      )
    const { octets, masques } = await copiePubliable(avec('_xmlsignatures/sig1.xml'), inflater)
    expect(masques.filter((m) => m.genre === 'signature')).toHaveLength(2)
    expect(ouvrirPaquet(octets, inflater).noms).not.toContain('_xmlsignatures/sig1.xml')
    await expect(copiePubliable(avec('xl/embeddings/oleObject1.bin'), inflater)).rejects.toThrow(
      'objets incorporés',
    )
  })
})

describe('what a text holds', () => {
  it('is masked as it is written, and nothing that only looks like it', () => {
    for (const [avant, apres] of [
      ['0321216262', MASQUE],
      ['+33 (0)3.21.21.62.62', MASQUE],
      ['Tél : 03-21-21-62-62 (standard)', `Tél : ${MASQUE} (standard)`],
      ['+32 2 123 45 67 89', MASQUE],
      ['IBAN : FR1420041010050500013M02606 BIC : PSSTFRPPLIL', `IBAN : ${MASQUE} BIC : ${MASQUE}`],
      ['iban FR00 1234 5678 mal recopié', `iban ${MASQUE} mal recopié`],
    ] as const)
      expect(masquerTexte(avant).texte).toBe(apres)
    for (const texte of [
      '250 000 € + 15 048 €',
      '22620001200012',
      'le 01/02/2022 au 03/04/2022',
      'PREVENTION',
      'action 0612345678901',
      '1 234 567,89',
      'EXERCICES 2020 2021 2022',
    ])
      expect(masquerTexte(texte)).toEqual({ texte, genres: [] })
  })
})
