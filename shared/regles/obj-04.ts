import { exigerImposes } from './objectifs-retenus.ts'
import type { Regle } from './regle.ts'

/** OBJ-04 (and OBJ-08, OBJ-10): the six objectifs that became obligatory from 2022 on, the five of the PMI among them (contract 2024, article 2.1). */
export const OBJ_04: Regle = {
  id: 'OBJ-04',
  titre: 'Tous les objectifs obligatoires sont servis par une action',
  couvre: ['OBJ-08', 'OBJ-10'],
  verifier: (contexte) => exigerImposes(contexte, 'obligatoire'),
}
