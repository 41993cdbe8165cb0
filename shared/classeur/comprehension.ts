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
}

export interface TableReconnue {
  feuille: string
  /** Header rows and body, bounds included, 0-based. */
  plage: Plage
  derniereLigneEntete: number
  colonnes: ColonneReconnue[]
  /** Rows left aside because they are totals or sub-totals, 0-based. */
  lignesTotal: number[]
}

/** What was understood of a workbook, shown before it is judged. */
export interface Comprehension {
  tables: TableReconnue[]
  feuillesIgnorees: string[]
  /** French sentences, as in « Plan d'action reconnu dans … ». */
  phrases: string[]
}
