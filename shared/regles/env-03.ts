import { verifierEnveloppe } from './eligibilite.ts'
import type { Regle } from './regle.ts'

/** ENV-03: the ONDAM médico-social pays for the objectifs that annexe 4 (I, IV-B) gives it, and for no other. */
export const ENV_03: Regle = {
  id: 'ENV-03',
  titre: 'L’ONDAM médico-social ne finance que les objectifs que le texte lui donne',
  verifier: (contexte) => verifierEnveloppe(contexte, 'ONDAM'),
}
