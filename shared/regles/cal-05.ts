import { verifierApresSignature } from './contrat-signe.ts'
import type { Regle } from './regle.ts'

/** CAL-05: the signed contract is sent once it is signed (circular, I-B); the circular writes no last day. */
export const CAL_05: Regle = {
  id: 'CAL-05',
  titre: 'Le contrat signé n’est pas envoyé avant sa signature',
  verifier: verifierApresSignature,
}
