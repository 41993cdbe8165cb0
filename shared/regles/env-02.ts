import { verifierEnveloppe } from './eligibilite.ts'
import type { Regle } from './regle.ts'

/** ENV-02: the FIR pays for the objectifs that annexe 4 (I, II-B) gives it, and for no other. */
export const ENV_02: Regle = {
  id: 'ENV-02',
  titre: 'Le FIR ne finance que les objectifs que le texte lui donne',
  verifier: (contexte) => verifierEnveloppe(contexte, 'FIR'),
}
