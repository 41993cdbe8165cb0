import { exigerLigne } from './cibles.ts'
import type { Regle } from './regle.ts'

/** OBJ-15: each facultatif that is retained has indicators of its own (annexe 6, introduction). */
export const OBJ_15: Regle = {
  id: 'OBJ-15',
  titre: 'Chaque objectif facultatif retenu a au moins un indicateur',
  verifier: (contexte) => exigerLigne(contexte, true),
}
