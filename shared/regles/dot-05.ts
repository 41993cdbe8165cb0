import { verifierPlancher } from './dotation.ts'
import type { Regle } from './regle.ts'

/** DOT-05: floor of the ONDAM that is notified to a department for the years that annexe 4 (IV-A) sets. */
export const DOT_05: Regle = {
  id: 'DOT-05',
  titre: 'L’ONDAM notifié atteint le plancher par département',
  verifier: (contexte) => verifierPlancher(contexte, 'ONDAM'),
}
