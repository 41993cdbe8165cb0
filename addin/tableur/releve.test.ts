import {
  SetArrayFormulaDataMutation,
  SetFormulaCalculationResultMutation,
  SetFormulaCalculationStartMutation,
  SetFormulaDataMutation,
  SetRangeValuesMutation,
} from '@univerjs/preset-sheets-core'
import { describe, expect, it } from 'vitest'
import { feuillesTouchees } from './releve.ts'

describe('the sheets that a change of the grid touches', () => {
  it.each<[id: string, params: object | undefined, feuilles: string[] | undefined]>([
    [SetRangeValuesMutation.id, { unitId: 'c', subUnitId: 'feuille-1', cellValue: {} }, ['feuille-1']],
    [SetRangeValuesMutation.id, { unitId: 'autre', subUnitId: 'feuille-1' }, []],
    [
      'sheet.mutation.move-range',
      { unitId: 'c', from: { subUnitId: 'feuille-0' }, to: { subUnitId: 'feuille-2' } },
      ['feuille-0', 'feuille-2'],
    ],
    [
      SetFormulaCalculationResultMutation.id,
      { unitData: { c: { 'feuille-3': { 7: { 2: { v: 1 } } } } }, unitOtherData: {} },
      ['feuille-3'],
    ],
    [SetFormulaCalculationResultMutation.id, { unitData: { autre: { 'feuille-3': { 7: {} } } } }, []],
    [
      SetArrayFormulaDataMutation.id,
      {
        arrayFormulaRange: { c: { 'feuille-0': {}, 'feuille-1': { 4: { 2: {} } } } },
        arrayFormulaCellData: {},
      },
      ['feuille-1'],
    ],
    ['sheet.mutation.set-worksheet-order', { unitId: 'c' }, undefined],
    ['sheet.mutation.set-worksheet-order', undefined, undefined],
    ['doc.mutation.rich-text-editing', { unitId: 'c' }, []],
    // Both name every sheet that has formulas.
    [SetFormulaDataMutation.id, { formulaData: { c: { 'feuille-0': {}, 'feuille-1': {} } } }, []],
    [SetFormulaCalculationStartMutation.id, { rowData: { c: { 'feuille-0': {}, 'feuille-1': {} } } }, []],
  ])('of %s %j are %j', (id, params, feuilles) => {
    const touchees = feuillesTouchees({ id, params }, 'c')
    expect(touchees && [...touchees]).toEqual(feuilles)
  })
})
