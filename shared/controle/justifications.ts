import type { ReferenceCellule } from '../classeur/adresse.ts'

/**
 * The written answer of a named person to a constat « à justifier »: kept inside the workbook, shown in the report,
 * signed with the version. A bloquant takes none.
 */
export interface Justification {
  regle: string
  cellules: ReferenceCellule[]
  /** What was found when it was written: another finding on the same cells is not answered by it. */
  constate: string
  texte: string
  auteur: string
  /** ISO 8601, UTC. */
  le: string
}

/** Key of Classeur.donnees under which the justifications are kept, as a JSON array. */
export const CLE_JUSTIFICATIONS = 'justifications'
