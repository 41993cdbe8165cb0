import { exigerMaximum } from './objectifs-retenus.ts'
import type { Regle } from './regle.ts'

/** OBJ-05: the other objectifs are chosen among twelve (contract 2024, article 2.1). */
export const OBJ_05: Regle = {
  id: 'OBJ-05',
  titre: 'Le plan ne retient pas plus d’objectifs facultatifs que le contrat n’en ouvre',
  verifier: exigerMaximum,
}
