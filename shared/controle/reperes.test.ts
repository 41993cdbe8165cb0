import { describe, expect, it } from 'vitest'
import { classeurDe } from '../classeur/fabrique.ts'
import { ENVELOPPES } from '../referentiel/reference.ts'
import { fongibiliteDe } from '../referentiel/fongibilite.ts'
import { REFERENTIELS } from '../referentiel/registre.ts'
import { controler } from './controler.ts'

const PLAN = [
  ['N°', 'Objectif', 'Intitulé', 'Exercice', 'Enveloppe', 'Part État', 'Part Département'],
  ['1', 'Objectif 2', 'Bilans de santé', 2024, 'FIR', 1000, 1000],
]

describe('what the contract sheet writes beside the plan', () => {
  it('is given with its cells: amounts by enveloppe and year, signature, prise d’effet', () => {
    const { reperes } = controler(
      classeurDe({
        Plan: PLAN,
        Contrat: [
          ['Contrat départemental de prévention et de protection de l’enfance'],
          ['Département', 'Pas-de-Calais'],
          ['Date de signature du contrat', '12/12/2024'],
          ['Montant du FIR', '1 000 €'],
          ['Montant du programme 304', '2 000 €'],
          ['Montant notifié du programme 304', '1 500 €'],
        ],
      }),
    )
    expect(reperes.signature).toEqual({ jour: '2024-12-12', cellule: 'Contrat!B3' })
    expect(reperes.notifies).toEqual([
      { enveloppe: 'FIR', annee: 2024, centimes: 100_000, cellule: 'Contrat!B4' },
      { enveloppe: 'P304', annee: 2024, centimes: 150_000, cellule: 'Contrat!B6' },
    ])
  })

  it('is nothing where there is no contract sheet', () => {
    expect(controler(classeurDe({ Plan: PLAN })).reperes).toEqual({
      notifies: [],
      signature: null,
      effet: null,
    })
  })
})

describe('the fongibilité of each référentiel', () => {
  it('names each enveloppe once at most, and its text', () => {
    for (const { id } of REFERENTIELS) {
      const regime = fongibiliteDe(id)!
      expect(new Set(regime.parEnveloppe.map((f) => f.enveloppe)).size).toBe(regime.parEnveloppe.length)
      for (const f of regime.parEnveloppe) {
        expect(ENVELOPPES).toContain(f.enveloppe)
        expect(f.reference.citation).toMatch(/fongib/)
      }
    }
  })

  it('says that 2022 takes up 2020, and knows nothing of a référentiel that it does not hold', () => {
    expect(fongibiliteDe('2022')!.parEnveloppe.every((f) => f.reference.presomption)).toBe(true)
    expect(fongibiliteDe('2020-2022')!.parEnveloppe.some((f) => f.reference.presomption)).toBe(false)
    expect(fongibiliteDe('2025-2027')).toBeNull()
  })
})
