import { describe, expect, it } from 'vitest'
import type { Constat } from '../../../shared/controle/rapport.ts'
import type { Gravite } from '../../../shared/referentiel/referentiel.ts'
import { compter, filtrer, grouper } from './filtre.ts'

function constat(regle: string, gravite: Gravite, message: string, cellules = ['Plan!A1']): Constat {
  return {
    regle,
    gravite,
    cellules,
    message,
    constate: '',
    attendu: '',
    reference: { texte: 'circulaire', article: 'annexe 4', source: 'S001', verifieLe: '2026-11-01' },
    correction: null,
  }
}

const CONSTATS = [
  constat('COF-01', 'bloquant', 'Objectif 2 : la part du Département est inférieure.'),
  constat('ENV-01', 'bloquant', 'Objectif 9 : l’enveloppe ne convient pas.', ['Plan d’action!G8']),
  constat('COF-01', 'bloquant', 'Objectif 4 : aucun montant.'),
  constat('LEC-01', 'a-justifier', 'Montant illisible.'),
]

describe('the list of constats', () => {
  it('groups by gravité, then by rule, in the report’s order, without empty groups', () => {
    const groupes = grouper(CONSTATS)
    expect(
      groupes.map((g) => [g.gravite, g.nombre, g.regles.map((r) => [r.regle, r.constats.length])]),
    ).toEqual([
      [
        'bloquant',
        3,
        [
          ['COF-01', 2],
          ['ENV-01', 1],
        ],
      ],
      ['a-justifier', 1, [['LEC-01', 1]]],
    ])
    expect(compter(CONSTATS)).toEqual({ bloquant: 3, 'a-justifier': 1, information: 0 })
  })

  it('finds every word, in any case, without accents, with either apostrophe', () => {
    const cherche = (texte: string): number => filtrer(CONSTATS, texte, new Set()).length
    expect(cherche('departement INFERIEURE')).toBe(1)
    expect(cherche("l'enveloppe")).toBe(1)
    expect(cherche('g8')).toBe(1)
    expect(cherche('cof-01')).toBe(2)
    expect(cherche('annexe 4')).toBe(4)
    expect(cherche('departement enveloppe')).toBe(0)
    expect(cherche('   ')).toBe(4)
    expect(cherche('.*')).toBe(0)
  })

  it('puts gravités out of sight', () => {
    expect(filtrer(CONSTATS, '', new Set<Gravite>(['bloquant'])).map((c) => c.regle)).toEqual(['LEC-01'])
  })
})
