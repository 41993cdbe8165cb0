import { verifierNonBaisse } from './non-baisse.ts'
import type { Regle } from './regle.ts'

/** COF-06: the same engagement in the contract of 2024, whose reference year is another (article 2.2.2). */
export const COF_06: Regle = {
  id: 'COF-06',
  titre:
    'Les moyens propres du Département (ASE et PMI) ne baissent pas sous ceux de la nouvelle année de référence',
  verifier: verifierNonBaisse,
}
