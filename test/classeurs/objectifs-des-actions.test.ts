import { describe, expect, it } from 'vitest'
import { comprendre } from '../../shared/classeur/comprendre.ts'
import { classeurDe, type ValeurEssai } from '../../shared/classeur/fabrique.ts'
import { controler } from '../../shared/controle/controler.ts'
import * as fiches from './dispositions/fiches.ts'
import * as feuilles from './dispositions/feuilles-et-totaux.ts'
import { ouvrirDisposition } from './dispositions/disposition.ts'
import * as niveaux from './dispositions/niveaux.ts'
import * as parCroixOuTitre from './dispositions/objectifs.ts'
import * as sousLesEnTetes from './dispositions/sous-les-en-tetes.ts'

describe('the objectif of an action, wherever the workbook writes it', () => {
  it.each([
    { nom: 'a sheet for each', disposition: feuilles.FEUILLE_PAR_OBJECTIF },
    { nom: 'rows between the actions', disposition: feuilles.TITRES_CHIFFRES },
    { nom: 'numbered as they are', disposition: niveaux.CODES_EMBOITES, objectifs: [1, 1, 8] },
    { nom: 'in its own column', disposition: niveaux.THEMES_EMBOITES, objectifs: [1, 1, 8] },
    { nom: 'on another sheet', disposition: feuilles.ACTIONS_ET_FINANCES, objectifs: [1, 1, 8] },
    { nom: 'on their fiches', disposition: feuilles.FICHES_ET_FINANCES, objectifs: [1, 8] },
    { nom: 'in the column of their codes', disposition: sousLesEnTetes.CODES, objectifs: [1, 1, 6] },
    { nom: 'ticked', disposition: parCroixOuTitre.COCHES, objectifs: [2, 9, 11] },
    { nom: 'by their title', disposition: parCroixOuTitre.PAR_TITRE, objectifs: [2, 9, 11] },
    {
      nom: 'by a title between the rows',
      disposition: parCroixOuTitre.TITRES_ENTRE_LES_LIGNES,
      objectifs: [2, 2, 9],
    },
    { nom: 'in theirs', disposition: niveaux.OBJECTIFS_ET_ACTIONS, objectifs: [1, 1, 8] },
  ])('the actions have the objectif of their heading: $nom', async ({ disposition, objectifs }) => {
    const { plan, constats } = controler(await ouvrirDisposition(disposition))
    expect(plan.actions.map((a) => a.objectif)).toEqual(objectifs ?? [1, 1, 2])
    expect(constats.filter((c) => c.regle === 'LEC-02')).toEqual([])
  })

  it('objectifs without a number are said, and those that are ticked twice or not at all are asked for', async () => {
    const { comprehension } = controler(await ouvrirDisposition(parCroixOuTitre.PAR_TITRE))
    expect(comprehension.phrases).toContain(
      'L’objectif de 3 actions est reconnu à son titre officiel, sans numéro (objectifs 2, 9 et 11).',
    )
    const entete = ['N°', 'Action', 'Objectif 2', 'Objectif 9', 'FIR 2021', 'Part CD 2021']
    const { plan, constats } = controler(
      classeurDe({
        Plan: [
          entete,
          [1, 'Bilans', 'x', null, 10, 10],
          [2, 'Deux', 'x', 'x', 10, 10],
          [3, 'Aucun', null, null, 10, 10],
        ],
      }),
    )
    expect(plan.actions.map((a) => [a.objectif, a.objectifsLus])).toEqual([
      [2, [{ texte: 'Objectif 2', cellule: 'Plan!C2' }]],
      [null, [{ texte: 'Objectifs 2 et 9', cellule: 'Plan!C3' }]],
      [null, []],
    ])
    expect(constats.filter((c) => c.regle === 'LEC-02').map((c) => c.cellules)).toEqual([
      ['Plan!A4', 'Plan!B4'],
      ['Plan!C3'],
    ])
  })

  it('a sheet named « OF6 CRIP » holds the actions of its objectif', () => {
    const { plan } = controler(
      classeurDe({
        'OF1 EPP': [
          ['Action', 'FIR', 'CD'],
          ['Recruter', 10, 10],
        ],
        'OF6 CRIP': [
          ['Action', 'P304', 'CD'],
          ['Évaluer', 20, 20],
        ],
      }),
    )
    expect(plan.actions.map((a) => a.objectif)).toEqual([1, 6])
  })

  it('an objectif that is written once for its group goes on to the sub-total of its name, and no further', () => {
    const entete = ['Objectif', 'Action', 'FIR 2022', 'Part CD 2022']
    const lire = (...lignes: ValeurEssai[][]) =>
      controler(classeurDe({ Plan: [entete, ...lignes] })).plan.actions.map((a) => [a.intitule, a.objectif])
    const groupes = (total: string) =>
      lire(
        ['Objectif 1', 'EPP', 10, 10],
        [null, 'VAD', 15, 10],
        [total, null, 25, 20],
        ['Objectif 2', 'Bilans', 20, 20],
        [null, 'Dépistage', 20, 20],
      )
    for (const total of ['Total objectif 1', 'S/T OF 1', 'Sous-total de l’objectif n° 1'])
      expect(groupes(total)).toEqual([
        ['EPP', 1],
        ['VAD', 1],
        ['Bilans', 2],
        ['Dépistage', null],
      ])
    expect(groupes('Total objectif 3')).toContainEqual(['VAD', null])
    expect(groupes('Total')).toContainEqual(['VAD', null])
  })

  it('an action that is called as its objectif is serves it, unless the plan says another', async () => {
    const titre = 'Renforcer l’ODPE'
    const lire = (entete: ValeurEssai[], ...lignes: ValeurEssai[][]) =>
      controler(classeurDe({ Plan: [entete, ...lignes] })).plan.actions
    const [seule, autre] = lire(
      ['N°', 'Action', 'FIR 2021', 'Part CD 2021'],
      [1, titre, 10, 10],
      [2, 'Renforcer autre chose', 10, 10],
    )
    expect(seule).toMatchObject({ objectif: 11, objectifsLus: [{ texte: titre, cellule: 'Plan!B2' }] })
    expect(autre).toMatchObject({ objectif: null, objectifsLus: [] })
    const [dite] = lire(
      ['N°', 'Objectif', 'Action', 'FIR 2021', 'Part CD 2021'],
      [1, 'Objectif 9', titre, 10, 10],
    )
    expect(dite).toMatchObject({ objectif: 9, objectifsLus: [{ cellule: 'Plan!B2' }] })
  })

  it('a block without an objectif of its own has that of the heading before it', async () => {
    const { plan } = controler(await ouvrirDisposition(fiches.BLOCS))
    expect(plan.actions.map((a) => a.objectif)).toEqual([1, 1, 8])
  })

  it('objectifs of another sheet are said, with their cells, and not where rows disagree', async () => {
    const { plan, comprehension } = controler(await ouvrirDisposition(feuilles.ACTIONS_ET_FINANCES))
    expect(plan.actions.map((a) => [a.numero, a.intitule, a.objectifsLus[0]?.cellule])).toEqual([
      ['1', 'EPP', 'Actions!B3'],
      ['2', 'Information', 'Actions!B3'],
      ['3 BIS', 'Contrôles', 'Actions!B5'],
    ])
    expect(comprehension.phrases).toContain(
      'L’objectif de 3 actions est lu dans « Actions », d’après leur numéro.',
    )
    expect(comprehension.feuillesIgnorees).toEqual([])

    const ailleurs = (...lignes: ValeurEssai[][]) =>
      controler(
        classeurDe({
          Actions: [['N°', 'Objectif'], ...lignes],
          Finances: [
            ['N° action', 'FIR', 'CD'],
            [1, 40_000, 45_000],
          ],
        }),
      ).plan.actions[0]!.objectif
    expect(ailleurs([1, 'Objectif 1'], [1, 'Objectif 1'])).toBe(1)
    expect(ailleurs([1, 'Objectif 1'], [1, 'Objectif 2'])).toBeNull()
    expect(ailleurs([2, 'Objectif 1'])).toBeNull()
  })

  it('an objectif of the action in its own words stays one to be confirmed, where no row names one of the contract’s', () => {
    const { tables } = comprendre(
      classeurDe({
        Plan: [
          ['N°', 'Objectif de l’action', 'FIR 2022', 'Part CD (50 %)', 'Taux CD'],
          [1, 'Mieux accueillir', 40_000, 40_000, 0.5],
          [2, 'Mieux orienter', 10_000, 10_000, 0.5],
        ],
      }),
    )
    expect(tables[0]!.colonnes.map((c) => c.role)).toEqual(['numero', 'objectif', 'FIR', 'departement', null])
  })
})
