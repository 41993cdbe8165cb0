import { verifierImputation } from './imputation.ts'
import type { Regle } from './regle.ts'

/** ENV-14: the FIR is charged to the account « Soutien à la mission santé des PMI » (contract of 2024, article 4). */
export const ENV_14: Regle = {
  id: 'ENV-14',
  titre: 'Le FIR est imputé sur le compte de destination du contrat',
  verifier: (contexte) => verifierImputation(contexte, 'imputation-fir', '1-2-34', 'FIR'),
}
