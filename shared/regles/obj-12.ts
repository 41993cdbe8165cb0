import { exigerLigne } from './cibles.ts'
import type { Regle } from './regle.ts'

/** OBJ-12: each objectif that the text imposes has its row of the tableau de bord (contrat-type, article 2.1). */
export const OBJ_12: Regle = {
  id: 'OBJ-12',
  titre: 'Chaque objectif imposé a sa ligne dans le tableau de bord',
  verifier: (contexte) => exigerLigne(contexte, false),
}
