import type { Noyau } from './referentiel.ts'

/** Which référentiel governs a year, without naming any: the lists come from noyaux.ts or from registre.ts. */

/**
 * The exercice that is meant when none is named: 2020, the first year of the only text that writes every
 * eligibility itself. A formula without a year keeps its answer when a later text ships with the product.
 */
export const EXERCICE_PAR_DEFAUT = 2020

/** The last exercice of the référentiels that ship; one loaded by an administrator goes beyond it. */
export const DERNIER_EXERCICE_LIVRE = 2024

/** The référentiel that governs an exercice, undefined where none is loaded. */
export function choisir<R extends Noyau>(exercice: number, referentiels: readonly R[]): R | undefined {
  // A loop, not find: this stands on the path of every cell.
  for (const r of referentiels) if (r.exercices.includes(exercice)) return r
  return undefined
}

/** The exercice meant when none is named: 2020, or the first of the newest référentiel that an administrator loaded. */
export function exerciceSansPrecision(referentiels: readonly Noyau[]): number {
  const charges = referentiels.flatMap((r) =>
    Math.max(...r.exercices) > DERNIER_EXERCICE_LIVRE ? [Math.min(...r.exercices)] : [],
  )
  return charges.length === 0 ? EXERCICE_PAR_DEFAUT : Math.max(...charges)
}

/** What to say when no référentiel governs an exercice, and how to get one. */
export function direNonCharge(exercice: number, referentiels: readonly Noyau[]): string {
  const connus = referentiels.map((r) => `${r.id} (${r.exercices.join(', ')})`).join(' ; ')
  return `Référentiel non chargé pour l’exercice ${exercice} : aucun texte connu de ce produit ne le régit (référentiels chargés : ${connus}). Indiquez un exercice couvert, ou demandez à un administrateur de charger le référentiel de cette année (modèle Excel à remplir ou fichier JSON).`
}
