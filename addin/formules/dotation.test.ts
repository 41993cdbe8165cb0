import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REFERENTIELS } from '../../shared/referentiel/registre.ts'
import { colonne, erreur, fonction, seul } from './essais.ts'

const dotation = fonction('DOTATION')
const centimes = (resultat: unknown[][]) => resultat.map(([euros]) => Math.round((euros as number) * 100))

describe('=CDPPE.DOTATION', () => {
  it('shares out by weighted criteria, to the cent', () => {
    // 60 % of 52/91 and 40 % of 21/42, and so on.
    const criteres = [
      [52_000, 21_000],
      [31_000, 18_000],
      [8_000, 3_000],
    ]
    const attendu = colonne(542_857.14, 375_824.18, 81_318.68)
    expect(dotation(1_000_000, criteres, [[0.6, 0.4]])).toEqual(attendu)
    expect(dotation('1 000 k€', criteres, colonne(60, 40))).toEqual(attendu)
  })

  it('redistributes between floor and ceiling', () => {
    const criteres = colonne(52, 31, 8)
    expect(dotation(910, criteres, 1)).toEqual(colonne(520, 310, 80))
    expect(dotation(910, criteres, 1, 100)).toEqual(colonne(507.47, 302.53, 100))
    expect(dotation(910, criteres, 1, '', 400)).toEqual(colonne(400, 400, 110))
    expect(dotation(910, criteres, 100, 120, 400)).toEqual(colonne(400, 390, 120))
  })

  it('takes the criteria and bounds of annexe 4 as the référentiel writes them', () => {
    const departements = Array.from({ length: 30 }, (_, i) => i + 1)
    for (const d of REFERENTIELS[0]!.dotations) {
      const criteres = departements.map((n) => d.criteres.map((_, j) => n * 1_000 + j * n * n))
      const resultat = centimes(
        dotation(
          d.nationale!.centimes / 100,
          criteres,
          [d.criteres.map((c) => c.poids / 10)],
          d.plancher!.centimes / 100,
          d.plafond === null ? '' : d.plafond.centimes / 100,
        ),
      )
      expect(resultat.reduce((t, c) => t + c, 0)).toBe(d.nationale!.centimes)
      expect(Math.min(...resultat)).toBeGreaterThanOrEqual(d.plancher!.centimes)
      expect(Math.max(...resultat)).toBeLessThanOrEqual(d.plafond?.centimes ?? Infinity)
    }
  })

  it('says that it cannot, and by how much', () => {
    expect(seul(dotation(100, colonne(1, 2), 1, 60))).toEqual(erreur('#VALUE!', /planchers font déjà 120/))
    expect(seul(dotation(100, colonne(1, 2), 1, 0, 40))).toEqual(erreur('#VALUE!', /que 80.* sur 100/))
    expect(seul(dotation(100, colonne(1, 2), 1, 40, 30))).toEqual(erreur('#VALUE!', /inférieur au plancher/))
  })

  it('leaves a blank row blank and out of the sharing', () => {
    expect(
      dotation(
        100,
        [
          [1, 1],
          ['', null],
          [3, 3],
          ['', ''],
        ],
        [[50, 50]],
        10,
      ),
    ).toEqual(colonne(25, '', 75, ''))
    expect(seul(dotation('', colonne(1), 1))).toBe('')
    expect(seul(dotation(100, colonne('', ''), 1))).toBe('')
  })

  it.each([
    [
      'a blank criterion',
      [
        100,
        [
          [1, 2],
          [1, ''],
        ],
        [[50, 50]],
      ],
      /ligne 2, colonne 2.*vide/,
    ],
    [
      'a text for a criterion',
      [
        100,
        [
          [1, 2],
          ['x', 2],
        ],
        [[50, 50]],
      ],
      /ligne 2, colonne 1/,
    ],
    ['a negative criterion', [100, [[1], [-2]], 1], /ligne 2, colonne 1/],
    ['an error in a criterion', [100, [[1], [{ code: '#REF!' }]], 1], /#REF!/],
    [
      'a criterion of zeros',
      [
        100,
        [
          [1, 0],
          [2, 0],
        ],
        [[50, 50]],
      ],
      /colonne 2 vaut 0 partout/,
    ],
    ['weights of 90 %', [100, [[1, 1]], [[0.5, 0.4]]], /font 0,9.*100 %/],
    ['a weight too many', [100, [[1, 1]], [[0.5, 0.3, 0.2]]], /2 colonnes de critères et 3 poids/],
    [
      'weights in a square',
      [
        100,
        [[1, 1, 1, 1]],
        [
          [25, 25],
          [25, 25],
        ],
      ],
      /un poids par critère/,
    ],
    ['a weight in letters', [100, [[1, 1]], [[0.5, 'moitié']]], /poids n° 2/],
    ['a negative weight', [100, [[1, 1]], [[150, -50]]], /poids n° 2/],
    ['no weights', [100, [[1, 1]], []], /un poids par critère/],
    ['an amount in words', ['beaucoup', [[1]], 1], /montant à répartir.*beaucoup/],
    ['a negative amount', [-1, [[1]], 1], /ne peut pas être négatif/],
    ['an amount in two cells', [colonne(1, 2), [[1]], 1], /une seule cellule/],
    ['a negative floor', [1, [[1]], 1, -5], /plancher ne peut pas/],
    ['an error for the ceiling', [1, [[1]], 1, 0, { code: '#N/A' }], /plafond.*#N\/A/],
  ])('refuses %s, with one error for the whole', (_, args, phrase) => {
    expect(seul(dotation(...args))).toEqual(erreur('#VALUE!', phrase))
  })

  it('spends every envelope exactly, whatever the decimals of the criteria', () => {
    const critere = fc.double({ min: 0.001, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.array(fc.tuple(critere, critere, critere), { minLength: 1, maxLength: 12 }),
        (montant, criteres) => {
          const resultat = dotation(montant / 100, criteres, [[28.5, 43, 28.5]])
          expect(centimes(resultat).reduce((t, c) => t + c, 0)).toBe(montant)
        },
      ),
    )
  })
})
