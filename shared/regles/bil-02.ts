import { verifierTransmission } from './transmission-bilan.ts'
import type { Regle } from './regle.ts'

/** BIL-02: deliberation on the report, sent to the préfet and to the ARS by 30 June of the next year (contrat-type, article 3). */
export const BIL_02: Regle = {
  id: 'BIL-02',
  titre: 'La délibération sur le bilan est transmise au préfet et à l’ARS dans les temps',
  verifier: verifierTransmission,
}
