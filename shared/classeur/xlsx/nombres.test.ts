import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nombreDeTexte, nombreDOctets } from './nombres.ts'

const octets = (texte: string) => new TextEncoder().encode(texte)
const deOctets = (texte: string) => nombreDOctets(octets(texte), 0, texte.length)

describe('nombreDOctets', () => {
  it.each(['0', '-0', '1', '12.5', '-0.1', '.5', '5.', '123456789012345', '0.30000000000000', '82500.07'])(
    'reads %s exactly as Number does',
    (texte) => expect(deOctets(texte)).toBe(Number(texte)),
  )

  it.each([
    '',
    '-',
    '.',
    '-.',
    '1.2.3',
    '1e3',
    '0x10',
    ' 1',
    '1 ',
    '+1',
    '12,5',
    'NaN',
    '1234567890123456',
    '1-',
  ])('leaves « %s » to be read from its text', (texte) => expect(deOctets(texte)).toBeNaN())

  it('never differs from Number where it answers', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.double({ noNaN: true }).map(String), fc.stringMatching(/^-?\d{0,8}\.?\d{0,8}$/)),
        (texte) => {
          const n = deOctets(texte)
          return Number.isNaN(n) || Object.is(n, Number(texte))
        },
      ),
    )
  })

  it('reads between its bounds only', () => {
    expect(nombreDOctets(octets('<v>42</v>'), 3, 5)).toBe(42)
  })
})

describe('nombreDeTexte', () => {
  it.each([
    ['1E3', 1000],
    ['-1.5e-7', -1.5e-7],
    [' 12 ', 12],
    ['0.1234567890123456789', 0.12345678901234568],
  ])('reads %s', (texte, n) => expect(nombreDeTexte(texte)).toBe(n))

  it('takes blanks for an empty cell', () => expect(nombreDeTexte(' \n')).toBeNull())

  it.each(['0x10', '0b1', 'Infinity', '1e999', '12,5', '1 000', 'abc', '1_000'])(
    'keeps « %s » as the text that it is: no number is guessed',
    (texte) => expect(nombreDeTexte(texte)).toBe(texte),
  )
})
