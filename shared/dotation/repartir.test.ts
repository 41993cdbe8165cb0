import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partsDesCriteres } from './parts.ts'
import { repartir } from './repartir.ts'
import type { Bornes } from './repartir.ts'

const somme = (nombres: readonly number[]) => nombres.reduce((t, n) => t + n, 0)
const libre: Bornes = { plancher: 0, plafond: null }

function servir(enveloppe: number, parts: readonly bigint[], bornes: Bornes): number[] {
  const repartition = repartir(enveloppe, parts, bornes)
  if ('impossible' in repartition) throw new Error(`impossible: ${repartition.impossible}`)
  return repartition.centimes
}

/** Small parts make ties and zeros common, large ones make rounding matter. */
const parts = fc.array(fc.oneof(fc.bigInt(0n, 5n), fc.bigInt(0n, 10n ** 30n)), {
  minLength: 1,
  maxLength: 40,
})
const bornes = fc
  .tuple(fc.integer({ min: 0, max: 5_000 }), fc.option(fc.integer({ min: 0, max: 20_000 })))
  .map(([plancher, marge]): Bornes => ({ plancher, plafond: marge === null ? null : plancher + marge }))
const enveloppe = fc.integer({ min: 0, max: 300_000 })

describe('repartir', () => {
  it('shares in proportion, cents to the largest remainders', () => {
    expect(servir(10_000, [1n, 1n, 1n], libre)).toEqual([3334, 3333, 3333])
    expect(servir(100, [1n, 2n, 4n], libre)).toEqual([14, 29, 57])
    expect(servir(0, [1n, 2n], libre)).toEqual([0, 0])
    expect(servir(0, [], libre)).toEqual([])
  })

  it('redistributes what the bounds take and give until the enveloppe is spent', () => {
    // By parts alone: 10, 20, 70. The ceiling of 50 gives 20 back: 16,67 and 33,33; the floor of 18 then takes 1,33.
    expect(servir(10_000, [10n, 20n, 70n], { plancher: 1_800, plafond: 5_000 })).toEqual([
      1_800, 3_200, 5_000,
    ])
  })

  it('lets go of a floor that redistribution has made needless', () => {
    // By parts alone 8 and 12 fall under 13, but what the ceiling of 60 gives back lifts the 12 to 24.
    expect(servir(100, [8n, 12n, 80n], { plancher: 13, plafond: 60 })).toEqual([16, 24, 60])
  })

  it('gives the floor to whoever has no part, and says when the others cannot take the rest', () => {
    expect(servir(100, [0n, 1n], { plancher: 10, plafond: null })).toEqual([10, 90])
    expect(repartir(100, [0n, 1n], { plancher: 10, plafond: 60 })).toEqual({
      impossible: 'plafonds',
      possible: 70,
    })
    expect(repartir(100, [0n], { plancher: 10, plafond: null })).toEqual({
      impossible: 'plafonds',
      possible: 10,
    })
  })

  it('says that the floors ask for more, or that the ceilings allow less, and how much', () => {
    expect(repartir(299, [1n, 1n, 1n], { plancher: 100, plafond: null })).toEqual({
      impossible: 'planchers',
      possible: 300,
    })
    expect(repartir(301, [1n, 1n, 1n], { plancher: 0, plafond: 100 })).toEqual({
      impossible: 'plafonds',
      possible: 300,
    })
    expect(servir(300, [1n, 5n, 9n], { plancher: 100, plafond: 100 })).toEqual([100, 100, 100])
  })

  it.each([
    ['a negative enveloppe', -1, [1n], libre],
    ['half a cent', 0.5, [1n], libre],
    ['a negative part', 1, [-1n], libre],
    ['a ceiling under the floor', 10, [1n], { plancher: 5, plafond: 4 }],
  ] as [string, number, bigint[], Bornes][])('refuses %s', (_, e, p, b) => {
    expect(() => repartir(e, p, b)).toThrow(RangeError)
  })

  it('always spends the enveloppe exactly within the bounds, or says truly that it cannot', () => {
    fc.assert(
      fc.property(enveloppe, parts, bornes, (e, p, b) => {
        const repartition = repartir(e, p, b)
        const servis = p.filter((x) => x > 0n).length
        const plafonds = (b.plafond ?? Infinity) * servis
        const auPlus = (servis === 0 ? 0 : plafonds) + b.plancher * (p.length - servis)
        if ('impossible' in repartition) {
          if (repartition.impossible === 'planchers') expect(b.plancher * p.length).toBeGreaterThan(e)
          else expect(auPlus).toBeLessThan(e)
          return
        }
        expect(somme(repartition.centimes)).toBe(e)
        for (const c of repartition.centimes) {
          expect(Number.isSafeInteger(c)).toBe(true)
          expect(c).toBeGreaterThanOrEqual(b.plancher)
          expect(c).toBeLessThanOrEqual(b.plafond ?? Infinity)
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('is monotone: a larger part never gets less, an equal one the same but for a cent', () => {
    fc.assert(
      fc.property(enveloppe, parts, bornes, (e, p, b) => {
        const repartition = repartir(e, p, b)
        if ('impossible' in repartition) return
        const { centimes } = repartition
        for (let i = 0; i < p.length; i++)
          for (let j = 0; j < p.length; j++) {
            if (p[i]! > p[j]!) expect(centimes[i]).toBeGreaterThanOrEqual(centimes[j]!)
            if (p[i] === p[j]) expect(Math.abs(centimes[i]! - centimes[j]!)).toBeLessThanOrEqual(1)
          }
      }),
      { numRuns: 500 },
    )
  })

  it('is monotone in the enveloppe, but for the cent of the remainders', () => {
    fc.assert(
      fc.property(enveloppe, fc.nat(50_000), parts, bornes, (e, plus, p, b) => {
        const [peu, beaucoup] = [repartir(e, p, b), repartir(e + plus, p, b)]
        if ('impossible' in peu || 'impossible' in beaucoup) return
        for (const [i, c] of peu.centimes.entries())
          expect(beaucoup.centimes[i]).toBeGreaterThanOrEqual(c - 1)
      }),
      { numRuns: 500 },
    )
  })

  it('keeps everyone between the bounds at one rate: nobody could be better served by parts', () => {
    fc.assert(
      fc.property(enveloppe, parts, bornes, (e, p, b) => {
        const repartition = repartir(e, p, b)
        if ('impossible' in repartition) return
        const entre = p
          .map((part, i) => ({ part, c: BigInt(repartition.centimes[i]!) }))
          .filter(({ c }) => Number(c) > b.plancher && Number(c) < (b.plafond ?? Infinity))
        for (const x of entre)
          for (const y of entre) {
            // |x.c / x.part − y.c / y.part| within a cent on either side.
            const ecart = x.c * y.part - y.c * x.part
            expect((ecart < 0n ? -ecart : ecart) <= x.part + y.part).toBe(true)
          }
      }),
      { numRuns: 500 },
    )
  })
})

describe('partsDesCriteres', () => {
  it('weighs the share of each criterion exactly', () => {
    // 50 % of 1/4 and 50 % of 2/3; 50 % of 3/4 and 50 % of 1/3: 11 for 13.
    const [a, b] = partsDesCriteres(
      [
        [1, 2],
        [3, 1],
      ],
      [50, 50],
    )
    expect(a! * 13n).toBe(b! * 11n)
  })

  it('reads decimals by their writing, and does not mind the unit of a criterion or of the weights', () => {
    const parts = partsDesCriteres([[0.1], [0.2], [0.3]], [1])
    expect([parts[0]! * 2n, parts[0]! * 3n]).toEqual([parts[1], parts[2]])
    const rapport = (p: bigint[]) => Number(p[0]) / Number(p[1])
    expect(
      rapport(
        partsDesCriteres(
          [
            [1e-7, 3],
            [2e-7, 9],
          ],
          [0.285, 0.715],
        ),
      ),
    ).toBeCloseTo(
      rapport(
        partsDesCriteres(
          [
            [1, 300],
            [2, 900],
          ],
          [28.5, 71.5],
        ),
      ),
      12,
    )
  })

  it('leaves out a criterion without a total or without a weight', () => {
    expect(
      partsDesCriteres(
        [
          [0, 1],
          [0, 3],
        ],
        [50, 50],
      ),
    ).toEqual(partsDesCriteres([[1], [3]], [50]))
    expect(
      partsDesCriteres(
        [
          [7, 1],
          [1, 3],
        ],
        [0, 50],
      ),
    ).toEqual(partsDesCriteres([[1], [3]], [50]))
    expect(partsDesCriteres([[0], [0]], [1])).toEqual([0n, 0n])
  })

  it.each([
    [[[1, 2]], [1]],
    [[[-1]], [1]],
    [[[Number.NaN]], [1]],
    [[[1]], [Infinity]],
  ])('refuses %j with weights %j', (criteres, poids) => {
    expect(() => partsDesCriteres(criteres, poids)).toThrow(RangeError)
  })
})
