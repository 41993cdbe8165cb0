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

  // Signed statements name these digests. A change to one of these data sets makes it another one for whoever
  // verifies an old version: change a line here only with the reason for it in the commit.
  it.each([
    ['2020-2022', 'ccb60a448381d264546f12166496e87e801618e2e0f68ee4b49b12fdbc01888f'],
    ['2022', '70f3508f1529cea50b18d720675382ccdf75b8d5dfebb0a8edbaec88af7cd2b6'],
    ['2024', '3c719a8a6f7397385338c7d089ec2f33d5b54f32c1e08fc4aadc1a8d8b4fe81c'],
  ])('of %s is the one that statements bear', async (id, attendue) => {
    expect(await empreinteReferentiel(REFERENTIELS.find((r) => r.id === id)!)).toBe(attendue)
  })
})
