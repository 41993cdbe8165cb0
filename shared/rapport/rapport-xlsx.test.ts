import { read, utils } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { classeurDe } from '../classeur/fabrique.ts'
import { controler } from '../controle/controler.ts'
import { CLE_JUSTIFICATIONS, ecrireJustifications } from '../controle/justifications.ts'
import { ecrireClasseurRapport } from './ecrire-classeur.ts'
import { tableauxDuRapport } from './tableaux.ts'

const classeur = classeurDe({
  Plan: [
    ['N°', 'Objectif', 'Intitulé', 'Exercice', 'Enveloppe', 'Part État', 'Part Département'],
    ['1', 'Objectif 2', 'Bilans « <santé> » & co', 2020, 'FIR', 1000.5, 400],
  ],
})
const point = controler(classeur).constats.find((c) => c.gravite === 'a-justifier')!
const justifie = {
  ...classeur,
  donnees: {
    [CLE_JUSTIFICATIONS]: ecrireJustifications([
      {
        regle: point.regle,
        cellules: point.cellules,
        constate: point.constate,
        texte: 'L’avenant de mars complète cette part.',
        auteur: 'Anne Martin',
        le: '2024-03-03T13:05:00.000Z',
      },
    ]),
  },
}
const rapport = controler(justifie)
const octets = ecrireClasseurRapport(tableauxDuRapport(rapport, 'plan & co.xlsx', '3 mars 2024'))
const lu = read(octets, { cellStyles: true })
const lignes = (nom: string) => utils.sheet_to_json<unknown[]>(lu.Sheets[nom]!, { header: 1 })

describe('the report as a workbook', () => {
  it('opens elsewhere, with one row per constat and everything that it says', () => {
    expect(lu.SheetNames).toEqual(['Rapport', 'Constats', 'Cofinancement', 'Justifications'])
    const [, ...constats] = lignes('Constats')
    expect(constats).toHaveLength(rapport.constats.length)
    for (const [i, c] of rapport.constats.entries())
      expect(constats[i]!.slice(1, 6)).toEqual([
        c.regle,
        c.message,
        c.constate,
        c.attendu,
        c.cellules.join(', '),
      ])
    expect(constats.find((l) => l[7] !== undefined)!.slice(7)).toEqual([
      'L’avenant de mars complète cette part.',
      'Anne Martin',
      '2024-03-03',
    ])
    expect(lignes('Rapport')[1]).toEqual(['Classeur', 'plan & co.xlsx'])
  })

  it('holds amounts as numbers of euros', () => {
    const [, objectif] = lignes('Cofinancement')
    expect(objectif!.slice(2, 5)).toEqual([1000.5, 400, 600.5])
    expect(lu.Sheets['Cofinancement']!['C2']).toMatchObject({ t: 'n', v: 1000.5, w: '1,000.50 €' })
  })

  it('never lets a text become a formula, nor break the file', () => {
    const hostile = ['=1+1', '</t></is></c>', '\u0001\uD800 & "x"'].map((t) => [t])
    const tableau = { nom: 'T', largeurs: [10], entetes: ['Texte'], lignes: hostile }
    const feuille = read(ecrireClasseurRapport([tableau])).Sheets['T']!
    expect(
      [feuille['A2'], feuille['A3'], feuille['A4']].map((c: { t: string; v: string }) => [c.t, c.v]),
    ).toEqual([
      ['s', '=1+1'],
      ['s', '</t></is></c>'],
      ['s', '\uFFFD\uFFFD & "x"'],
    ])
  })

  it('gives the same bytes for the same report', () => {
    const encore = ecrireClasseurRapport(tableauxDuRapport(rapport, 'plan & co.xlsx', '3 mars 2024'))
    expect(Buffer.from(encore).equals(Buffer.from(octets))).toBe(true)
  })
})
