import { verifierEnvoi } from './echeances.ts'
import type { Regle, Resultat } from './regle.ts'

/** CAL-10: the draft contract and the plan d'action arrive before the délai de rigueur (instruction of 2024, documents à transmettre). */
export const CAL_10: Regle = {
  id: 'CAL-10',
  titre: 'Le projet de contrat et le plan d’action sont transmis avant le délai de rigueur',
  verifier: (contexte) =>
    joindre(
      verifierEnvoi(contexte, 'projet-contrat', ['projet-contrat']),
      verifierEnvoi(contexte, 'plan-action', ['plan-action']),
    ),
}

function joindre(a: Resultat, b: Resultat): Resultat {
  if ('sansObjet' in a) return b
  return 'sansObjet' in b ? a : { constats: [...a.constats, ...b.constats] }
}
