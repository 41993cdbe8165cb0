import { verifierEnvoi } from './echeances.ts'
import type { Regle } from './regle.ts'

/** CAL-04: the draft contract with settled amounts is sent to the DGCS in time (circular, I-B). */
export const CAL_04: Regle = {
  id: 'CAL-04',
  titre: 'Le projet de contrat est envoyé à temps à la DGCS',
  verifier: (contexte) => verifierEnvoi(contexte, 'projet-contrat', ['projet-contrat']),
}
