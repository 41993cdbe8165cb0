import type { Reference } from './reference.ts'

/** What a text dates: duration of the contract, sendings with their pieces and channels, rétroplanning. */

/** Where a piece is sent: the mailbox of the DGCS, the EUSurvey form, the préfet, the ARS. */
export type Canal = 'boite-dgcs' | 'eusurvey' | 'prefet' | 'ars'
export const CANAUX: readonly Canal[] = ['boite-dgcs', 'eusurvey', 'prefet', 'ars']

/** The word that the text puts before the date. 'des-que-possible' has none. */
export type FormuleEcheance = 'avant' | 'au' | 'au-plus-tard' | 'des-que-possible'
export const FORMULES_ECHEANCE: readonly FormuleEcheance[] = [
  'avant',
  'au',
  'au-plus-tard',
  'des-que-possible',
]

/** One thing due in one exercice. `id` and `exercice` together name it. */
export interface Echeance {
  id: string
  /** What is due, with its article: « le projet de contrat avec des montants stabilisés ». */
  quoi: string
  exercice: number
  /** Civil date (ISO), judged in Europe/Paris; null where the text writes none or counts from another event. */
  date: string | null
  /** Counted from the signature of the contract, where the text says so. */
  delai: { depuis: 'signature'; mois: number } | null
  formule: FormuleEcheance
  /** The words of the text: « impérativement avant le 31 octobre 2024, délai de rigueur ». */
  libelle: string
  /** « délai de rigueur »: what comes later is not taken into account. */
  rigueur: boolean
  /** The day on which the wordings of the text part: in time by one, late by another. null where they agree. */
  jourDispute: { date: string; explication: string } | null
  /** Ids of the pieces to send. */
  pieces: string[]
  canaux: Canal[]
  reference: Reference
}

export interface Piece {
  id: string
  nom: string
  exigence: 'requise' | 'facultative'
  /** Where its model stands, null where the documents hold none. */
  modele: string | null
  reference: Reference
}

/** One step of the model rétroplanning, counted back from day J. */
export interface EtapeRetroplanning {
  id: string
  nom: string
  /** Days before day J; 0 is day J. */
  joursAvant: number
  /** The date that the text prints for its own example. */
  dateImprimee: string
  reference: Reference
}

export interface Calendrier {
  /** Last day of the contract; null where the documents do not write it. */
  dureeContrat: {
    fin: string
    /** French sentence where another document says otherwise. */
    reserve: string | null
    reference: Reference
  } | null
  echeances: Echeance[]
  pieces: Piece[]
  retroplanning: EtapeRetroplanning[]
}

/** Where a day stands against an échéance. */
export type SituationEcheance = 'dans-les-temps' | 'jour-dispute' | 'en-retard' | 'sans-date'

/** Is something done on this civil date (ISO) in time? « Avant le 30 » ends on the 29, unless the texts part on the 30. */
export function situer(
  echeance: Pick<Echeance, 'date' | 'formule' | 'jourDispute'>,
  jour: string,
): SituationEcheance {
  if (echeance.date === null) return 'sans-date'
  if (echeance.jourDispute?.date === jour) return 'jour-dispute'
  const tard = echeance.formule === 'avant' ? jour >= echeance.date : jour > echeance.date
  return tard ? 'en-retard' : 'dans-les-temps'
}
