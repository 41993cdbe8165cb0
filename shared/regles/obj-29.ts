import { exigerIndicateurs } from './indicateurs.ts'
import type { Regle } from './regle.ts'

/** OBJ-29: objectif 9 follows the children with an effective double care, target or not (annexe 6, objectif 9). */
export const OBJ_29: Regle = {
  id: 'OBJ-29',
  titre: 'Objectif 9 : le nombre d’enfants en double prise en charge effective est suivi',
  verifier: (contexte) => exigerIndicateurs(contexte, 9),
}
