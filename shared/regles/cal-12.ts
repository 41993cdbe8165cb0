import { jourDe } from '../contrat/acces.ts'
import { echeanceDe, jugerJour, verifierEnvoi } from './echeances.ts'
import type { Regle } from './regle.ts'

/** CAL-12: a demand for credits of programme 304 after the délai de rigueur counts for nothing (instruction of 2024, P304). */
export const CAL_12: Regle = {
  id: 'CAL-12',
  titre: 'La demande de crédits du programme 304 est faite avant le délai de rigueur',
  verifier: (contexte) => {
    const echeance = echeanceDe(contexte, 'demande-p304')
    const lu = jourDe(contexte.annexes.contrat, 'demande-p304')
    if (!echeance || !lu) return verifierEnvoi(contexte, 'demande-p304', ['demande-p304'])
    return { constats: jugerJour(echeance, lu, 'Demande de crédits du programme 304') }
  },
}
