import type { Centimes } from '../montant/montant.ts'
import { anneesNommees, estPluriannuel } from './exercice.ts'
import type { Action, Financement, MontantLu } from './plan.ts'

/** Which amounts count, once each: an amount said to cover several years is often repeated on the row of each year. */

/**
 * The financements of an action whose planned amount counts; a repetition of a multi-year amount is left out. One that
 * names no year (« 450 000 € pour 2 ans ») under a row of the same figure says again what that row holds.
 */
export function financementsComptes(action: Action): readonly Financement[] {
  // Nearly no action has one: this stands on the path of several rules, for each row.
  if (!action.financements.some((f) => f.prevu !== null && estPluriannuel(f.prevu.texte)))
    return action.financements
  const vus = new Set<string>()
  return action.financements.filter((f) => {
    if (f.prevu === null || f.prevu.centimes === null || f.prevu.centimes === 0) return true
    const pluriannuel = estPluriannuel(f.prevu.texte)
    const annees = pluriannuel ? anneesNommees(f.prevu.texte).join() : ''
    const cle = `${f.financeur}|${f.enveloppe}|${f.prevu.centimes}|${annees}`
    if (pluriannuel && vus.has(cle)) return false
    vus.add(cle)
    return true
  })
}

/** The repetitions that financementsComptes leaves out. */
export function repetitions(action: Action): Financement[] {
  const comptes = new Set(financementsComptes(action))
  if (comptes.size === action.financements.length) return []
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
