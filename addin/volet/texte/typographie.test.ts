import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { compte, dateHeure, fr, ilYA, montant, taille, typographier } from './typographie.ts'

describe('typographie', () => {
  it('puts the French spaces', () => {
    expect(typographier('Objectif 2 : « Part État » vaut 837 048 € ; est-ce voulu ?')).toBe(
      'Objectif\u00a02\u00a0: «\u00a0Part État\u00a0» vaut 837\u202f048\u00a0€\u202f; est-ce voulu\u202f?',
    )
  })

  it('keeps years, dates and row numbers apart from thousands', () => {
    expect(typographier('exercices 2020 2021')).toBe('exercices 2020 2021')
    expect(typographier('le 20 février 2020')).toBe('le 20\u00a0février 2020')
    expect(typographier('à 9 h 05, circulaire n° DGCS/SD2B')).toBe(
      'à 9\u00a0h\u00a005, circulaire n°\u00a0DGCS/SD2B',
    )
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string(), (s) => {
        const une = typographier(s)
        expect(typographier(une)).toBe(une)
      }),
    )
  })

  it('leaves what is interpolated as it is', () => {
    expect(fr`Fichier ${'a : b ;c.xlsx'} : ouvert`).toBe('Fichier a : b ;c.xlsx\u00a0: ouvert')
  })

  it('keeps a number on the line of the word that it numbers, interpolated or not', () => {
    expect(fr`modifié depuis la version ${7}, exercice ${'2020'}`).toBe(
      'modifié depuis la version\u00a07, exercice\u00a02020',
    )
    expect(fr`la version ${'de Claire'} du programme 304`).toBe('la version de Claire du programme\u00a0304')
  })

  it('writes amounts in cents, exactly', () => {
    expect(montant(125_000_000)).toBe('1\u202f250\u202f000\u00a0€')
    expect(montant(5_827_359)).toBe('58\u202f273,59\u00a0€')
    expect(montant(-100)).toBe('-1\u00a0€')
  })

  it('counts as French counts', () => {
    expect([compte(0, 'action'), compte(1, 'action'), compte(2, 'action')].join()).toBe(
      '0\u00a0action,1\u00a0action,2\u00a0actions',
    )
  })

  it('tells the hour of Paris, winter and summer', () => {
    expect(dateHeure('2024-10-31T17:47:00Z')).toBe('31\u00a0octobre\u00a02024 à 18\u00a0h\u00a047')
    expect(dateHeure('2024-07-01T22:05:00Z')).toBe('2\u00a0juillet\u00a02024 à 0\u00a0h\u00a005')
  })

  it('says sizes and ages', () => {
    expect(taille(512)).toBe('512\u00a0octets')
    expect(taille(45_300)).toBe('45\u00a0ko')
    expect(taille(1_240_000)).toBe('1,2\u00a0Mo')
    expect(ilYA(0, 59_999)).toBe('à l’instant')
    expect(ilYA(0, 125_000)).toBe('il y a 2\u00a0minutes')
  })
})
