import type { ReferenceCellule } from '../classeur/adresse.ts'
import type { LectureMontant } from '../montant/montant.ts'
import type { Enveloppe } from '../referentiel/referentiel.ts'

/** The plan d'action of a department as the rules see it: domain nouns, each value with the cell it came from. */

/** A text with the cell that holds it. */
export interface TexteLu {
  texte: string
  cellule: ReferenceCellule
}

/** An amount with the cell that holds it and the text that was read. */
export interface MontantLu extends LectureMontant {
  texte: string
  cellule: ReferenceCellule
}

/** Who pays. 'Etat' covers FIR, P304, ONDAM and a « Part État » without enveloppe. */
export type Financeur = 'Etat' | 'Departement' | 'Autre'

/** One row of the plan for one funder: action × exercice × financeur. */
export interface Financement {
  /** Year, or null where the row covers the whole contract (« TOTAL », « 2020-2022 »). */
  exercice: number | null
  /** The exercice as it is printed, with its cell, where there is one. */
  periode: TexteLu | null
  financeur: Financeur
  /** null: the row does not say which enveloppe of the State pays. */
  enveloppe: Enveloppe | null
  /** The enveloppe as it is printed: kept when it is not one that is known. */
  enveloppeLue: TexteLu | null
  prevu: MontantLu | null
}

/** What was spent on an action in an exercice, all funders together. */
export interface Depense {
  exercice: number | null
  periode: TexteLu | null
  fleche: MontantLu | null
  engage: MontantLu | null
  execute: MontantLu | null
}

export interface Action {
  /** A text: « 9 BIS ». */
  numero: string
  intitule: string
  engagement: TexteLu | null
  /** The objectif as printed, on every row that prints it. */
  objectifsLus: TexteLu[]
  /** The objectif's number read from it, null where none can be read. */
  objectif: number | null
  financements: Financement[]
  depenses: Depense[]
  /** Every cell of the action's number and title, to take the reader there. */
  cellules: ReferenceCellule[]
}

export interface PlanAction {
  actions: Action[]
  /** Exercices that the workbook holds, ascending. */
  exercices: number[]
}
