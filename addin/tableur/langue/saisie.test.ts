import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { lireSaisie, texteDeSaisie } from './saisie.ts'

const lire = (texte: string, format?: string) => lireSaisie(texte, format, 2024)

describe('what is typed in a cell', () => {
  it.each<[string, number | boolean | string, string?]>([
    ['12,5', 12.5],
    ['-12,5', -12.5],
    ['−3', -3],
    ['1250', 1250],
    ['1 250 000 €', 1_250_000, '#,##0\\ "€"'],
    ['1\u202f250\u202f000,50\u00a0€', 1_250_000.5, '#,##0.00\\ "€"'],
    ['1 250', 1250, '#,##0'],
    ['12,5 %', 0.125, '0.00%'],
    ['12%', 0.12, '0%'],
    ['0,1 %', 0.001, '0.00%'],
    ['1E3', 1000, '0.00E+00'],
    ['31/10/2024', 45_596, 'dd/mm/yyyy'],
    ['31/10/24', 45_596, 'dd/mm/yyyy'],
    ['31/10', 45_596, 'dd/mm/yyyy'],
    ['2024-10-31', 45_596, 'dd/mm/yyyy'],
    ['14:30', 14.5 / 24, 'hh:mm'],
    ['vrai', true],
    ['FAUX', false],
    ['#valeur!', '#VALUE!'],
  ])('%s is a value', (texte, valeur, format) => {
    expect(lire(texte)).toEqual(format === undefined ? { valeur } : { valeur, format })
  })

  it.each([
    '12.5',
    '1,250.00',
    '250 000 € + 15 048 €',
    '12 50',
    '1 2500',
    '31/02/2024',
    '32/10/2024',
    '10/31/2024',
    '25:00',
    'NC',
    '-',
    '€',
    ',',
    '1 250 000 euros',
    '1e999',
    '0x10',
    'TRUE',
    '  bonjour ',
  ])('%s stays a text', (texte) => {
    expect(lire(texte)).toEqual({ valeur: texte })
  })

  it('keeps the format of the cell, and counts in hundredths in a percentage', () => {
    expect(lire('12,5', '0%')).toEqual({ valeur: 0.125 })
    expect(lire('12,5 %', '0%')).toEqual({ valeur: 0.125 })
    expect(lire('1 250 €', '#,##0.00')).toEqual({ valeur: 1250 })
  })
})

describe('what the editor shows', () => {
  it.each<[number | boolean | string, string | undefined, string]>([
    [1234.5, '#,##0.00', '1234,5'],
    [0.1 + 0.2, undefined, '0,3'],
    [0.125, '0%', '12,5%'],
    [45_596, 'm/d/yyyy', '31/10/2024'],
    [true, undefined, 'VRAI'],
    ['#VALUE!', undefined, '#VALEUR!'],
    ['12,5', undefined, '12,5'],
  ])('%s', (valeur, format, texte) => {
    expect(texteDeSaisie(valeur, format)).toBe(texte)
  })

  it('is read back to the same number', () => {
    const cents = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }).map((n) => n / 100)
    fc.assert(
      fc.property(cents, (nombre) => {
        expect(lire(texteDeSaisie(nombre, undefined)).valeur).toBe(nombre === 0 ? 0 : nombre)
      }),
    )
  })

  it('is read back to the same day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 60_000 }), (jour) => {
        expect(lire(texteDeSaisie(jour, 'dd/mm/yyyy'), 'dd/mm/yyyy').valeur).toBe(jour)
      }),
    )
  })
})
