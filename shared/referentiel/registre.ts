import { REFERENTIEL_2020_2022 } from './2020-2022.ts'
import { REFERENTIEL_2022 } from './2022.ts'
import { REFERENTIEL_2024 } from './2024.ts'
import { choisir, direNonCharge, exerciceSansPrecision } from './choisir.ts'
import type { Noyau, Referentiel } from './referentiel.ts'

/** The référentiels that ship with the product, in the order of their texts. */
export const REFERENTIELS: readonly Referentiel[] = Object.freeze([
  REFERENTIEL_2020_2022,
  REFERENTIEL_2022,
  REFERENTIEL_2024,
])

/** The référentiel that governs an exercice, undefined where none is loaded. */
export function referentielDe(
  exercice: number,
  referentiels: readonly Referentiel[] = REFERENTIELS,
): Referentiel | undefined {
  return choisir(exercice, referentiels)
}

/** The exercice that is meant when none is named: 2020, until an administrator loads the référentiel of a later year. */
export function exerciceParDefaut(referentiels: readonly Noyau[] = REFERENTIELS): number {
  return exerciceSansPrecision(referentiels)
}

/** What to say when no référentiel governs an exercice. */
export function phraseNonCharge(exercice: number, referentiels: readonly Noyau[] = REFERENTIELS): string {
  return direNonCharge(exercice, referentiels)
}

/**
 * The list with one more référentiel, in the order of the exercices; a later version takes the place of the one
 * with the same id. Whoever loads one has read it with lireReferentiel first.
 */
export function ajouterReferentiel(
  referentiels: readonly Referentiel[],
  nouveau: Referentiel,
): readonly Referentiel[] {
  const autres = referentiels.filter((r) => r.id !== nouveau.id)
  return Object.freeze(
    [...autres, nouveau].sort((a, b) => Math.min(...a.exercices) - Math.min(...b.exercices)),
  )
}
