import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REFERENTIELS, referentielDe } from '../referentiel/registre.ts'
import { chercherEcheance, echeancesConnues } from './echeances.ts'
import { jourJDepuis, retroplanning } from './retroplanning.ts'
import { dateDeCellule, decaler, serieDeDate } from './serie.ts'

const jour = fc.date({ min: new Date('1901-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
const dateCivile = jour.map((d) => d.toISOString().slice(0, 10))
const etapes = referentielDe(2020)!.retroplanning

describe('serial numbers', () => {
  it.each([
    ['1900-03-01', 61],
    ['2020-02-29', 43890],
    ['2020-10-30', 44134],
    ['2024-12-15', 45641],
  ])('%s is %i', (date, serie) => {
    expect(serieDeDate(date)).toBe(serie)
    expect(dateDeCellule(serie)).toBe(date)
    expect(dateDeCellule(serie + 0.9)).toBe(date)
  })

  it('has none before March 1900, where Excel counts a day that never was', () => {
    expect(serieDeDate('1900-02-28')).toBeNull()
    expect(dateDeCellule(60)).toBeNull()
    expect(dateDeCellule(Number.NaN)).toBeNull()
  })

  it('inverts', () => {
    fc.assert(
      fc.property(dateCivile, (date) => {
        expect(dateDeCellule(serieDeDate(date)!)).toBe(date)
      }),
    )
  })

  it('crosses summer time, leap days and years', () => {
    expect(decaler('2020-10-30', -145)).toBe('2020-06-07')
    expect(decaler('2020-02-28', 1)).toBe('2020-02-29')
    expect(decaler('2020-12-31', 1)).toBe('2021-01-01')
  })
})

describe('the rétroplanning of annexe 3.2', () => {
  it('gives the ten dates that the annexe prints from its own day J', () => {
    const dates = retroplanning('2020-10-30', etapes)
    expect(dates).toHaveLength(10)
    for (const { etape, date } of dates) expect(date, etape.nom).toBe(etape.dateImprimee)
  })

  it('inverts: each of its dates gives day J back', () => {
    fc.assert(
      fc.property(dateCivile, (jourJ) => {
        for (const { etape, date } of retroplanning(jourJ, etapes))
          expect(jourJDepuis(etape, date)).toBe(jourJ)
      }),
    )
  })
})

describe('the échéance of a pièce', () => {
  const chercher = (texte: string, exercice: number) =>
    chercherEcheance(referentielDe(exercice)!, texte, exercice)

  it.each([
    ['plan-action', 2020, '2020-07-30'],
    ['le plan d’action', 2020, '2020-07-30'],
    ['TABLEAU DE BORD', 2020, '2020-07-30'],
    ['projet-contrat', 2020, '2020-09-15'],
    ['Projet de contrat', 2024, '2024-10-31'],
    ['contacts', 2020, '2020-06-15'],
    ['signature', 2020, '2020-10-15'],
    ['fiche action', 2024, '2024-12-15'],
    ['contrat signé', 2024, '2024-12-15'],
    ['rapport d’exécution', 2020, '2021-06-30'],
    ['rapport', 2021, '2022-06-30'],
    ['délibération', 2022, '2023-06-30'],
    ['demande P304', 2024, '2024-10-31'],
  ])('« %s » in %i: %s', (texte, exercice, date) => {
    expect(chercher(texte, exercice)).toMatchObject({ echeance: { date, exercice } })
  })

  it('gives the échéance without a date where the text writes none', () => {
    expect(chercher('contrat-signe', 2020)).toMatchObject({ echeance: { date: null } })
    expect(chercher('rapport-execution', 2024)).toMatchObject({
      echeance: { date: null, delai: { mois: 12 } },
    })
  })

  it('guesses nothing: a word of several pièces, an unknown one, none', () => {
    expect(chercher('contrat', 2024)).toEqual({ inconnue: true })
    expect(chercher('budget', 2024)).toEqual({ inconnue: true })
    expect(chercher('le', 2024)).toEqual({ inconnue: true })
    expect(chercher('', 2024)).toEqual({ inconnue: true })
  })

  it('knows a pièce that its text does not date', () => {
    expect(chercher('bilan-precedent', 2024)).toEqual({
      sansEnvoi: 'bilan des actions de l’année précédente',
    })
  })

  it('finds by its id every échéance of every référentiel', () => {
    for (const r of REFERENTIELS)
      for (const e of r.echeances) {
        expect(chercherEcheance(r, e.id, e.exercice), e.id).toEqual({ echeance: e })
        expect(echeancesConnues(r, e.exercice)).toContain(e.id)
      }
  })
})
