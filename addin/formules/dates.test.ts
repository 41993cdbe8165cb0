import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jourJDepuis } from '../../shared/calendrier/retroplanning.ts'
import { dateDeCellule, serieDeDate } from '../../shared/calendrier/serie.ts'
import { REFERENTIELS } from '../../shared/referentiel/registre.ts'
import metadonnees from '../public/fonctions.json' with { type: 'json' }
import { colonne, erreur, fonction, seul } from './essais.ts'

const echeance = fonction('ECHEANCE')
const retroplanning = fonction('RETROPLANNING')

describe('=CDPPE.ECHEANCE', () => {
  it.each([
    ['projet-contrat', 2024, '2024-10-31'],
    ['le plan d’action', '2020', '2020-07-30'],
    ['contrat signé', 'Exercice 2024', '2024-12-15'],
    ['rapport d’exécution', 2021, '2022-06-30'],
  ])('%s, %s: %s, as a serial number', (piece, exercice, date) => {
    expect(seul(echeance(piece, exercice))).toBe(serieDeDate(date))
  })

  it('cites the text where it writes no date', () => {
    expect(seul(echeance('contrat-signe', 2020))).toEqual(erreur('#N/A', /« dès que possible » \(circulaire/))
    expect(seul(echeance('rapport-execution', 2024))).toEqual(
      erreur('#N/A', /un an après la signature.*MOIS\.DECALER\(date de signature;12\)/),
    )
    expect(seul(echeance('bilan-precedent', 2024))).toEqual(erreur('#N/A', /ne date l’envoi/))
  })

  it('tells a pièce that this year does not date from a word that is none', () => {
    expect(seul(echeance('plan-action', 2022))).toEqual(
      erreur('#N/A', /« plan-action ».*2022.*rapport-execution/),
    )
    expect(seul(echeance('candidature', 2020))).toEqual(erreur('#N/A', /projet-contrat/))
    expect(seul(echeance('plan-action', 2023))).toEqual(erreur('#N/A', /aucune pièce/))
    expect(seul(echeance('budget', 2024))).toEqual(erreur('#VALUE!', /« budget » n’est pas reconnu/))
    expect(seul(echeance('contrat', 2024))).toEqual(erreur('#VALUE!', /plusieurs/))
    expect(seul(echeance(12, 2024))).toEqual(erreur('#VALUE!', /pas reconnu/))
  })

  it('wants a year, and knows what is not loaded', () => {
    expect(seul(echeance('plan-action', 'x'))).toEqual(erreur('#VALUE!', /quatre chiffres/))
    expect(seul(echeance('plan-action', 2025))).toEqual(erreur('#N/A', /non chargé/))
    expect(seul(echeance('plan-action', ''))).toBe('')
    expect(seul(echeance('plan-action', undefined))).toBe('')
    expect(echeance(colonne('', 'plan-action'), 2024)).toEqual(colonne('', serieDeDate('2024-10-31')))
  })

  it('proposes in Excel exactly what the référentiels that ship date', () => {
    const proposees = metadonnees.enums
      .find((e) => e.id === 'PIECE')!
      .values.map((v) => v.stringValue)
      .sort()
    const datees = new Set(REFERENTIELS.flatMap((r) => r.echeances.flatMap((e) => [e.id, ...e.pieces])))
    expect(proposees).toEqual([...datees].sort())
  })
})

describe('=CDPPE.RETROPLANNING', () => {
  const { retroplanning: etapes } = REFERENTIELS[0]!

  it('gives the labels and dates that annexe 3.2 prints from its own day J', () => {
    const attendu = etapes.map((e) => [e.nom, serieDeDate(e.dateImprimee)])
    expect(attendu).toHaveLength(10)
    for (const jourJ of [44134, 44134.75, '30/10/2020', '2020-10-30', { basicValue: 44134 }])
      expect(retroplanning(jourJ)).toEqual(attendu)
  })

  it('inverts: each row gives day J back, for every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 200_000 }), (jourJ) => {
        for (const [i, [, serie]] of retroplanning(jourJ).entries())
          expect(serieDeDate(jourJDepuis(etapes[i]!, dateDeCellule(serie as number)!))).toBe(jourJ)
      }),
    )
  })

  it.each(['hier', '31/02/2020', true, -5, 0, 60, 205, 3_000_000, Number.NaN])(
    'takes no %j for a day',
    (valeur) => {
      expect(seul(retroplanning(valeur))).toEqual(erreur('#VALUE!', /n’est pas une date/))
    },
  )

  it('leaves a blank blank, passes an error on, and wants one cell', () => {
    expect(seul(retroplanning(''))).toBe('')
    expect(seul(retroplanning([]))).toBe('')
    expect(seul(retroplanning({ code: '#REF!' }))).toEqual(erreur('#VALUE!', /#REF!/))
    expect(seul(retroplanning(colonne(44134, 44135)))).toEqual(erreur('#VALUE!', /une seule cellule/))
  })
})
