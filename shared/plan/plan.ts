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
  /** Typed as a text, in euros, not calculated: Excel's own sums leave it out. */
  saisi?: 'texte'
}

/** Who pays. 'Etat' covers FIR, P304, ONDAM and a « Part État » without enveloppe. */
export type Financeur = 'Etat' | 'Departement' | 'Autre'

/** One row of the plan for one funder: action × exercice × financeur. */
export interface Financement {
  /** Year, or null where the row covers the whole contract (« TOTAL », « 2020-2022 »). */
  exercice: number | null
  /** The exercice as it is printed, with its cell, where there is one. */
  periode: TexteLu | null
  /** null: the row only holds what was spent, no funder's part. */
  financeur: Financeur | null
  /** null: the row does not say which enveloppe of the State pays. */
  enveloppe: Enveloppe | null
  /** The enveloppe as it is printed: kept when it is not one that is known. */
  enveloppeLue: TexteLu | null
  /** The cell of the objectif on that row, or of the row above that holds it. */
  celluleObjectif: ReferenceCellule | null
  prevu: MontantLu | null
  /** What was spent, all funders of the row together; on the first funder of the row only, so that sums count it once. */
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
  /** What its other columns say in words (observations, description…), cell by cell. */
  textes: TexteLu[]
  /** Every cell of the action's number and title, to take the reader there. */
  cellules: ReferenceCellule[]
}

export interface PlanAction {
  actions: Action[]
  /** Exercices that the workbook holds, ascending. */
  exercices: number[]
}
