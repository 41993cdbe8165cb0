import { describe, expect, it } from 'vitest'
import { NOYAUX } from './noyaux.ts'
import { lireObjectifOuTitre, objectifDuTitre } from './titres.ts'

const TITRES = NOYAUX.flatMap(({ id, objectifs }) =>
  objectifs.flatMap(({ numero, titre, variantes }) =>
    [titre, ...variantes].map((texte) => ({ id, numero, texte })),
  ),
)

describe('an objectif named by its official title alone', () => {
  it.each(TITRES)('$id: $texte', ({ numero, texte }) => {
    expect(objectifDuTitre(texte)).toBe(numero)
  })

  it('has that title once, in all the référentiels', () => {
    const numeros = Map.groupBy(TITRES, (t) => t.texte.toLowerCase())
    for (const [texte, siens] of numeros) expect(new Set(siens.map((s) => s.numero)).size, texte).toBe(1)
  })

  it.each([
    "RENFORCER L'ODPE",
    ' Renforcer l’O.D.P.E. '.replaceAll('.', ''),
    'Renforcer  l’ODPE.',
    'Objectif : renforcer l’ODPE',
    'Objectif fondamental – Renforcer l’ODPE',
  ])('is the same however it is written: %s', (texte) => {
    expect(objectifDuTitre(texte)).toBe(11)
  })

  it.each([
    'Renforcer l’ODPE et la CRIP',
    'Renforcer un peu l’ODPE',
    'Renforcer',
    'Objectif',
    '',
    'x'.repeat(10_000),
    `Renforcer l’ODPE ${'et '.repeat(200)}`,
  ])('is not guessed from words that are merely alike: %#', (texte) => {
    expect(objectifDuTitre(texte)).toBeNull()
  })

  it('gives way to a number', () => {
    expect(lireObjectifOuTitre('Objectif 9 : Renforcer l’ODPE')).toBe(9)
    expect(lireObjectifOuTitre('Renforcer l’ODPE')).toBe(11)
    expect(lireObjectifOuTitre(9)).toBe(9)
    expect(lireObjectifOuTitre(null)).toBeNull()
  })
})
