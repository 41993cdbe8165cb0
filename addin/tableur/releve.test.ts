import { describe, expect, it } from 'vitest'
import { feuillesTouchees } from './releve.ts'

describe('the sheets that a change of the grid names', () => {
  it.each<[params: unknown, feuilles: string[] | undefined]>([
    [{ unitId: 'c', subUnitId: 'feuille-1', cellValue: {} }, ['feuille-1']],
    [{ unitId: 'autre', subUnitId: 'feuille-1' }, []],
    [
      { unitId: 'c', from: { subUnitId: 'feuille-0' }, to: { subUnitId: 'feuille-2' } },
      ['feuille-0', 'feuille-2'],
    ],
    [{ unitData: { c: { 'feuille-3': {} } }, unitOtherData: {} }, ['feuille-3']],
    [{ unitData: { autre: { 'feuille-3': {} } } }, undefined],
    [{ unitId: 'c' }, undefined],
    [undefined, undefined],
  ])('of %j are %j', (params, feuilles) => {
    const touchees = feuillesTouchees(params, 'c')
    expect(touchees && [...touchees]).toEqual(feuilles)
  })
})
