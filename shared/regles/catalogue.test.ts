import { describe, expect, it } from 'vitest'
import { catalogue } from './catalogue.ts'
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
})
