import { describe, expect, it } from 'vitest'
import { classeurDe, type ValeurEssai } from './fabrique.ts'
import { nommeLesColonnes } from './reperes-de-colonnes.ts'

const nomme = (rangee: ValeurEssai[]): boolean =>
  nommeLesColonnes(classeurDe({ Plan: [rangee] }).feuilles[0]!, 0)

describe('a row under a header', () => {
  it.each<[ValeurEssai[]]>([
    [['(1)', '(2)', '(3)']],
    [[1, 2, 3, 4, 5]],
    [['A', 'B', 'C', 'D = B + C']],
    [['[a]', '[b]', '[c]=[a]+[b]']],
    [['1', '2', null, '3', '4=2+3']],
  ])('names the columns: %j', (rangee) => {
    expect(nomme(rangee)).toBe(true)
  })

  it.each<[ValeurEssai[]]>([
    [[1, 2, 'Entretiens', 4, 5]],
    [[1, 1, 1, 1]],
    [[1, 2]],
    [[1, 2, 10_000, 10_001]],
    [['1.1', '1.2', '1.3']],
    [['FIR', 'P304', 'CD']],
    [[]],
  ])('does not: %j', (rangee) => {
    expect(nomme(rangee)).toBe(false)
  })
})
