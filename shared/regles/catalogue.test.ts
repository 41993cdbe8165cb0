import { describe, expect, it } from 'vitest'
import { catalogue } from './catalogue.ts'
import { RAISONS, RAPPELS } from './raisons.ts'
import { REGLES } from './registre.ts'

describe('the catalogue of rules', () => {
  const entrees = catalogue()

  it('lists every rule of the texts once, and ours', () => {
    expect(entrees.filter((e) => e.citation !== '')).toHaveLength(176)
    expect(new Set(entrees.map((e) => e.id)).size).toBe(entrees.length)
    for (const r of REGLES) expect(entrees.find((e) => e.id === r.id)?.etat).toBe('verifiee')
  })

  it('says of each what is done, or why it is not', () => {
    for (const e of entrees)
      expect([e.id, e.explication]).toEqual([e.id, expect.stringMatching(/^.{15,}\.$/s)])
  })

  it('covers by another rule only ids that the texts have', () => {
    for (const r of REGLES) for (const id of r.couvre ?? []) expect(entrees.map((e) => e.id)).toContain(id)
  })

  it('gives each rule that is not checked its own reason, and none to a rule that is', () => {
    expect(Object.keys(RAISONS).sort()).toEqual(
      entrees
        .filter((e) => e.etat === 'non-verifiee')
        .map((e) => e.id)
        .sort(),
    )
    for (const id of RAPPELS) expect(entrees.find((e) => e.id === id)?.etat).toBe('rappel')
  })
})
