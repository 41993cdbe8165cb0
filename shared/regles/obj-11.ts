import { exigerCibles } from './cibles.ts'
import type { Regle } from './regle.ts'

/** Objectifs whose harmonised indicator bears the target: OBJ-19 to OBJ-26 say so, indicator by indicator. */
const A_LEUR_REGLE = new Set([6, 12, 14, 18, 21, 22, 23])

/** OBJ-11: the objectifs have indicators and targets in figures (circular, III). */
export const OBJ_11: Regle = {
  id: 'OBJ-11',
  titre: 'Les objectifs retenus ont une cible chiffrée chaque année, là où le texte en demande',
  verifier: (contexte) => exigerCibles(contexte, A_LEUR_REGLE),
}
