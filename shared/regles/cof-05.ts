import { verifierNonBaisse } from './non-baisse.ts'
import type { Regle } from './regle.ts'

/** COF-05 (and COF-07): own means for ASE and PMI are not reduced below the reference year (contrat-type, article 2.2.2). */
export const COF_05: Regle = {
  id: 'COF-05',
  titre: 'Les moyens propres du Département (ASE et PMI) ne baissent pas sous ceux de l’année de référence',
  couvre: ['COF-07'],
  verifier: verifierNonBaisse,
}
