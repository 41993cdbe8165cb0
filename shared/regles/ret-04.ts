import { verifierEcart } from './delais.ts'
import type { Regle } from './regle.ts'

/** RET-04: the contract takes effect on its signature or later (annexe 3.2; contrat-type, article 5). */
export const RET_04: Regle = {
  id: 'RET-04',
  titre: 'Le contrat ne prend pas effet avant sa signature',
  verifier: (contexte) =>
    verifierEcart(contexte, {
      avant: { cle: 'signature', nom: 'la signature' },
      apres: { cle: 'effet', nom: 'La prise d’effet' },
      auPlusTot: (jour) => jour,
      demande: 'le contrat prend effet à sa signature ou plus tard',
    }),
}
