import { beforeEach, describe, expect, it } from 'vitest'
import { HoteExcel } from '../../addin/excel/hote-excel.ts'
import { AUTRE, PLAN, classeurContrat } from './classeur-contrat.ts'
import { NoteFilaire, RegleConditionnelle } from './filaire/aspects.ts'
import { installerExcel } from './hote-filaire.ts'
import type { HoteFilaire } from './hote-filaire.ts'

/** What marks meet in Excel alone: notes and comments of others, protection, rows that move, an Excel without notes. */

const MARQUES = [
  { cellule: `${PLAN}!B4`, fond: '#F9C6C6', note: 'Point bloquant (COF-01)' },
  { cellule: `${AUTRE}!B2`, fond: '#CFE4F7', note: 'Information (LEC-01)' },
]

let excel: HoteFilaire
let hote: HoteExcel
beforeEach(() => {
  excel = installerExcel(classeurContrat())
  hote = new HoteExcel()
})

/** Something written beside a cell before any mark. */
const ecrire = (ou: string, texte: string, quoi: 'notes' | 'commentaires' = 'notes'): NoteFilaire => {
  const liste = excel.grille.aspects(PLAN)[quoi]
  const neuve = new NoteFilaire(ou, texte, liste)
  liste.push(neuve)
  return neuve
}

describe('marks in Excel', () => {
  it('keeps what the cell’s note said, and gives it back to the letter', async () => {
    const ancienne = 'Vu avec la DAF :\r\n250 000 €, puis 15 048 €\n'
    ecrire('B4', ancienne)
    await hote.marquer(MARQUES)
    expect(excel.grille.aspects(PLAN).noteVue('B4')).toMatch(/^Contrôle CDPPE\nPoint bloquant[^]*250 000 €/)
    await hote.marquer(MARQUES)
    expect(
      excel.grille
        .aspects(PLAN)
        .noteVue('B4')!
        .match(/Point bloquant/g),
    ).toHaveLength(1)
    await hote.oterMarques()
    expect(excel.grille.aspects(PLAN).noteVue('B4')).toBe(ancienne)
  })

  it('leaves notes of others, and a note of ours that was written on', async () => {
    const autre = ecrire('C7', 'À revoir')
    await hote.marquer(MARQUES)
    const notre = excel.grille.aspects(AUTRE).notes[0]!
    notre.Content += '\nRéponse : vu en réunion.'
    await hote.oterMarques()
    expect(excel.grille.aspects(PLAN).notes).toEqual([autre])
    expect(excel.grille.aspects(AUTRE).notes).toEqual([notre])
    expect(excel.grille.aspects(AUTRE).fondVu('B2')).toBeNull()
  })

  it('colours a cell that holds a comment, and says that it has no note', async () => {
    ecrire('B4', 'Une question', 'commentaires')
    expect(await hote.marquer(MARQUES)).toEqual({
      cellules: 2,
      reserve: 'Une cellule porte déjà un commentaire : elle est colorée, sans note.',
    })
    expect(excel.grille.aspects(PLAN).fondVu('B4')).toBe('#F9C6C6')
    expect(excel.grille.aspects(PLAN).noteVue('B4')).toBeNull()
  })

  it('takes away what another person marked, and what has moved since', async () => {
    await hote.marquer(MARQUES)
    const aspects = excel.grille.aspects(PLAN)
    // A row was inserted above, then the marked one copied.
    for (const regle of aspects.regles)
      for (const p of regle.plages) {
        p.ligne++
        p.derniereLigne++
      }
    aspects.notes[0]!.ou = 'B5'
    aspects.regles[0]!.plages.push({ ligne: 8, derniereLigne: 8, colonne: 1, derniereColonne: 1 })
    expect(await new HoteExcel().compterMarques()).toBe(3)
    expect(await new HoteExcel().oterMarques()).toBe(3)
    expect([aspects.regles, aspects.notes]).toEqual([[], []])
  })

  it('lies over the conditional formats of the officer, and leaves them', async () => {
    const { regles } = excel.grille.aspects(PLAN)
    const sienne = new RegleConditionnelle(
      [{ ligne: 3, derniereLigne: 3, colonne: 1, derniereColonne: 1 }],
      regles,
    )
    sienne.Custom.Rule.Formula = '=B4>0'
    sienne.Custom.Format.Fill.Color = '#00FF00'
    regles.push(sienne)
    await hote.marquer(MARQUES)
    expect(excel.grille.aspects(PLAN).fondVu('B4')).toBe('#F9C6C6')
    await hote.oterMarques()
    expect(regles).toEqual([sienne])
  })

  it('colours without notes where Excel has none for add-ins, and says so', async () => {
    excel.absentes.add('1.18')
    const { cellules, reserve } = await hote.marquer(MARQUES)
    expect([cellules, reserve]).toEqual([2, expect.stringMatching(/colorées, sans note/)])
    expect(excel.grille.aspects(PLAN).notes).toEqual([])
    expect(await hote.oterMarques()).toBe(2)
  })

  it('names the protected sheet that it leaves, and refuses when there is no other', async () => {
    excel.grille.classeur.feuilles[1]!.protegee = true
    expect(await hote.marquer(MARQUES)).toEqual({
      cellules: 1,
      reserve: `La feuille « ${AUTRE} » est protégée : elle n’a pas été marquée.`,
    })
    await expect(hote.marquer(MARQUES.slice(1))).rejects.toThrow(/« Synthèse » est protégée/)
  })

  it('marks eighty cells of a column as one area', async () => {
    await hote.marquer(
      Array.from({ length: 80 }, (_, i) => ({ ...MARQUES[0]!, cellule: `${PLAN}!G${String(i + 7)}` })),
    )
    expect(excel.grille.aspects(PLAN).regles.map((r) => r.plages)).toEqual([
      [{ ligne: 6, derniereLigne: 85, colonne: 6, derniereColonne: 6 }],
    ])
  })
})
