import { describe, expect, it } from 'vitest'
import { comprendre } from '../classeur/comprendre.ts'
import {
  choisirFeuille,
  CLE_CORRESPONDANCE,
  CORRESPONDANCE_VIDE,
  ecrireCorrespondance,
} from '../classeur/correspondance.ts'
import { classeurDe, type ValeurEssai } from '../classeur/fabrique.ts'
import { direComprehension } from '../classeur/phrases.ts'
import { planDe } from '../controle/controler.ts'
import { totauxDe } from '../controle/totaux.ts'

const ENTETES = ['N°', 'Objectif', 'Intitulé', 'Exercice', 'Enveloppe', 'Part État', 'Part Département']
const plan = (...montants: number[]): ValeurEssai[][] => [
  ENTETES,
  ...montants.map((m, i) => [i + 1, `Objectif ${i + 1}`, `Action ${i + 1}`, 2022, 'FIR', m, m]),
]
const lire = (feuilles: Record<string, ValeurEssai[][]>, masquees: string[] = [], voulues: string[] = []) => {
  const classeur = classeurDe(feuilles)
  for (const f of classeur.feuilles) if (masquees.includes(f.nom)) f.etat = 'masquee'
  const dite = voulues.reduce((c, nom) => choisirFeuille(c, nom, 'lire'), CORRESPONDANCE_VIDE)
  classeur.donnees = { [CLE_CORRESPONDANCE]: ecrireCorrespondance(dite) }
  const c = comprendre(classeur)
  const lu = planDe(classeur, c)!
  return {
    feuilles: c.tables.map((t) => t.feuille),
    fir: totauxDe(lu).FIR,
    phrases: direComprehension(classeur, c, lu),
  }
}

describe('sheets that say the same plan again', () => {
  it.each([
    ['Plan v1', 'Plan v2', 'Plan v2'],
    ['Plan 2020 (old)', 'Plan 2020', 'Plan 2020'],
    ['Plan', 'Plan (2)', 'Plan'],
    ['Plan - copie', 'Plan', 'Plan'],
  ])('« %s » beside « %s »: « %s » is read, once', (premiere, seconde, retenue) => {
    const lu = lire({ [premiere]: plan(100, 200, 300), [seconde]: plan(100, 200, 350) })
    expect(lu.feuilles).toEqual([retenue])
    expect(lu.fir).toBe(retenue === premiere ? 60_000 : 65_000)
    const autre = retenue === premiere ? seconde : premiere
    expect(lu.phrases).toContain(
      `Lecture retenue : « ${retenue} ». « ${autre} » répète les mêmes actions, exercices et financeurs et n’est pas additionnée.`,
    )
  })

  it('three versions and a synthesis of them leave one', () => {
    const synthese = [
      ['N°', 'Objectif', 'Intitulé', 'Part État', 'Part Département'],
      [1, 'Objectif 1', 'Action 1', 100, 100],
      [2, 'Objectif 2', 'Action 2', 250, 250],
    ]
    const lu = lire({ Synthèse: synthese, V1: plan(100, 200), V2: plan(100, 220), V3: plan(100, 250) })
    expect(lu).toMatchObject({ feuilles: ['V3'], fir: 35_000 })
    expect(lu.phrases.filter((p) => p.startsWith('Lecture retenue'))).toEqual([
      'Lecture retenue : « V3 ». « Synthèse » récapitule les mêmes montants et n’est pas additionnée.',
      'Lecture retenue : « V3 ». « V1 » et « V2 » répètent les mêmes actions, exercices et financeurs et ne sont pas additionnées.',
    ])
  })

  it('a hidden copy is never added', () => {
    expect(lire({ Plan: plan(100, 200), Copie: plan(100, 200) }, ['Copie'])).toMatchObject({
      feuilles: ['Plan'],
      fir: 30_000,
    })
  })

  it('a recapitulation by action of the yearly sheets is left aside, whatever its place and name', () => {
    const annee = (n: number) => plan(100 * n, 200 * n).map((l) => l.map((v) => (v === 2022 ? 2019 + n : v)))
    const synthese = [
      ['N°', 'Objectif', 'Intitulé', 'Enveloppe', 'Part État', 'Part Département'],
      [1, 'Objectif 1', 'Action 1', 'FIR', 600, 600],
      [2, 'Objectif 2', 'Action 2', 'FIR', 1200, 1200],
    ]
    for (const nom of ['Synthèse', 'Feuil1']) {
      const lu = lire({ [nom]: synthese, 2020: annee(1), 2021: annee(2), 2022: annee(3) })
      expect(lu.fir).toBe(180_000)
    }
  })

  it('the officer’s choice wins', () => {
    expect(lire({ 'Plan v1': plan(1, 2), 'Plan v2': plan(1, 3) }, [], ['Plan v1'])).toMatchObject({
      feuilles: ['Plan v1'],
      fir: 300,
    })
  })
})

describe('sheets that stand beside one another are added', () => {
  it.each([
    [
      'years',
      {
        'Plan 2021': plan(100, 200).map((l) => l.map((v) => (v === 2022 ? 2021 : v))),
        'Plan 2022': plan(100, 200),
      },
      60_000,
    ],
    ['other actions', { A: plan(100, 200), B: plan(0, 0, 300, 400) }, 100_000],
    ['other amounts of the same actions', { Nord: plan(100, 200, 300), Sud: plan(7, 8, 9) }, 62_400],
  ])('%s', (_, feuilles, fir) => {
    const lu = lire(feuilles)
    expect(lu.feuilles).toHaveLength(2)
    expect(lu.fir).toBe(fir)
  })
})
