import type { Centimes } from '../montant/montant.ts'
import { estPluriannuel } from './exercice.ts'
import type { Action, Financement, MontantLu } from './plan.ts'

/** Which amounts count, once each: an amount said to cover several years is often repeated on the row of each year. */

/** The financements of an action whose planned amount counts; a repetition of a multi-year amount is left out. */
export function financementsComptes(action: Action): Financement[] {
  const vus = new Set<string>()
  return action.financements.filter((f) => {
    if (f.prevu === null || f.prevu.centimes === null || !estPluriannuel(f.prevu.texte)) return true
    const cle = `${f.financeur}|${f.enveloppe}|${f.prevu.centimes}`
    if (vus.has(cle)) return false
    vus.add(cle)
    return true
  })
}

/** The repetitions that financementsComptes leaves out. */
export function repetitions(action: Action): Financement[] {
  const comptes = new Set(financementsComptes(action))
  return action.financements.filter((f) => !comptes.has(f))
}

/** Sum of the amounts that could be read, in cents. */
export function somme(montants: readonly (MontantLu | null)[]): Centimes {
  return montants.reduce((total, m) => total + (m?.centimes ?? 0), 0)
}

/** Does the text speak of means without a figure in euros (« 8 ETP de la CRIP ») ? */
export function estNonChiffre(montant: MontantLu): boolean {
  return montant.nature === 'non-chiffre'
}
