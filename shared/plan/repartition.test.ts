import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatEuros } from '../montant/format.ts'
import { lireRepartition } from './repartition.ts'

const lue = (texte: string, unite?: number) =>
  lireRepartition(texte, unite)?.map((p) => [p.role, p.exercice, p.prevu.centimes])

describe('a cell that says who pays what', () => {
  it.each([
    ['FIR : 40 000 €\nCD : 45 000 €'],
    ['40 000 € FIR + 45 000 € CD'],
    ['ARS (FIR) : 40 000 € / Département : 45 000 €'],
    ['- FIR 40 000 €\n- Conseil départemental 45 000 €'],
    ['FIR 40 000 €, CD 45 000 €'],
    ['40 k€ du FIR et 45 k€ du Département'],
    ['Total : 85 000 €\ndont FIR : 40 000 €\ndont CD : 45 000 €'],
    ['FIR : 40000 ; CD62 : 45000'],
  ])('%j', (texte) => {
    expect(lue(texte)).toEqual([
      ['FIR', null, 4_000_000],
      ['departement', null, 4_500_000],
    ])
  })

  it('keeps the year of each part, and the enveloppe unsaid where none is named', () => {
    expect(lue('P304 2022 : 80 k€ ; Etat 2023 : 81 k€')).toEqual([
      ['P304', 2022, 8_000_000],
      ['etat', 2023, 8_100_000],
    ])
  })

  it('reads bare figures in the unit of the column', () => {
    expect(lue('FIR : 40 / CD : 45', 1000)).toEqual([
      ['FIR', null, 4_000_000],
      ['departement', null, 4_500_000],
    ])
  })

  it.each([
    ['40 000 €'],
    ['250 000 € + 15 048 € (mallettes)'],
    ['FIR'],
    ['FIR : à définir / CD : 45 000 €'],
    ['selon appel à projets'],
    ['le FIR a financé 30 000 € en 2020'],
    ['Etat / CD : 80 000 €'],
    ['100 % CD'],
    ['2022 : 40 000 €'],
    [''],
    [`FIR : 40 000 € ${'x'.repeat(300)}`],
  ])('is not guessed of %j', (texte) => {
    expect(lireRepartition(texte)).toBeNull()
  })

  it('gives back whatever was written, in its order', () => {
    const part = fc.record({
      qui: fc.constantFrom(
        ['FIR', 'FIR'],
        ['BOP 304', 'P304'],
        ['ONDAM', 'ONDAM'],
        ['Département', 'departement'],
        ['CAF', 'autres'],
      ),
      centimes: fc.integer({ min: 1, max: 10 ** 11 }),
    })
    const separateur = fc.constantFrom('\n', ' ; ', ' / ', ' + ')
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 5 }),
        separateur,
        fc.boolean(),
        (parts, entre, tete) => {
          const texte = parts
            .map(({ qui, centimes }) =>
              tete ? `${formatEuros(centimes)} ${qui[0]!}` : `${qui[0]!} : ${formatEuros(centimes)}`,
            )
            .join(entre)
          expect(lue(texte)).toEqual(parts.map(({ qui, centimes }) => [qui[1], null, centimes]))
        },
      ),
    )
  })

  it('never throws, and gives no part without an amount', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (texte) => {
        for (const p of lireRepartition(texte) ?? []) expect(Number.isInteger(p.prevu.centimes)).toBe(true)
      }),
    )
  })
})
