import type { Enveloppe } from '../referentiel/referentiel.ts'
import type { Plage } from './classeur.ts'

/** What a column of theirs was taken for. */
export type RoleColonne =
  | 'numero'
  | 'intitule'
  | 'engagement'
  | 'objectif'
  | 'exercice'
  | 'enveloppe'
  | 'financeur'
  | 'etat'
  | 'departement'
  | 'autres'
  | 'FIR'
  | 'P304'
  | 'ONDAM'
  | 'fleche'
  | 'engage'
  | 'execute'
  | 'montant'

/** How sure: the officer said so; the header's words say so and the values agree; something is missing or odd; she is asked. */
export type Surete = 'choisie' | 'sure' | 'probable' | 'a-confirmer'

export interface ColonneReconnue {
  /** 0-based. */
  colonne: number
  /** The header as it is printed. */
  entete: string
  /** null: not used. */
  role: RoleColonne | null
  /** Year that the header states (« Part État 2021 »), where it holds for the whole column. */
  exercice: number | null
  /** 1 for euros, 1000 for a header in k€, 1000000 for M€. */
  unite: number
  surete: Surete
  /** Why it is not sure, as the end of a sentence: « aucune enveloppe n’est indiquée ». */
  doute: string | null
  /** Up to three different values of its body, as they show. */
  exemples: string[]
}

/** Columns, bounds included, 0-based. */
export interface Bornes {
  colonne: number
  derniereColonne: number
}

export interface TableReconnue {
  feuille: string
  /** The columns of the sheet that are this table's, where another one stands beside it; null: all of them. */
  bornes: Bornes | null
  /** Header rows and body, bounds included, 0-based. */
  plage: Plage
  derniereLigneEntete: number
  colonnes: ColonneReconnue[]
  /** What its heading, or the name of its sheet, says of the part of the State in all of its rows. */
  enveloppe: Enveloppe | null
  /** The objectif of all of its rows, as its heading or the name of its sheet says it, where no column does. */
  objectif: { texte: string; ligne: number; colonne: number } | null
  /** Rows left aside because they are totals or sub-totals, 0-based. */
  lignesTotal: number[]
  /** Rows that tell more of the one above them, or what was carried out of it: their amounts do not add to it. 0-based. */
  lignesDetail: number[]
  /** Rows of words alone that are no heading of the plan, and rows under a total that no action follows: read by nobody. 0-based. */
  lignesNote: number[]
}

/** A sheet, or a table of a sheet, that is not read as the plan, and why. */
export interface FeuilleEcartee {
  feuille: string
  /** 'repetition': it repeats another sheet; 'choix': the officer said so. */
  raison: 'masquee' | 'repetition' | 'recapitulation' | 'synthese' | 'choix' | 'sans-tableau'
  /** The sheet that is read in its place. */
  auProfitDe: string | null
  /** Where only one of the sheet's tables is left aside. */
  plage: Plage | null
}

/** One fiche action whose financements were read as the plan, there being no table. */
export interface FicheLue {
  feuille: string
  numero: string
  /** Labels that were found on it, with their cells. */
  reperes: { role: RoleColonne; libelle: string; cellule: string }[]
}

/** What was understood of a workbook, shown before it is judged. */
export interface Comprehension {
  tables: TableReconnue[]
  feuillesIgnorees: string[]
  /** Every sheet that is not read as the plan, or one of its tables, with the reason. */
  ecartees: FeuilleEcartee[]
  /** The fiches action that make the plan, where no table does. */
  fiches: FicheLue[]
  /** What changed since the officer's corrections were kept, and what could not be read of them, in French sentences. */
  changements: string[]
  /** French sentences, as in « Plan d'action reconnu dans … ». */
  phrases: string[]
}
