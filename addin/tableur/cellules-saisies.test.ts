import type { ISetFormulaCalculationResultMutation } from '@univerjs/preset-sheets-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { CellulesSaisies } from './cellules-saisies.ts'

type Resultats = ISetFormulaCalculationResultMutation['unitData']

const resultats = (): Resultats => ({
  u: { a: { 3: { 7: { v: 1 }, 8: { v: 2 } } }, b: { 3: { 7: { v: 3 } } } },
})

describe('what is typed while a calculation goes on', () => {
  let saisies: CellulesSaisies
  beforeEach(() => (saisies = new CellulesSaisies()))

  const reste = (): Resultats => {
    const trouves = resultats()
    saisies.oterDe(trouves)
    return trouves
  }

  it.each([
    ['a figure', { v: 5 }],
    ['a formula', { f: '=A1' }],
    ['a text of several looks', { p: null }],
    ['nothing any more', null],
  ])('keeps the result of its calculation out: %s', (_, cellule) => {
    saisies.noter({ unitId: 'u', subUnitId: 'a', cellValue: { 3: { 7: cellule } } })
    expect(reste()).toEqual({ u: { a: { 3: { 8: { v: 2 } } }, b: { 3: { 7: { v: 3 } } } } })
  })

  it('is not a new look, whose formula still waits for its result', () => {
    saisies.noter({ unitId: 'u', subUnitId: 'a', cellValue: { 3: { 7: { s: 'gras' } } } })
    expect(reste()).toEqual(resultats())
  })

  it('is forgotten when the calculation has ended, and is of one workbook', () => {
    saisies.noter({ unitId: 'v', subUnitId: 'a', cellValue: { 3: { 7: { v: 5 } } } })
    expect(reste()).toEqual(resultats())
    saisies.noter({ unitId: 'u', subUnitId: 'a', cellValue: { 3: { 7: { v: 5 } } } })
    saisies.vider()
    expect(reste()).toEqual(resultats())
  })
})
