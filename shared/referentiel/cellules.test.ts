import { expect, it } from 'vitest'
import { REFERENTIELS_DES_CELLULES } from './cellules.ts'
import { REFERENTIELS } from './registre.ts'

it('gives the cells the very values of the référentiels, and no value of its own', () => {
  expect(REFERENTIELS_DES_CELLULES.map((r) => r.id)).toEqual(REFERENTIELS.map((r) => r.id))
  for (const [i, r] of REFERENTIELS_DES_CELLULES.entries()) {
    const { dotations, ...reste } = r
    expect(REFERENTIELS[i]).toMatchObject(reste)
    const p304 = REFERENTIELS[i]!.dotations.filter((d) => d.enveloppe === 'P304')
    expect(p304).toEqual(dotations.map((d) => expect.objectContaining(d) as unknown))
  }
})
