import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lireNombre } from './lire-nombre.ts'

describe('lireNombre', () => {
  it.each([
    [0, 1, 0],
    [-0, 1, 0],
    [40000, 1, 4_000_000],
    [0.29, 1, 29],
    [1.1, 1, 110],
    [-12.5, 1, -1250],
    [0.1 + 0.2, 1, 30],
    [1234.5600000001, 1, 123_456],
    [314400.00000000006, 1, 31_440_000],
    [58.27359, 1000, 5_827_359],
    [1.6, 1_000_000, 160_000_000],
    [1e-300, 1, 0],
    [1e13, 1, 1e15],
  ])('reads %d in units of %d € as %d cents', (valeur, unite, centimes) => {
    const lecture = lireNombre(valeur, unite)
    expect(lecture).toEqual({
      centimes,
      composantes: [{ centimes, libelle: '' }],
      raison: null,
      reserve: null,
      nature: 'montant',
    })
    expect(Object.is(lecture.centimes, -0)).toBe(false)
  })

  it.each([
    [1234.567, 1, 123_457],
    [123_456.784, 1, 12_345_678],
    [0.005, 1, 1],
    [-0.005, 1, -1],
    [12.345678, 1000, 1_234_568],
    [100 / 3, 1, 3333],
  ])('rounds %d to the cent and says so', (valeur, unite, centimes) => {
    const lecture = lireNombre(valeur, unite)
    expect(lecture.centimes).toBe(centimes)
    expect(lecture.reserve).toMatch(/arrondi au centime/)
  })

  it.each([NaN, Infinity, -Infinity, 1e21, 1e300, Number.MAX_SAFE_INTEGER])(
    'gives no amount for %d',
    (valeur) => {
      expect(lireNombre(valeur)).toMatchObject({
        centimes: null,
        composantes: [],
        reserve: null,
        nature: 'illisible',
      })
      expect(lireNombre(valeur).raison).toMatch(/\.$/)
    },
  )

  it('gives back every number of cents below a thousand billion euros', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e14, max: 1e14 }), (centimes) => {
        expect(lireNombre(centimes / 100)).toMatchObject({ centimes, reserve: null })
      }),
      { numRuns: 500 },
    )
  })
})
