import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatEuros } from '../../shared/montant/format.ts'
import { colonne, erreur, fonction, seul } from './essais.ts'

const montant = fonction('MONTANT')
const plafond304 = fonction('PLAFOND304')
const taux = fonction('TAUX')

describe('=CDPPE.MONTANT', () => {
  it.each([
    ['58 273,59 €', 58273.59],
    ['58\u202f273,59\u00a0€', 58273.59],
    ['2.491.217 €', 2491217],
    ['120 K€', 120000],
    ['(1 250,50)', -1250.5],
    ['250 000 € + 15 048 € (mallettes)', 265048],
    ['0 (gratuité abonnement)', 0],
    ['413.500 €', 413500],
    [0.29, 0.29],
    [1234.5678, 1234.57],
    [{ type: 'FormattedNumber', basicValue: 12.5, numberFormat: '0,00 €' }, 12.5],
  ])('reads %j as %d; a reserve does not stop it', (texte, euros) => {
    expect(seul(montant(texte))).toBe(euros)
  })

  it('reads a range cell by cell, blanks stay blank', () => {
    expect(montant(colonne('1 €', '', null, ' ', '\u00a0', '2 €'))).toEqual(colonne(1, '', '', '', '', 2))
  })

  it.each([
    ['néant', '#N/A', /Aucun montant/],
    ['-', '#N/A', /Aucun montant/],
    ['ND', '#N/A', /non communiqué/],
    ['à compléter', '#N/A', /à compléter/],
    ['8 ETP', '#VALUE!', /pas chiffré en euros/],
    ['100 € en 2021, 200 € en 2022', '#VALUE!', /montants/],
    ['12 € par enfant', '#VALUE!', /prix par unité/],
    [true, '#VALUE!', /58 273,59 €/],
    [Number.NaN, '#VALUE!', /fini/],
  ] as const)('%j is %s, with why', (texte, code, phrase) => {
    expect(seul(montant(texte))).toEqual(erreur(code, phrase))
  })

  it('gives back every formatted amount, for every separator', () => {
    const separateur = fc.constantFrom(' ', '\u00a0', '\u202f', '\u2009', '\u2007')
    const centimes = fc.integer({ min: -1e13, max: 1e13 })
    fc.assert(
      fc.property(centimes, separateur, (c, espace) => {
        const texte = formatEuros(c).replace(/\u202f/g, espace)
        expect(seul(montant(texte)), texte).toBe(c / 100)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('=CDPPE.PLAFOND304', () => {
  it.each([
    [4_980_443, 4_000_000, 4_980_443],
    [0, 800_000.5, 800_000.5],
    ['', '800 000 €', 800_000],
    ['néant', 800_000, 800_000],
    ['850 k€', '', 850_000],
  ])('delegated %j in 2023, %j in 2022: %d', (d2023, d2022, plafond) => {
    expect(seul(plafond304(d2023, d2022))).toBe(plafond)
    expect(seul(plafond304(d2023, d2022, 2024))).toBe(plafond)
  })

  it('says that the text does not foresee neither year', () => {
    const phrase = erreur('#N/A', /n’est pas prévu par le texte \(instruction du 14 août 2024/)
    expect(seul(plafond304(0, 0))).toEqual(phrase)
    expect(seul(plafond304(0, ''))).toEqual(phrase)
    expect(seul(plafond304('', ''))).toBe('')
  })

  it('never lends the rule of 2024 to another year, nor the bounds of 2020 to 2024', () => {
    for (const exercice of [2020, 2021, 2022, 2023])
      expect(seul(plafond304(1, 1, exercice))).toEqual(erreur('#N/A', /ne vaut que pour l’exercice 2024/))
    expect(seul(plafond304(1, 1, 2020))).toEqual(erreur('#N/A', /4\u202f500\u202f000.*circulaire/))
    expect(seul(plafond304(1, 1, 2021))).not.toEqual(erreur('#N/A', /4\u202f500\u202f000/))
    expect(seul(plafond304(1, 1, 2025))).toEqual(erreur('#N/A', /non chargé pour l’exercice 2025/))
    expect(seul(plafond304(9_000_000, 0, 2024))).toBe(9_000_000)
  })

  it('refuses what is no amount delegated', () => {
    expect(seul(plafond304(-1, 5))).toEqual(erreur('#VALUE!', /négatif/))
    expect(seul(plafond304('beaucoup', 5))).toEqual(erreur('#VALUE!', /beaucoup/))
    expect(seul(plafond304('ND', 5))).toEqual(erreur('#N/A', /non communiqué/))
    expect(plafond304(colonne(1, 0), colonne(2, 2), 'x')).toEqual(
      colonne(erreur('#VALUE!', /quatre chiffres/), erreur('#VALUE!', /quatre chiffres/)),
    )
  })
})

describe('=CDPPE.TAUX', () => {
  it.each([
    [96, 128, 0.75],
    [0, 5, 0],
    ['1 250', '2\u202f500', 0.5],
    [7, 7, 1],
  ])('%j of %j', (part, tout, attendu) => {
    expect(seul(taux(part, tout))).toBe(attendu)
  })

  it.each([
    [128, 96, '#VALUE!', /plus d’informations/],
    [-1, 5, '#VALUE!', /à partir de 0/],
    [1.5, 5, '#VALUE!', /entiers/],
    ['douze', 20, '#VALUE!', /entiers/],
    [true, 5, '#VALUE!', /entiers/],
    [1, Infinity, '#VALUE!', /entiers/],
    [0, 0, '#N/A', /pas de taux/],
  ] as const)('%j of %j is %s', (part, tout, code, phrase) => {
    expect(seul(taux(part, tout))).toEqual(erreur(code, phrase))
  })

  it('leaves blanks blank', () => {
    expect(taux(colonne('', 1, ''), colonne(5, '', ''))).toEqual(colonne('', '', ''))
  })
})
