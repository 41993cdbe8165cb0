import type { Enveloppe, Reference } from './reference.ts'

/** What a text says of money: how an enveloppe is shared out, between which bounds, and which effort must not fall. */

/** An amount that a text writes, in cents. */
export interface MontantEcrit {
  centimes: number
  reference: Reference
}

/** One criterion of the sharing out. The weights of an enveloppe sum to 1,000. */
export interface Critere {
  libelle: string
  /** Weight in thousandths: 28,5 % is 285. */
  poids: number
  reference: Reference
}

/** Between which amounts an enveloppe stands. */
export interface Bornes {
  enveloppe: Enveloppe
  /** The exercices whose amounts it governs; the bounds of one year never apply to another. */
  exercices: number[]
  plancher: MontantEcrit | null
  plafond: MontantEcrit | null
  /** The amount delegated in the first of these years in which there was one is the ceiling. */
  plafondDelegue: { exercices: number[]; reference: Reference } | null
}

export interface Dotation extends Bornes {
  /** How the amount of a department is set, as a French sentence. */
  modalite: { phrase: string; reference: Reference }
  nationale: MontantEcrit | null
  criteres: Critere[]
}

export interface Finances {
  dotations: Dotation[]
  /** Own spending on ASE and PMI must not fall below that of this year; null where the documents write none. */
  anneeDeReference: { annee: number; reference: Reference } | null
}
