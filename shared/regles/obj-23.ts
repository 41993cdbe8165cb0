import { exigerIndicateurs } from './indicateurs.ts'
import type { Regle } from './regle.ts'

/** OBJ-23: objectif 21, once retained, follows the places created; annexe 6 says « relais parentaux », annexe 5.2 « centre parental »: both are accepted. */
export const OBJ_23: Regle = {
  id: 'OBJ-23',
  titre: 'Objectif 21 : les places en centre parental sont suivies, avec une cible',
  verifier: (contexte) => exigerIndicateurs(contexte, 21),
}
