import { describe, expect, it } from 'vitest'
import { empreinteReferentiel } from './empreinte.ts'
import type { Referentiel } from './referentiel.ts'
import { REFERENTIELS } from './registre.ts'

describe('empreinteReferentiel', () => {
  it('names each data set that ships by its own digest', async () => {
    const toutes = await Promise.all(REFERENTIELS.map((r) => empreinteReferentiel(r)))
    for (const e of toutes) expect(e).toMatch(/^[0-9a-f]{64}$/)
    expect(new Set(toutes).size).toBe(REFERENTIELS.length)
  })

  it('is the same after a journey through JSON, whatever the order of the keys', async () => {
    for (const livre of REFERENTIELS) {
      const lu = JSON.parse(JSON.stringify(livre)) as Referentiel
      const retourne = Object.fromEntries(Object.entries(lu).reverse()) as unknown as Referentiel
      expect(await empreinteReferentiel(retourne)).toBe(await empreinteReferentiel(livre))
    }
  })

  it('changes with the least value', async () => {
    const autre = structuredClone(REFERENTIELS[0]!)
    autre.objectifs[0]!.reference.verifieLe = '1999-01-01'
    expect(await empreinteReferentiel(autre)).not.toBe(await empreinteReferentiel(REFERENTIELS[0]!))
  })
})
