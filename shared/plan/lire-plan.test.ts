import { describe, expect, it } from 'vitest'
import { comprendre } from '../classeur/comprendre.ts'
import { classeurDe, fusionner, type ValeurEssai } from '../classeur/fabrique.ts'
import type { Classeur } from '../classeur/classeur.ts'
import { anneesNommees, estPluriannuel, lireExercice } from './exercice.ts'
import { lirePlan } from './lire-plan.ts'

const planDe = (c: Classeur) => lirePlan(c, comprendre(c).tables)
const lire = (lignes: ValeurEssai[][]) => planDe(classeurDe({ Plan: lignes }))
/** Action, exercice, funder, enveloppe, cents. */
const resume = (c: Classeur) =>
  planDe(c).actions.flatMap((a) =>
    a.financements.map((f) => [
      a.numero,
      a.objectif,
      f.exercice,
      f.financeur,
      f.enveloppe,
      f.prevu?.centimes ?? null,
    ]),
  )

describe('layouts', () => {
  it('one row by action × exercice', () => {
    const plan = lire([
      [
        'N°',
        'Objectif',
        'Intitulé',
        'Exercice',
        'Enveloppe',
        'Part État',
        'Part CD',
        'Fléchées',
        'Engagées',
        'Exécutées',
      ],
      ['9 BIS', 'Objectif 4', 'Familles', 2021, 'FIR', '90 000 €', 95000, 90000, 45000, 45000.5],
      ['9 BIS', 'Objectif 4', 'Familles', 2022, 'FIR', 0, '', '', '', 1],
    ])
    expect(plan.exercices).toEqual([2021, 2022])
    expect(plan.actions).toHaveLength(1)
    expect(plan.actions[0]).toMatchObject({ numero: '9 BIS', intitule: 'Familles', objectif: 4 })
    expect(
      plan.actions[0]!.financements.map((f) => [f.exercice, f.financeur, f.enveloppe, f.prevu?.centimes]),
    ).toEqual([
      [2021, 'Etat', 'FIR', 9_000_000],
      [2021, 'Departement', null, 9_500_000],
      [2022, 'Etat', 'FIR', 0],
    ])
    const [premier, departement, second] = plan.actions[0]!.financements
    expect([premier!.fleche!.centimes, premier!.execute!.cellule]).toEqual([9_000_000, 'Plan!J2'])
    expect(departement!.fleche).toBeNull()
    expect(second!.execute!.centimes).toBe(100)
  })

  it('one row by action, a column by year and funder', () => {
    const classeur = fusionner(
      classeurDe({
        Plan: [
          ['N°', 'Objectif', 'Intitulé', 'Part État', '', 'Part Département', ''],
          ['', '', '', 2021, 2022, 2021, 2022],
          [1, 'Objectif 1', 'EPP', 10, 20, 30, '40 €'],
        ],
      }),
      'D1:E1',
      'F1:G1',
    )
    expect(resume(classeur)).toEqual([
      ['1', 1, 2021, 'Etat', null, 1000],
      ['1', 1, 2022, 'Etat', null, 2000],
      ['1', 1, 2021, 'Departement', null, 3000],
      ['1', 1, 2022, 'Departement', null, 4000],
    ])
  })

  it('State split by enveloppe, in k€', () => {
    expect(
      resume(
        classeurDe({
          Plan: [
            ['Montants en k€'],
            ['N°', 'Objectif', 'FIR', 'Programme 304', 'ONDAM', 'Département', 'Autres financements'],
            [1, 'Objectif 24', '', 12.5, '1,25', 20, 3],
          ],
        }),
      ),
    ).toEqual([
      ['1', 24, null, 'Etat', 'P304', 1_250_000],
      ['1', 24, null, 'Etat', 'ONDAM', 125_000],
      ['1', 24, null, 'Departement', null, 2_000_000],
      ['1', 24, null, 'Autre', null, 300_000],
    ])
  })

  it('one row by funder', () => {
    expect(
      resume(
        classeurDe({
          Plan: [
            ['Action', 'Objectif', 'Année', 'Financeur', 'Montant'],
            ['EPP', 1, 2021, 'FIR', 10],
            ['EPP', 1, 2021, 'Conseil départemental', 11],
            ['EPP', 1, 2021, 'CD62', 14],
            ['EPP', 1, 2021, 'CAF', 12],
            ['EPP', 1, 2021, 'État', 13],
          ],
        }),
      ),
    ).toEqual([
      ['EPP', 1, 2021, 'Etat', 'FIR', 1000],
      ['EPP', 1, 2021, 'Departement', null, 1100],
      ['EPP', 1, 2021, 'Departement', null, 1400],
      ['EPP', 1, 2021, 'Autre', null, 1200],
      ['EPP', 1, 2021, 'Etat', null, 1300],
    ])
  })

  it('number and title merged down the rows of their action, objectifs as headings', () => {
    const classeur = fusionner(
      classeurDe({
        Plan: [
          ['N°', 'Intitulé', 'Exercice', 'Part État', 'Part Département'],
          ['ENGAGEMENT 1 - AGIR'],
          ['OBJECTIF FONDAMENTAL 2 : BILANS'],
          ['Action n° 2', 'Bilans', 2020, 1, 2],
          ['', '', 2021, 3, 4],
          ['OBJECTIF 3'],
          [3, 'VAD', 2020, 5, 6],
        ],
      }),
      'A4:A5',
      'B4:B5',
    )
    const plan = planDe(classeur)
    expect(
      plan.actions.map((a) => [a.numero, a.objectif, a.engagement?.texte, a.financements.length]),
    ).toEqual([
      ['2', 2, 'ENGAGEMENT 1 - AGIR', 4],
      ['3', 3, 'ENGAGEMENT 1 - AGIR', 2],
    ])
    expect(plan.actions[0]!.objectifsLus).toEqual([
      { texte: 'OBJECTIF FONDAMENTAL 2 : BILANS', cellule: 'Plan!A3' },
    ])
  })
})

