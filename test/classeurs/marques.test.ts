import { webcrypto } from 'node:crypto'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { lireClasseur } from '../../addin/hote/lire-classeur.ts'
import { composerNote } from '../../addin/hote/note.ts'
import { decouperReference } from '../../shared/classeur/adresse.ts'
import { controler } from '../../shared/controle/controler.ts'
import { marquesDuRapport } from '../../shared/controle/marques.ts'
import { empreinteContenu } from '../../shared/version/contenu.ts'
import { classeurPasDeCalais } from './pas-de-calais.ts'

describe('a workbook saved with the marks of its check', () => {
  it('gives the same report and the same content digest as without them', async () => {
    const excel = new ExcelJS.Workbook()
    await excel.xlsx.load((await classeurPasDeCalais()).buffer as ArrayBuffer)
    const sortir = async () => lireClasseur(new Uint8Array(await excel.xlsx.writeBuffer()), 'CDPPE_62.xlsx')
    const nu = await sortir()
    const rapport = controler(nu)
    const marques = marquesDuRapport(rapport.constats)
    expect(marques.length).toBeGreaterThan(10)
    for (const { cellule, fond, note } of marques) {
      const { feuille: nom, adresse } = decouperReference(cellule)
      const feuille = excel.getWorksheet(nom)!
      feuille.getCell(adresse).note = composerNote(note, null)
      feuille.addConditionalFormatting({
        ref: adresse,
        rules: [
          {
            type: 'expression',
            priority: 1,
            formulae: ['"CDPPE"<>"marque"'],
            style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: `FF${fond.slice(1)}` } } },
          },
        ],
      })
    }
    const marque = await sortir()
    expect(marque.feuilles.some((f) => f.nbCommentaires > 0)).toBe(true)
    expect(controler(marque)).toEqual(rapport)
    expect(await empreinteContenu(marque, webcrypto.subtle)).toBe(
      await empreinteContenu(nu, webcrypto.subtle),
    )
  })
})
