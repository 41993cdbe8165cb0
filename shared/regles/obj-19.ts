import { exigerIndicateurs } from './indicateurs.ts'
import type { Regle } from './regle.ts'

/** OBJ-19: objectif 12, once retained, follows the hours of TISF and the families, with targets (annexe 6, objectif 12). */
export const OBJ_19: Regle = {
  id: 'OBJ-19',
  titre: 'Objectif 12 : heures de TISF et familles bénéficiaires sont suivies, avec des cibles',
  verifier: (contexte) => exigerIndicateurs(contexte, 12),
}
