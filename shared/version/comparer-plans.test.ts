import { describe, expect, it } from 'vitest'
import { classeurDe, type ValeurEssai } from '../classeur/fabrique.ts'
import { comparerPlans } from './comparer-plans.ts'

const ENTETES = ['N°', 'Objectif', 'Intitulé', 'Exercice', 'Enveloppe', 'Part État', 'Part Département']
const A12: ValeurEssai[] = [12, 'Objectif 2', 'Bilans', 2022, null, 82_500, 90_000]
const A13: ValeurEssai[] = [13, 'Objectif 3', 'Visites', 2022, 'FIR', 10_000, 10_000]
const classeur = (...lignes: ValeurEssai[][]) => classeurDe({ Plan: [ENTETES, ...lignes] })
const dire = (avant: ValeurEssai[][], apres: ValeurEssai[][]) =>
  comparerPlans(classeur(...avant), classeur(...apres))!.map((c) => c.phrase.replace(/[\u00a0\u202f]/g, ' '))
const avec = (ligne: ValeurEssai[], colonne: number, valeur: ValeurEssai) =>
  ligne.map((v, i) => (i === colonne ? valeur : v))

describe('what changed, in the plan’s words', () => {
  it('is nothing between a plan and its copy, nor when rows only move', () => {
    expect(dire([A12, A13], [A12, A13])).toEqual([])
    expect(dire([A12, A13], [A13, A12])).toEqual([])
  })

  it('an amount, with its cell', () => {
    expect(dire([A12, A13], [avec(A12, 5, 0), A13])).toEqual([
      'Action 12 : Part État 2022 de 82 500 € à 0 €.',
    ])
    const [c] = comparerPlans(classeur(A12), classeur(avec(A12, 5, 0)))!
    expect(c).toMatchObject({ nature: 'montant', action: '12', cellules: ['Plan!F2'], reference: null })
  })

  it('an amount that is gone, or that can no longer be read', () => {
    expect(dire([A13], [avec(A13, 6, null)])).toEqual([
      'Action 13 : Part Département 2022 de 10 000 € à 0 €.',
    ])
    expect(dire([A13], [avec(A13, 6, 'à définir')])).toEqual([
      'Action 13 : Part Département 2022 de 10 000 € à « à définir ».',
    ])
  })

  it('an enveloppe: the one loses what the other gains', () => {
    expect(dire([A13], [avec(A13, 4, 'P304')])).toEqual([
      'Action 13 : Part État (FIR) 2022 de 10 000 € à 0 €.',
      'Action 13 : Part État (programme 304) 2022 de 0 € à 10 000 €.',
    ])
  })

  it('an objectif and a title', () => {
    expect(dire([A13], [avec(avec(A13, 1, 'Objectif 4'), 2, 'Soutien')])).toEqual([
      'Action 13 : objectif 3 devenu 4.',
      'Action 13 : intitulé « Visites » devenu « Soutien ».',
    ])
  })

  it('an added action needs an avenant, by the text that asks for it (FON-04)', () => {
    const [c] = comparerPlans(classeur(A12), classeur(A12, A13))!
    expect(c!.phrase).toMatch(
      /^Action 13 \(« Visites »\) ajoutée : un avenant est nécessaire \(circulaire du 20 février 2020.*, annexe 4, I\)\.$/,
    )
    expect(c!.reference!.citation).toContain('Un avenant est nécessaire pour ajouter une action')
    expect(c!.cellules).toEqual(['Plan!A3', 'Plan!C3'])
  })

  it('where the texts do not write it, it says to ask', () => {
    const en2024 = (l: ValeurEssai[]) => avec(l, 3, 2024)
    expect(dire([en2024(A12)], [en2024(A12), en2024(A13)])).toEqual([
      'Action 13 (« Visites ») ajoutée : vérifiez avec vos signataires si un avenant est nécessaire.',
    ])
  })

  it('an action that is gone', () => {
    expect(dire([A12, A13], [A12])).toEqual(['Action 13 (« Visites ») : elle n’est plus dans le plan.'])
  })

  it('is not said where a workbook has no plan', () => {
    expect(comparerPlans(classeurDe({ A: [['rien']] }), classeur(A12))).toBeNull()
  })
})
