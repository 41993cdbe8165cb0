import { verifierEnveloppe } from './eligibilite.ts'
import type { Regle } from './regle.ts'

/** ENV-01: programme 304 pays for the objectifs that annexe 4 (I, III-B) gives it, and for no other. */
export const ENV_01: Regle = {
  id: 'ENV-01',
  titre: 'Le programme 304 ne finance que les objectifs que le texte lui donne',
  verifier: (contexte) => verifierEnveloppe(contexte, 'P304'),
}
