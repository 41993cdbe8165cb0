import { exigerImposes } from './objectifs-retenus.ts'
import type { Regle } from './regle.ts'

/** OBJ-02: the department commits itself on every objectif that the text makes fondamental (annexe 6, introduction). */
export const OBJ_02: Regle = {
  id: 'OBJ-02',
  titre: 'Tous les objectifs fondamentaux sont servis par une action',
  verifier: (contexte) => exigerImposes(contexte, 'fondamental'),
}
