import { ajouterMois } from '../contrat/date.ts'
import { verifierEcart } from './delais.ts'
import type { Regle } from './regle.ts'

/** RET-02: two months from the final document to the signature (annexe 3.2); the model itself leaves 55 days. */
export const RET_02: Regle = {
  id: 'RET-02',
  titre: 'Deux mois séparent le document final de la signature',
  verifier: (contexte) =>
    verifierEcart(contexte, {
      avant: { cle: 'document-definitif', nom: 'le document définitif' },
      apres: { cle: 'signature', nom: 'La signature' },
      auPlusTot: (jour) => ajouterMois(jour, 2),
      demande: 'le rétroplanning recommande deux mois (son exemple en laisse 55 jours)',
    }),
}
