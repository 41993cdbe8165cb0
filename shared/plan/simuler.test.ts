import { describe, expect, it } from 'vitest'
import { classeurDe } from '../classeur/fabrique.ts'
import { cofinancements } from '../controle/cofinancement.ts'
import { controler } from '../controle/controler.ts'
import { totauxDe, totauxParExercice } from '../controle/totaux.ts'
import { referentielDe } from '../referentiel/registre.ts'
import { simuler } from './simuler.ts'

const rapport = controler(
  classeurDe({
    Plan: [
      ['N°', 'Objectif', 'Intitulé', 'Exercice', 'Enveloppe', 'Part État', 'Part Département'],
      ['1', 'Objectif 2', 'Bilans de santé', 2020, 'FIR', 1000, 400],
      ['2', 'Objectif 5', 'Consultations', 2021, 'FIR', 500, '8 ETP'],
      ['3', 'Objectif 6', 'CRIP', 'TOTAL', 'P304', 300, 300],
    ],
  }),
)
const { plan } = rapport

describe('totals by exercice', () => {
  it('adds each year, then what is written for the whole contract', () => {
    expect(
      totauxParExercice(plan).map(({ exercice, totaux }) => [exercice, totaux.FIR, totaux.P304]),
    ).toEqual([
      [2020, 100_000, 0],
      [2021, 50_000, 0],
      [null, 0, 30_000],
    ])
  })

  it('makes the total of the plan', () => {
    const somme = totauxParExercice(plan).reduce((t, { totaux }) => t + totaux.FIR + totaux.departement, 0)
    expect(somme).toBe(totauxDe(plan).FIR + totauxDe(plan).departement)
  })
})

describe('a change that is tried', () => {
  it('changes the co-financing and the totals, and nothing of the plan', () => {
    const avant = structuredClone(plan)
    const essai = simuler(plan, [
      { cellule: 'Plan!G2', centimes: 100_000 },
      { cellule: 'Plan!F3', centimes: 0 },
    ])
    const manque = (p: typeof plan) => cofinancements(p, referentielDe(2020)!)[0]!.manque
    expect([manque(plan), manque(essai)]).toEqual([60_000, 0])
    expect([totauxDe(plan).FIR, totauxDe(essai).FIR]).toEqual([150_000, 100_000])
    expect(plan).toEqual(avant)
  })

  it('puts a figure where there were only words', () => {
    const essai = simuler(plan, [{ cellule: 'Plan!G3', centimes: 50_000 }])
    expect(cofinancements(essai, referentielDe(2020)!)[1]!.departement).toBe(50_000)
  })

  it('ignores a cell that holds no amount of the plan', () => {
    expect(simuler(plan, [{ cellule: 'Plan!Z9', centimes: 1 }])).toEqual(plan)
  })
})
