import { jourDe } from '../contrat/acces.ts'
import { echeanceDe, jugerJour } from './echeances.ts'
import type { Regle } from './regle.ts'

/** CAL-01: the contract is signed before the day that the circular writes (introduction, I-B). */
export const CAL_01: Regle = {
  id: 'CAL-01',
  titre: 'Le contrat est signé avant la date du texte',
  verifier: (contexte) => {
    const echeance = echeanceDe(contexte, 'signature')
    const signature = jourDe(contexte.annexes.contrat, 'signature')
    if (!echeance || !signature) return { sansObjet: 'Aucune date de signature n’est à vérifier.' }
    return { constats: jugerJour(echeance, signature, 'Signature du contrat') }
  },
}
