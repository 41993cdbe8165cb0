import { choisir, direNonCharge, exerciceSansPrecision } from '../../shared/referentiel/choisir.ts'
import { ErreurSaisie } from '../../shared/referentiel/decider.ts'
import { REFERENTIELS_DES_CELLULES } from '../../shared/referentiel/cellules.ts'
import type { ReferentielDesCellules } from '../../shared/referentiel/cellules.ts'
import type { Referentiel } from '../../shared/referentiel/referentiel.ts'
import { estVide, lireExercice } from './cellule.ts'
import { ErreurFormule } from './erreur.ts'

/** The référentiels by which the cells answer: those that ship, until an administrator loads another. */
let employes: readonly ReferentielDesCellules[] = REFERENTIELS_DES_CELLULES
/** The whole of those that were loaded; null while those that ship are employed, which the check holds itself. */
let entiers: readonly Referentiel[] | null = null
let parDefaut = exerciceSansPrecision(employes)

/**
 * Makes the cells answer by these référentiels from now on. Excel keeps what its cells hold: the whole workbook
 * has to be calculated again after this.
 */
export function employerReferentiels(referentiels: readonly Referentiel[]): void {
  employes = referentiels
  entiers = referentiels
  parDefaut = exerciceSansPrecision(referentiels)
}

export function referentielsEmployes(): readonly ReferentielDesCellules[] {
  return employes
}

/** The loaded référentiels with their packs of rules, null while the cells answer by those that ship. */
export function referentielsCharges(): readonly Referentiel[] | null {
  return entiers
}

/**
 * The year of an exercice's cell; where it is blank, the one that is meant then.
 * @throws ErreurSaisie when it is no year
 */
export function anneeDe(exercice: unknown, sinon: number = parDefaut): number {
  if (estVide(exercice)) return sinon
  const annee = lireExercice(exercice)
  if (annee === null)
    throw new ErreurSaisie(
      'L’exercice n’est pas une année : écrivez-la sur quatre chiffres, par exemple 2022, ou laissez l’argument vide.',
    )
  return annee
}

/** The référentiel of an exercice, or the #N/A that says how to load one. */
export function referentielDe(annee: number): ReferentielDesCellules | ErreurFormule {
  return choisir(annee, employes) ?? new ErreurFormule('#N/A', direNonCharge(annee, employes))
}

/** What a calculation gives, a wrong argument being #VALUE! with its sentence. */
export function repondre<T>(calcul: () => T): T | ErreurFormule {
  try {
    return calcul()
  } catch (erreur) {
    if (erreur instanceof ErreurSaisie) return new ErreurFormule('#VALUE!', erreur.message)
    throw erreur
  }
}
