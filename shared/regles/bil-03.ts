import { verifierTransmission } from './transmission-bilan.ts'
import type { Regle } from './regle.ts'

/** BIL-03: the same within a year of the signature (contract of 2024, article 3). */
export const BIL_03: Regle = {
  id: 'BIL-03',
  titre: 'La délibération sur le bilan est transmise dans l’année qui suit la signature',
  verifier: verifierTransmission,
}
