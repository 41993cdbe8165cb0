import { jourDe } from '../contrat/acces.ts'
import { echeanceDe, jugerJour, verifierEnvoi } from './echeances.ts'
import type { Regle } from './regle.ts'

/** CAL-11: candidature and settled documents by the day of the instruction's heading (2024, échéance). */
export const CAL_11: Regle = {
  id: 'CAL-11',
  titre: 'La candidature est remise à la date du texte',
  verifier: (contexte) => {
    const echeance = echeanceDe(contexte, 'candidature')
    const lu = jourDe(contexte.annexes.contrat, 'candidature')
    if (!echeance || !lu) return verifierEnvoi(contexte, 'candidature', ['candidature'])
    return { constats: jugerJour(echeance, lu, 'Acte de candidature') }
  },
}
