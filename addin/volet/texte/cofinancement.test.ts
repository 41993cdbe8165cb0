import { describe, expect, it } from 'vitest'
import type { CofinancementObjectif } from '../../../shared/controle/rapport.ts'
import { direManque } from './cofinancement.ts'

const lisible = (texte: string): string => texte.replace(/[\u00a0\u202f]/g, ' ')

const objectif = (etat: number, departement: number, manque: number, illisibles: number) =>
  lisible(
    direManque({
      objectif: 22,
      titre: '',
      etat: etat * 100,
      departement: departement * 100,
      manque: manque * 100,
      indetermine: false,
      illisibles: Array.from({ length: illisibles }, (_, i) => `Plan!G${i + 1}`),
      cellules: [],
    } satisfies CofinancementObjectif),
  )

describe('what the Département lacks', () => {
  it('says the best part that leads to it when the amounts read do not', () => {
    expect(objectif(2_677_950, 0, 229_650, 2)).toBe(
      'Au mieux 2 448 300 € du Département : il manque au moins 229 650 € (2 cellules sans montant certain).',
    )
  })

  it('says no best part when it is the one shown', () => {
    expect(objectif(1000, 400, 600, 1)).toBe(
      'Il manque au moins 600 € du Département (1 cellule sans montant certain).',
    )
    expect(objectif(1000, 400, 600, 0)).toBe('Il manque 600 € du Département.')
  })
})
