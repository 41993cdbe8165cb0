import { exigerIndicateurs } from './indicateurs.ts'
import type { Regle } from './regle.ts'

/** OBJ-30: objectif 5 follows the number of examinations, for information and without a target (annexe 6, objectif 5). */
export const OBJ_30: Regle = {
  id: 'OBJ-30',
  titre: 'Objectif 5 : le nombre d’examens est suivi à titre d’information',
  verifier: (contexte) => exigerIndicateurs(contexte, 5, (i) => i.cible === 'facultative'),
}
