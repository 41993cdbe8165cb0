import { verifierEnvoi } from './echeances.ts'
import type { Regle } from './regle.ts'

/** CAL-02: the contacts of each institution are sent to the DGCS in time (circular, I-B). */
export const CAL_02: Regle = {
  id: 'CAL-02',
  titre: 'Les coordonnées des contacts sont envoyées à temps',
  verifier: (contexte) => verifierEnvoi(contexte, 'contacts', ['contacts']),
}
