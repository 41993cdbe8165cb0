import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { associerFormules } from '../../addin/excel/formules.ts'

/** Excel's errors are known by their class: what is not one would be shown as an object. */
class ErreurExcel {
  readonly code: string
  readonly message: string | undefined
  constructor(code: string, message?: string) {
    this.code = code
    this.message = message
  }
}

const fonctions = new Map<string, (...args: unknown[]) => unknown>()
const appeler = (id: string, ...args: unknown[]): unknown =>
  fonctions.get(id)!(...args, { address: '', isInValuePreview: false })

beforeEach(() => {
  fonctions.clear()
  Object.assign(globalThis, {
    CustomFunctions: {
      associate: (id: string, fonction: (...args: unknown[]) => unknown) => fonctions.set(id, fonction),
      ErrorCode: { invalidValue: '#VALUE!', notAvailable: '#N/A' },
      Error: ErreurExcel,
    },
  })
})
afterEach(() => Reflect.deleteProperty(globalThis, 'CustomFunctions'))

describe('functions of the cells, as Excel calls them', () => {
  beforeEach(associerFormules)

  it('answers one cell', () => {
    expect(appeler('ELIGIBLE', [[9]], [['FIR']], null)).toEqual([[false]])
    expect(appeler('ELIGIBLE', [[9]], [['ONDAM']], null)).toEqual([[true]])
  })

  it('answers a range with a range, the optional exercice left out or given', () => {
    expect(appeler('ELIGIBLE', [[1], ['Objectif 9'], ['13']], [['fir']], undefined)).toEqual([
      [true],
      [false],
      [true],
    ])
    expect(appeler('ELIGIBLE', [[9]], [['ONDAM']], [[2021]])).toEqual([[true]])
  })

  it('turns an error of one row into Excel’s own, with a French sentence, and leaves the others', () => {
    const [premiere, seconde] = appeler('ELIGIBLE', [['douze'], [9]], [['ONDAM']], null) as unknown[][]
    expect(premiere![0]).toBeInstanceOf(ErreurExcel)
    expect(premiere![0]).toMatchObject({
      code: '#VALUE!',
      message: expect.stringMatching(/objectif/) as string,
    })
    expect(seconde).toEqual([true])
  })

  it('answers CONTROLE later while its code is on its way, and at once from then on', async () => {
    const premiere = appeler('CONTROLE', [['rien']], null)
    expect(premiere).toBeInstanceOf(Promise)
    const [[erreur]] = (await premiere) as [[unknown]]
    expect(erreur).toMatchObject({
      code: '#VALUE!',
      message: expect.stringMatching(/plan d’action/) as string,
    })
    expect(appeler('CONTROLE', [['rien']], null)).toEqual([[erreur]])
  })

  it('says why', () => {
    const [[motif]] = appeler('MOTIF', [[9]], [['FIR']], null) as [[string]]
    expect(motif).toMatch(/annexe 4/)
  })
})

describe('outside Excel', () => {
  it('ties nothing and does not fail', () => {
    Reflect.deleteProperty(globalThis, 'CustomFunctions')
    expect(associerFormules).not.toThrow()
    expect(fonctions.size).toBe(0)
  })
})
