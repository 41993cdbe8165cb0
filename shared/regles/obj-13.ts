import { exigerCibles } from './cibles.ts'
import type { Regle } from './regle.ts'

/** OBJ-13: in 2024 only the objectifs of PMI need targets (contract of 2024, article 2.1). */
export const OBJ_13: Regle = {
  id: 'OBJ-13',
  titre: 'Les objectifs de PMI ont une cible chiffrée',
  verifier: (contexte) => exigerCibles(contexte),
}
