import type { Echeance } from '../referentiel/calendrier.ts'
import { situer } from '../referentiel/calendrier.ts'
import { debutDuJour, jourDeParis } from './heure-de-paris.ts'
import { decaler } from './serie.ts'

/** Where an instant stands against an échéance, and what is left of it. */

type Datee = Pick<Echeance, 'date' | 'formule' | 'jourDispute'>

export interface Rebours {
  situation: ReturnType<typeof situer>
  /** Instant (ms) at which the time that nobody disputes ends, then, on the disputed day, that day's end; null without a date. */
  fin: number | null
  /** ms left until `fin`, 0 once it is past. */
  reste: number
}

/**
 * @param maintenant ms since the epoch; the day is judged in Paris, wherever the computer is
 */
export function rebours(echeance: Datee, maintenant: number): Rebours {
  const situation = situer(echeance, jourDeParis(maintenant))
  if (echeance.date === null) return { situation, fin: null, reste: 0 }
  const premierJourTard =
    situation !== 'jour-dispute' && (echeance.formule === 'avant' || echeance.jourDispute !== null)
      ? (echeance.jourDispute?.date ?? echeance.date)
      : decaler(echeance.date, 1)
  const fin = debutDuJour(premierJourTard)
  return { situation, fin, reste: Math.max(0, fin - maintenant) }
}

/** « 3 jours », « 1 jour et 4 h », « 5 h 12 », « 8 minutes » of a duration in ms: what is left, never rounded up. */
export function direDuree(ms: number): string {
  const minutes = Math.floor(ms / 60_000)
  const heures = Math.floor(minutes / 60)
  const jours = Math.floor(heures / 24)
  if (jours >= 2) return `${jours} jours`
  if (jours === 1) return heures % 24 === 0 ? '1 jour' : `1 jour et ${heures % 24} h`
  if (heures >= 1) return `${heures} h ${String(minutes % 60).padStart(2, '0')}`
  return minutes < 1 ? 'moins d’une minute' : `${minutes} minute${minutes < 2 ? '' : 's'}`
}
