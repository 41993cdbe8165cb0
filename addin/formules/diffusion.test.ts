import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffuser } from './diffusion.ts'
import { ErreurFormule } from './erreur.ts'

const coller = (...cellules: unknown[]) => cellules.map((c) => String(c ?? '∅')).join('|')

describe('diffuser', () => {
  it('calculates a single cell', () => {
    expect(diffuser([[['a']], [['b']]], coller)).toEqual([['a|b']])
  })

  it('sets two ranges of the same shape side by side', () => {
    expect(
      diffuser(
        [
          [['a'], ['b']],
          [['c'], ['d']],
        ],
        coller,
      ),
    ).toEqual([['a|c'], ['b|d']])
  })

  it('makes a rectangle of a column × a row', () => {
    expect(diffuser([[['a'], ['b']], [['1', '2', '3']]], coller)).toEqual([
      ['a|1', 'a|2', 'a|3'],
      ['b|1', 'b|2', 'b|3'],
    ])
  })

  it('takes an omitted argument, null, a bare value and an empty range as one cell', () => {
    expect(diffuser([[['a'], ['b']], undefined, null, [], [[]], 'x'], coller)).toEqual([
      ['a|∅|∅|∅|∅|x'],
      ['b|∅|∅|∅|∅|x'],
    ])
  })

  it('says #N/A where the shorter of two ranges has ended, and there only', () => {
    const resultat = diffuser(
      [
        [['a'], ['b'], ['c']],
        [['1'], ['2']],
      ],
      coller,
    )
    expect(resultat.slice(0, 2)).toEqual([['a|1'], ['b|2']])
    expect(resultat[2]![0]).toBeInstanceOf(ErreurFormule)
    expect(resultat[2]![0]).toMatchObject({
      code: '#N/A',
      message: expect.stringContaining('même taille') as string,
    })
  })

  it('bears ranges whose rows have different lengths', () => {
    const resultat = diffuser([[['a', 'b'], ['c']], [['1', '2']]], coller)
    expect(resultat[0]).toEqual(['a|1', 'b|2'])
    expect(resultat[1]![0]).toBe('c|1')
    expect(resultat[1]![1]).toMatchObject({ code: '#N/A' })
  })

  it.each([
    ['as CustomFunctions.Error', { code: '#REF!', message: '' }],
    ['as a typed value', { type: 'Error', basicType: 'Error', basicValue: '#REF!' }],
    ['as ours', new ErreurFormule('#N/A', '')],
  ])('keeps an error of an argument (%s) to its own cell', (_, erreur) => {
    const resultat = diffuser([[['a'], [erreur], ['c']], [['1']]], coller)
    expect([resultat[0]![0], resultat[2]![0]]).toEqual(['a|1', 'c|1'])
    expect(resultat[1]![0]).toBeInstanceOf(ErreurFormule)
    expect(resultat[1]![0]).toMatchObject({
      code: '#VALUE!',
      message: expect.stringMatching(/#REF!|#N\/A/) as string,
    })
  })

  it('reads typed values by what they hold', () => {
    expect(diffuser([[[{ type: 'FormattedNumber', basicValue: 9, numberFormat: '0' }]]], (c) => c)).toEqual([
      [9],
    ])
  })

  it('gives the shape of the broadcast, whatever the shapes', () => {
    const cote = fc.integer({ min: 1, max: 5 })
    fc.assert(
      fc.property(cote, cote, cote, cote, (h1, l1, h2, l2) => {
        const plage = (h: number, l: number) =>
          Array.from({ length: h }, () => Array.from({ length: l }, () => 1))
        const resultat = diffuser([plage(h1, l1), plage(h2, l2)], () => 'ok')
        expect(resultat.length).toBe(Math.max(h1, h2))
        expect(resultat.every((ligne) => ligne.length === Math.max(l1, l2))).toBe(true)
        const justes = resultat.flat().filter((v) => v === 'ok').length
        const commun = (a: number, b: number) => (a === 1 || b === 1 ? Math.max(a, b) : Math.min(a, b))
        expect(justes).toBe(commun(h1, h2) * commun(l1, l2))
      }),
    )
  })
})
