import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { colonne, erreur, fonction, seul } from './essais.ts'

const cofinancement = fonction('COFINANCEMENT')
const ecart = fonction('ECART')

describe('=CDPPE.COFINANCEMENT and =CDPPE.ECART, pair by pair', () => {
  it.each([
    [100, 100, true, 0],
    [100, 99.99, false, 0.01],
    [0.3, 0.1 + 0.2, true, 0],
    ['120 k€', '119 999,99 €', false, 0.01],
    ['40 000 € + 5 000 €', 45_000, true, 0],
    [0, 0, true, 0],
    [100, '', false, 100],
    ['', 100, true, 0],
    [100, 'néant', false, 100],
    [100, '-', false, 100],
  ])('%j by the State, %j by the department: %j, short of %d', (etat, departement, conforme, manque) => {
    expect(seul(cofinancement(etat, departement))).toBe(conforme)
    expect(seul(ecart(etat, departement))).toBe(manque)
  })

  it('leaves two blanks blank', () => {
    expect(cofinancement(colonne('', 10), colonne(null, 10))).toEqual([[''], [true]])
    expect(ecart(colonne('', 10), colonne('  ', 4))).toEqual([[''], [6]])
  })

  it('says why an amount cannot be compared, in its own cell only', () => {
    expect(cofinancement(colonne(10, 10, 10, 10), colonne('8 ETP', 10, 'ND', { code: '#DIV/0!' }))).toEqual([
      [erreur('#VALUE!', /8 ETP.*pas chiffré en euros/)],
      [true],
      [erreur('#N/A', /non communiqué/)],
      [erreur('#VALUE!', /#DIV\/0!/)],
    ])
    expect(seul(cofinancement(true, 10))).toEqual(erreur('#VALUE!', /montant est attendu/))
  })

  it('sets a cell against a range', () => {
    expect(cofinancement(10, colonne(9, 10))).toEqual([[false], [true]])
  })
})

describe('=CDPPE.COFINANCEMENT and =CDPPE.ECART, by objectif', () => {
  const etat = colonne(10, 20, 5, '')
  const departement = colonne(30, 0, 4, 1)
  const objectifs = colonne(6, 'Objectif 6', 7, 9)

  it('sums by objectif, however its number is written, and answers on each of its rows', () => {
    expect(cofinancement(etat, departement, objectifs)).toEqual([[true], [true], [false], [true]])
    expect(ecart(etat, departement, objectifs)).toEqual([[0], [0], [1], [0]])
  })

  it('takes ranges in rows too, and treats an omitted range as none', () => {
    expect(cofinancement([[10, 20]], [[30, 0]], [[6, 6]])).toEqual([[true, true]])
    expect(cofinancement([[10, 20]], [[30, 0]], [])).toEqual([[true, false]])
    expect(cofinancement([[10, 20]], [[30, 0]], undefined)).toEqual([[true, false]])
  })

  it('does not fall back to pairs where the range of the objectifs is still blank', () => {
    expect(cofinancement(colonne(10, 20), colonne(30, 0), colonne('', ''))).toEqual([
      [erreur('#N/A', /objectif vide/)],
      [erreur('#N/A', /objectif vide/)],
    ])
  })

  it('never drops an amount in silence: beside a blank or a wrong objectif it says so', () => {
    expect(ecart(colonne(10, 20, '', 3), colonne(10, 0, '', 3), colonne(6, '', '', 'total'))).toEqual([
      [0],
      [erreur('#N/A', /compté nulle part/)],
      [''],
      [erreur('#VALUE!', /pas reconnu/)],
    ])
  })

  it('concludes nothing for an objectif with an amount that cannot be read, and only for that one', () => {
    const resultat = cofinancement(colonne(10, 10, 10), colonne('8 ETP', 50, 10), colonne(6, 6, 7))
    expect(resultat).toEqual([[erreur('#VALUE!', /8 ETP/)], [erreur('#VALUE!', /8 ETP/)], [true]])
    expect(cofinancement(colonne(1, 1), colonne({ code: '#REF!' }, 1), colonne(6, 7))).toEqual([
      [erreur('#VALUE!', /#REF!/)],
      [true],
    ])
    expect(cofinancement(colonne(1, 1), colonne(1, 1), colonne({ code: '#REF!' }, 7))).toEqual([
      [erreur('#VALUE!', /#REF!/)],
      [true],
    ])
  })

  it('refuses ranges of different shapes: sums would be of the wrong rows', () => {
    const phrase = erreur('#VALUE!', /même taille/)
    expect(seul(cofinancement(colonne(1, 2), colonne(1), colonne(6, 6)))).toEqual(phrase)
    expect(seul(cofinancement([[1, 2]], colonne(1, 2), colonne(6, 6)))).toEqual(phrase)
    expect(seul(cofinancement(1, 1, colonne(6, 6)))).toEqual(phrase)
  })

  it('agrees with the sums, and says VRAI exactly where nothing is missing', () => {
    const ligne = fc.record({
      objectif: fc.integer({ min: 1, max: 4 }),
      etat: fc.integer({ min: 0, max: 10_000 }),
      departement: fc.integer({ min: 0, max: 10_000 }),
    })
    fc.assert(
      fc.property(fc.array(ligne, { minLength: 1, maxLength: 20 }), (lignes) => {
        const args = [
          lignes.map((l) => [l.etat / 100]),
          lignes.map((l) => [l.departement / 100]),
          lignes.map((l) => [l.objectif]),
        ]
        const manques = ecart(...args)
        for (const [i, l] of lignes.entries()) {
          const siennes = lignes.filter((x) => x.objectif === l.objectif)
          const manque = siennes.reduce((t, x) => t + x.etat - x.departement, 0)
          expect(manques[i]).toEqual([Math.max(0, manque) / 100])
        }
        expect(cofinancement(...args)).toEqual(manques.map(([m]) => [m === 0]))
      }),
    )
  })
})
