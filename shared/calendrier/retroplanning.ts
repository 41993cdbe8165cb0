import type { EtapeRetroplanning } from '../referentiel/calendrier.ts'
import { decaler } from './serie.ts'

/** The model rétroplanning of annexe 3.2: every date follows day J, the prise d'effet (RET-01). */

/** The civil date of each step, in the order of the annexe. */
export function retroplanning(
  jourJ: string,
  etapes: readonly EtapeRetroplanning[],
): { etape: EtapeRetroplanning; date: string }[] {
  return etapes.map((etape) => ({ etape, date: decaler(jourJ, -etape.joursAvant) }))
}

/** Day J, from the date of one of its steps: the inverse of {@link retroplanning}. */
export function jourJDepuis(etape: EtapeRetroplanning, date: string): string {
  return decaler(date, etape.joursAvant)
}