describe('rows that are no action', () => {
  it('notes, blanks and totals add nothing', () => {
    const plan = lire([
      ['N°', 'Objectif', 'Intitulé', 'Part État', 'Part Département'],
      [1, 'Objectif 1', 'EPP', 1, 2],
      [],
      ['', '', 'Sous-total', 1, 2],
      ['', '', '* sous réserve de notification', '', ''],
      ['Source : direction des finances'],
    ])
    expect(plan.actions.map((a) => a.numero)).toEqual(['1'])
    expect(plan.actions[0]!.financements).toHaveLength(2)
  })

  it('one number under two objectifs makes two actions', () => {
    const plan = lire([
      ['N°', 'Objectif', 'Intitulé', 'Part État', 'Part Département'],
      [7, 'Objectif 13', 'TND', 1, 2],
      [7, 'Objectif 26', 'TND', 3, 4],
    ])
    expect(plan.actions.map((a) => [a.numero, a.objectif])).toEqual([
      ['7', 13],
      ['7', 26],
    ])
  })

  it('a repeated cell of an objectif does not pass to the next action', () => {
    const plan = lire([
      ['N°', 'Objectif', 'Intitulé', 'Part État', 'Part Département'],
      [1, 'Objectif 1', 'EPP', 1, 2],
      [2, '', 'Sans objectif', 3, 4],
    ])
    expect(plan.actions.map((a) => a.objectif)).toEqual([1, null])
  })
})

describe('amounts that are nobody’s part', () => {
  const H = ['N°', 'Objectif', 'Intitulé', 'Exercice', 'Part État', 'Part CD']
  const etat = (lignes: ValeurEssai[][]) =>
    lire([H, ...lignes]).actions.reduce(
      (t, a) =>
        t + a.financements.reduce((u, f) => u + (f.financeur === 'Etat' ? (f.prevu?.centimes ?? 0) : 0), 0),
      0,
    )
  const deux: ValeurEssai[][] = [
    [1, 1, 'a', 2020, 100, 100],
    [2, 2, 'b', 2020, 100, 100],
  ]

  it.each([
    'Somme des actions',
    'Cumul',
    'Récapitulatif',
    'Montant total',
    'S/T',
    'S. Total',
    'Σ',
    'Reste à financer',
    'Sous—total',
  ])('a row « %s »', (mot) => expect(etat([...deux, [null, null, mot, null, 200, 200]])).toBe(20_000))

  it('a row of sums without any word', () => {
    const somme = (c: string) => ({ valeur: 200, formule: `SUM(${c}2:${c}3)` })
    expect(etat([...deux, [null, null, null, null, somme('E'), somme('F')]])).toBe(20_000)
  })

  it('a row « Total » of an action beside its dated rows; alone, it is its amount', () => {
    expect(
      etat([
        [1, 1, 'a', 2020, 100, 1],
        [1, 1, 'a', 2021, 100, 1],
        [1, 1, 'a', 'Total', 200, 2],
      ]),
    ).toBe(20_000)
    expect(etat([[1, 1, 'a', 'TOTAL', 200, 2]])).toBe(20_000)
  })

  it('a column of totals beside its parts', () => {
    const plan = lire([
      ['N°', 'Objectif', 'FIR 2020', 'FIR 2021', 'Total FIR'],
      [1, 1, 100, 100, 200],
    ])
    expect(plan.actions[0]!.financements.map((f) => f.prevu!.centimes)).toEqual([10_000, 10_000])
  })

  it('a date is no amount', () => {
    const [f] = lire([H, [1, 1, 'a', 2020, { valeur: 43_832, format: 'dd/mm/yyyy' }, 5]]).actions[0]!
      .financements
    expect(f!.prevu).toMatchObject({ centimes: null, nature: 'illisible' })
  })
})

describe('exercices', () => {
  it.each([
    [2021, 2021],
    ['2021', 2021],
    ['Année 2021', 2021],
    ['EXERCICE 2022', 2022],
    ['TOTAL', null],
    ['2020-2022', null],
    ['Année scolaire 2020-2021', null],
    [21, null],
    ['', null],
  ])('%j is %j', (texte, annee) => expect(lireExercice(texte)).toBe(annee))

  it('spreads the years that a text names', () => {
    expect(anneesNommees('sur deux ans (2021 et 2022)')).toEqual([2021, 2022])
    expect(anneesNommees('2020-2022')).toEqual([2020, 2021, 2022])
    expect(anneesNommees('31.12.20212')).toEqual([])
  })

  it.each([
    ['450 000 € pour 2 ans', true],
    ['1 096 000 € sur deux ans (2021 et 2022)', true],
    ['645 000 € (sur la durée totale du contrat)', true],
    ['365 333 € (sur 8 mois)', false],
    ['10 047 960 € (sur ses politiques d’accompagnement en milieu ouvert)', false],
    ['72 000 € pour le PDC', false],
    ['178 000 € (convention APRIS)', false],
  ])('« %s » covers several years: %s', (texte, attendu) => expect(estPluriannuel(texte)).toBe(attendu))
})
