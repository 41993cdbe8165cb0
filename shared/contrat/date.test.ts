import { describe, expect, it } from 'vitest'
import { ajouterMois, joursEntre, lireDateCellule, lireDateEcrite } from './date.ts'

const A1 = { feuille: 'F', ligne: 0, colonne: 0 }

describe('a date as people write it', () => {
  it.each([
    ['31 octobre 2024', '2024-10-31'],
    ['le 1er mars 2025', '2025-03-01'],
    ['Jeudi 31 octobre 2024', '2024-10-31'],
    ['14/08/2024', '2024-08-14'],
    ['14.8.24', '2024-08-14'],
    ['15-oct-20', '2020-10-15'],
    ['21-août-20', '2020-08-21'],
    ['17 juil. 2020', '2020-07-17'],
    ['2024-10-31', '2024-10-31'],
    ['29/02/2024', '2024-02-29'],
  ])('« %s » is %s', (texte, jour) => expect(lireDateEcrite(texte)).toBe(jour))

  it.each(['31.12.20212', '29/02/2023', '31/04/2024', '00/01/2024', '12/13/2024', '32 janvier 2024'])(
    '« %s » is no day',
    (texte) => expect(lireDateEcrite(texte)).toBe('impossible'),
  )

  it.each(['octobre 2024', 'fin 2024', '2024', '12', 'avant le 31 octobre 2024 ou après', '14/08'])(
    '« %s » is not guessed',
    (texte) => expect(lireDateEcrite(texte)).toBeNull(),
  )
})

describe('a date in a cell', () => {
  const lire = (valeur: number | string | boolean, format?: string, date1904 = false) =>
    lireDateCellule({ valeur, ...(format ? { format } : {}) }, A1, date1904)

  it('reads serial numbers in both systems', () => {
    expect(lire(45_596, 'dd/mm/yyyy')!.jour).toBe('2024-10-31')
    expect(lire(45_596)!.jour).toBe('2024-10-31')
    expect(lire(45_596 - 1462, 'd-mmm-yy', true)!.jour).toBe('2024-10-31')
    expect(lire(45_596.75, '[$-40C]d mmmm yyyy')!.jour).toBe('2024-10-31')
  })
  it('gives a raison for what is no date, and nothing for what says that there is none', () => {
    for (const v of [12, 2024, true, 'bientôt le 12'])
      expect(lire(v)).toMatchObject({ jour: null, raison: expect.any(String) })
    for (const v of ['', ' - ', 'à venir', 'Néant', 'en cours']) expect(lire(v)).toBeNull()
    expect(lireDateCellule(undefined, A1, false)).toBeNull()
  })
})

describe('counting', () => {
  it('keeps to the last day of a shorter month', () => {
    expect(ajouterMois('2024-12-10', 12)).toBe('2025-12-10')
    expect(ajouterMois('2024-02-29', 12)).toBe('2025-02-28')
    expect(ajouterMois('2020-08-31', 1)).toBe('2020-09-30')
  })
  it('counts days across a change of hour', () => {
    expect(joursEntre('2020-08-21', '2020-10-05')).toBe(45)
    expect(joursEntre('2020-10-05', '2020-08-21')).toBe(-45)
  })
})
