import { verifierImputation } from './imputation.ts'
import type { Regle } from './regle.ts'

/** ENV-15: programme 304 is charged to the activity that the contract writes (contrat-type, article 4). */
export const ENV_15: Regle = {
  id: 'ENV-15',
  titre: 'Le programme 304 est imputé sur l’activité du contrat',
  verifier: (contexte) => verifierImputation(contexte, 'imputation-p304', '030450171901', 'programme 304'),
}
