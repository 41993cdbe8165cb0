import { verifierPlafond } from './dotation.ts'
import type { Regle } from './regle.ts'

/** DOT-02: ceiling of a department's FIR for the years that annexe 4 (II-A) sets. */
export const DOT_02: Regle = {
  id: 'DOT-02',
  titre: 'Le total inscrit sur l’enveloppe FIR ne dépasse pas le plafond de l’année',
  verifier: (contexte) => verifierPlafond(contexte, 'FIR'),
}
