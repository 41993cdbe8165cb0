import type { StatutTransmission } from '../api-types.ts'

const NOMS: Record<StatutTransmission, string> = {
  preparee: 'Transmission préparée',
  'en-cours': 'Transmission en cours',
  envoyee: 'Transmise',
  differee: 'Transmise, remise différée',
  remise: 'Transmise et remise',
  rejetee: 'Rejetée par le destinataire',
  incertaine: 'Transmission à vérifier',
  echouee: 'Transmission échouée',
}

/** A sending's state in two words, beside a version. */
export function direEnvoi(statut: StatutTransmission): string {
  return NOMS[statut]
}
