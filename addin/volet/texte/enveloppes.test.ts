import { describe, expect, it } from 'vitest'
import type { Totaux } from '../../../shared/controle/rapport.ts'
import { direEcart, direNature, signe } from './enveloppes.ts'

const lisible = (texte: string): string => texte.replace(/[\u00a0\u202f]/g, ' ')
const totaux = (t: Partial<Totaux>): Totaux => ({
  FIR: 0,
  P304: 0,
  ONDAM: 0,
  etatNonVentile: 0,
  departement: 0,
  autres: 0,
  ...t,
})

describe('what is planned beside what was notified', () => {
  it.each([
    [150_000, 100_000, 'Notifié : 1 000 € ; le plan le dépasse de 500 €.'],
    [50_000, 100_000, 'Notifié : 1 000 € ; 500 € ne sont pas répartis.'],
    [100_000, 100_000, 'Notifié : 1 000 €, tout est réparti.'],
  ])('%i beside %i', (prevu, notifie, dit) => {
    expect(lisible(direEcart(prevu, notifie))).toBe(dit)
  })
})

describe('what a tried change is', () => {
  it('is a move inside the enveloppes where their totals hold, whatever the Département adds', () => {
    expect(direNature(totaux({ FIR: 5 }), totaux({ FIR: 5, departement: 9 })).genre).toBe('suffit')
  })

  it('says by how much one enveloppe changes', () => {
    const { genre, phrase } = direNature(totaux({ P304: 100_000 }), totaux({ P304: 70_000 }))
    expect([genre, lisible(phrase)]).toEqual([
      'incertain',
      'Le total du programme 304 change de −300 € : ce n’est plus un déplacement à l’intérieur de l’enveloppe.',
    ])
  })

  it('says that nothing moves from one enveloppe to another', () => {
    expect(lisible(direNature(totaux({ FIR: 100 }), totaux({ ONDAM: 100 })).phrase)).toBe(
      'Les totaux du FIR et de l’ONDAM médico-social changent : les financements ne sont fongibles qu’à l’intérieur d’une même enveloppe.',
    )
  })

  it('signs a difference', () => {
    expect([signe(125_000), signe(-100)].map(lisible)).toEqual(['+1 250 €', '−1 €'])
  })
})
