import type { ReferenceCellule } from '../classeur/adresse.ts'
import type { Centimes } from '../montant/montant.ts'
import type { PlanAction } from '../plan/plan.ts'
import type { Comprehension } from '../classeur/comprehension.ts'
import type { Enveloppe, Gravite, Reference } from '../referentiel/referentiel.ts'
import type { Justification } from './justifications.ts'

/** A safe correction: offered, never applied without a click, and taken back by one. */
export interface Correction {
  cellule: ReferenceCellule
  /** Further cells that are to hold the same: the title of an objectif on each row of its action. */
  autres?: ReferenceCellule[]
  /** What the cell is to hold. */
  valeur: string | number
  /** What the click does, as a French sentence. */
  libelle: string
}

/** One finding: rule, gravité, every cell it speaks of, what was found, what was expected, the text that asks for it. */
export interface Constat {
  regle: string
  gravite: Gravite
  cellules: ReferenceCellule[]
  /** French sentence: what is wrong and what to do. */
  message: string
  constate: string
  attendu: string
  reference: Reference
  correction: Correction | null
  /** The written answer to it, where it is « à justifier » and has one. */
  justification?: Justification
  /** An answer that was written to another finding of the same rule and cells: to be read again. */
  justificationARevoir?: Justification
}

/**
 * A justification of the workbook beside the check: it answers a constat ('en-vigueur'), its constat has changed
 * ('a-revoir') or is no longer there ('sans-objet').
 */
export interface JustificationSuivie extends Justification {
  etat: 'en-vigueur' | 'a-revoir' | 'sans-objet'
}

/** Co-financing of one objectif over the contract's duration, in cents. Without an unreadable amount every figure is exact. */
export interface CofinancementObjectif {
  objectif: number
  titre: string
  /** The State's part that counts: at least this, each unreadable amount taken at its smallest reading. */
  etat: Centimes
  /** The department's part, as far as it is put in figures. */
  departement: Centimes
  /** What is missing whatever the reading of the unreadable amounts, 0 when there is enough. */
  manque: Centimes
  /** The figures fall short but an unreadable amount may make it up: nothing is concluded. */
  indetermine: boolean
  /** Cells whose amount could not be read for sure. */
  illisibles: ReferenceCellule[]
  cellules: ReferenceCellule[]
}

export type StatutRapport = 'conforme' | 'a-justifier' | 'bloquant'

export interface Totaux {
  FIR: Centimes
  P304: Centimes
  ONDAM: Centimes
  /** State's part for which no enveloppe is written. */
  etatNonVentile: Centimes
  departement: Centimes
  autres: Centimes
}

/** An amount that the contract sheet writes for an enveloppe in a year. */
export interface MontantNotifie {
  enveloppe: Enveloppe
  annee: number
  centimes: Centimes
  cellule: ReferenceCellule
}

/** A date of the contract sheet: civil (ISO), with its cell. */
export interface DateDuContrat {
  jour: string
  cellule: ReferenceCellule
}

/** What the workbook writes beside its plan that the plan is to be held against. */
export interface Reperes {
  notifies: MontantNotifie[]
  signature: DateDuContrat | null
  /** The prise d'effet: day J of the rétroplanning. */
  effet: DateDuContrat | null
}

/** What the check of a workbook says; the same object in the pane, the CLI and the Lambda. */
export interface Rapport {
  exercice: number
  referentiel: string
  statut: StatutRapport
  constats: Constat[]
  /** Every justification that the workbook keeps. */
  justifications: JustificationSuivie[]
  totaux: Totaux
  reperes: Reperes
  cofinancement: CofinancementObjectif[]
  /** How « qui lui sont versés » was read: ONDAM left out ('exclu', the default) or counted. */
  lectureOndam?: 'exclu' | 'inclus'
  plan: PlanAction
  /** What was understood of the workbook before anything was judged. */
  comprehension: Comprehension
}
