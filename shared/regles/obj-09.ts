import { exigerMinimum } from './objectifs-retenus.ts'
import type { Regle } from './regle.ts'

/** OBJ-09: at least six actions beyond the obligatory ones (contract of Cantal, actions facultatives). */
export const OBJ_09: Regle = {
  id: 'OBJ-09',
  titre: 'Le plan retient au moins le nombre d’objectifs facultatifs que le texte demande',
  verifier: exigerMinimum,
}
