import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normaliser } from './texte.ts'

test.each([
  ['  Libellé  de\u00a0l’ACTION ', "libelle de l'action"],
  ['« Objectif N°\u202f9 »', 'objectif n 9'],
  ['Mise en œuvre', 'mise en oeuvre'],
  ['Montants (€)', 'montants (€)'],
  ['PART DEPARTEMENT', 'part departement'],
  ['', ''],
])('« %s » se compare comme « %s »', (texte, normal) => {
  expect(normaliser(texte)).toBe(normal)
  expect(normaliser(texte)).toBe(normal)
})

test('un texte sans accent se lit comme le même texte après un mot accentué', () => {
  const mot = fc.stringMatching(/^[ -~]{0,40}$/)
  fc.assert(fc.property(mot, (t) => normaliser(`é ${t}`) === `e ${normaliser(t)}`.trim()))
})
