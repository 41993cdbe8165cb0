import { describe, expect, it } from 'vitest'
import { classeurDe } from '../classeur/fabrique.ts'
import { comparerConflit } from './conflit.ts'

const plan = (...ligne: (string | number)[]) => classeurDe({ Plan: [ligne] })

describe('what parts two writers', () => {
  it('says who changed each cell, those that both changed first', () => {
    const base = plan(1, 2, 3, 4)
    const conflit = comparerConflit(base, plan(1, 20, 30, 4), plan(1, 2, 31, 40), 10)
    expect(conflit).toEqual({
      nombre: 3,
      cellules: [
        { cellule: 'Plan!C1', par: 'deux', phrase: 'Plan!C1 : passe de 30 à 31.' },
        { cellule: 'Plan!B1', par: 'autre', phrase: 'Plan!B1 : passe de 20 à 2.' },
        { cellule: 'Plan!D1', par: 'vous', phrase: 'Plan!D1 : passe de 4 à 40.' },
      ],
      feuillesAjoutees: [],
      feuillesSupprimees: [],
    })
  })

  it('says nothing of who where the version of before is not known, and no cell that both wrote alike', () => {
    const sans = comparerConflit(null, plan(1, 5), plan(1, 6), 10)
    expect(sans.cellules).toEqual([{ cellule: 'Plan!B1', par: null, phrase: 'Plan!B1 : passe de 5 à 6.' }])
    expect(comparerConflit(plan(1), plan(2), plan(2), 10)).toMatchObject({ nombre: 0, cellules: [] })
  })

  it('counts what it does not list, and names whole sheets', () => {
    const tete = classeurDe({ Plan: [[1, 2, 3]], Annexe: [[1]] })
    const votre = classeurDe({ Plan: [[4, 5, 6]], Suivi: [[1]] })
    const conflit = comparerConflit(null, tete, votre, 2)
    expect([conflit.nombre, conflit.cellules.length]).toEqual([3, 2])
    expect(conflit).toMatchObject({ feuillesAjoutees: ['Suivi'], feuillesSupprimees: ['Annexe'] })
  })
})
