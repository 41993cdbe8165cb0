import { exigerIndicateurs } from './indicateurs.ts'
import type { Regle } from './regle.ts'

/** OBJ-20: objectif 14, once retained, follows the children taken in, with a target (annexe 6, objectif 14). */
export const OBJ_20: Regle = {
  id: 'OBJ-20',
  titre: 'Objectif 14 : le nombre d’enfants accueillis est suivi, avec une cible',
  verifier: (contexte) => exigerIndicateurs(contexte, 14),
}
