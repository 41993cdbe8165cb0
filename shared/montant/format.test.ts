import { describe, expect, it } from 'vitest'
import { euros, formatEuros } from './format.ts'

describe('formatEuros', () => {
  it.each([
    [0, '0\u00A0€'],
    [-0, '0\u00A0€'],
    [5, '0,05\u00A0€'],
    [-1250, '\u221212,50\u00A0€'],
    [99_900, '999\u00A0€'],
    [125_000_000, '1\u202F250\u202F000\u00A0€'],
    [5_827_359, '58\u202F273,59\u00A0€'],
    [Number.MAX_SAFE_INTEGER, '90\u202F071\u202F992\u202F547\u202F409,91\u00A0€'],
  ])('writes %d cents as %j', (centimes, texte) => {
    expect(formatEuros(centimes)).toBe(texte)
  })

  it.each([NaN, 0.5, Infinity, 2 ** 53])('refuses %d, which is no exact number of cents', (centimes) => {
    expect(() => formatEuros(centimes)).toThrow(RangeError)
  })
})

describe('euros', () => {
  it('turns cents into euros', () => {
    expect(euros(125)).toBe(1.25)
    expect(euros(-29)).toBe(-0.29)
  })
})
