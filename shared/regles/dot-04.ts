import { verifierPlafond } from './dotation.ts'
import type { Regle } from './regle.ts'

/** DOT-04: ceiling of a department's programme 304 for the years that annexe 4 (III-A) sets. */
export const DOT_04: Regle = {
  id: 'DOT-04',
  titre: 'Le total inscrit sur l’enveloppe programme 304 ne dépasse pas le plafond de l’année',
  verifier: (contexte) => verifierPlafond(contexte, 'P304'),
}
