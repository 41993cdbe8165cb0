import { verifierEcart } from './delais.ts'
import type { Regle } from './regle.ts'

const UN_MOIS_ET_DEMI = 45

/** RET-03: the definitive document is there a month and a half before the assembly (annexe 3.2: 70 − 25 = 45 days). */
export const RET_03: Regle = {
  id: 'RET-03',
  titre: 'Le document définitif est prêt un mois et demi avant l’assemblée',
  verifier: (contexte) =>
    verifierEcart(contexte, {
      avant: { cle: 'document-definitif', nom: 'le document définitif' },
      apres: { cle: 'assemblee', nom: 'L’assemblée départementale' },
      auPlusTot: (jour) =>
        new Date(Date.parse(`${jour}T00:00:00Z`) + UN_MOIS_ET_DEMI * 86_400_000).toISOString().slice(0, 10),
      demande: 'le rétroplanning recommande un mois et demi',
    }),
}
