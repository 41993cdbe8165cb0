import { exigerIndicateurs } from './indicateurs.ts'
import type { Regle } from './regle.ts'

/** OBJ-21: objectif 18, once retained, follows the places in villages d’enfants (annexe 6, objectif 18). */
export const OBJ_21: Regle = {
  id: 'OBJ-21',
  titre: 'Objectif 18 : les places en villages d’enfants sont suivies',
  verifier: (contexte) => exigerIndicateurs(contexte, 18),
}
