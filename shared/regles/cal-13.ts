import { verifierApresSignature } from './contrat-signe.ts'
import { echeanceDe, verifierEnvoi } from './echeances.ts'
import type { Regle } from './regle.ts'

/** CAL-13: the signed pieces are sent once signed, and by the last day that the instruction writes (2024). */
export const CAL_13: Regle = {
  id: 'CAL-13',
  titre: 'Les pièces signées sont envoyées après la signature et avant la date butoir',
  verifier: (contexte) => {
    const echeance = echeanceDe(contexte, 'contrat-signe')
    const butoir = verifierEnvoi(contexte, 'contrat-signe', echeance ? ['contrat-signe'] : [])
    const ordre = verifierApresSignature(contexte)
    if ('sansObjet' in butoir) return ordre
    return { constats: [...butoir.constats, ...('constats' in ordre ? ordre.constats : [])] }
  },
}
