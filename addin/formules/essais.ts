import { expect } from 'vitest'
import { CATALOGUE } from './catalogue.ts'
import type { CodeErreur } from './erreur.ts'

/** For the tests: a function of the catalogue as a cell calls it; a bare value stands for a single cell. */
export function fonction(id: string): (...args: unknown[]) => unknown[][] {
  const trouvee = CATALOGUE.find((f) => f.id === id)
  if (!trouvee) throw new Error(`no function ${id}`)
  return (...args) => trouvee.calculer(...args.map((a) => (Array.isArray(a) ? (a as unknown[][]) : [[a]])))
}

/** The only cell of a result. */
export function seul(resultat: unknown[][]): unknown {
  expect(resultat.length).toBe(1)
  expect(resultat[0]!.length).toBe(1)
  return resultat[0]![0]
}

/** A matcher for an error of a cell: its code, and what its sentence says. */
export function erreur(code: CodeErreur, phrase: RegExp): unknown {
  return expect.objectContaining({ code, message: expect.stringMatching(phrase) as string })
}

/** A column of cells. */
export const colonne = (...valeurs: unknown[]): unknown[][] => valeurs.map((v) => [v])
