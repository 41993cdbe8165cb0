import { REFERENTIEL_2020_2022 } from './2020-2022.ts'
import type { Referentiel } from './referentiel.ts'

/** The référentiels that ship with the product, in the order of their texts. */
export const REFERENTIELS: readonly Referentiel[] = [REFERENTIEL_2020_2022]

/** The référentiel that governs an exercice, undefined where none is loaded. */
export function referentielDe(
  exercice: number,
  referentiels: readonly Referentiel[] = REFERENTIELS,
): Referentiel | undefined {
  return referentiels.find((r) => r.exercices.includes(exercice))
}

/** The exercice that is meant when none is named: the first one of the newest référentiel. */
export function exerciceParDefaut(referentiels: readonly Referentiel[] = REFERENTIELS): number {
  return referentiels.at(-1)!.exercices[0]!
}

/** What to say when no référentiel governs an exercice. */
export function phraseNonCharge(
  exercice: number,
  referentiels: readonly Referentiel[] = REFERENTIELS,
): string {
  const connus = referentiels.map((r) => r.id).join(', ')
  return `Référentiel non chargé pour l’exercice ${exercice} : aucun texte connu de ce produit ne le régit (référentiels chargés : ${connus}). Indiquez un exercice couvert, ou chargez le référentiel de cette année.`
}
