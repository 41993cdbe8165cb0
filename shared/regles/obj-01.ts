import { exigerMaximum } from './objectifs-retenus.ts'
import type { Regle } from './regle.ts'

/** OBJ-01: at most as many facultatifs as the circular opens (I-B: « jusqu'à 15 »). Numbers that it does not know are REF-01's matter. */
export const OBJ_01: Regle = {
  id: 'OBJ-01',
  titre: 'Le plan ne retient pas plus d’objectifs facultatifs que la circulaire n’en ouvre',
  verifier: exigerMaximum,
}
