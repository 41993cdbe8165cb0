import type { Evenement, StatutTransmission } from '../api-types.ts'
import { compte, fr } from './typographie.ts'

/** Where a version stands: saved, submitted, receipted. What is not saved yet is the draft. */
export type EtatVersion = 'enregistree' | 'soumise' | 'recue' | 'rejetee'

/** A submission is one from the request on, whatever the mail service has said since; a receipt ends it. */
const ETATS: Record<StatutTransmission, EtatVersion> = {
  preparee: 'soumise',
  'en-cours': 'soumise',
  envoyee: 'soumise',
  differee: 'soumise',
  incertaine: 'soumise',
  remise: 'recue',
  rejetee: 'rejetee',
  echouee: 'enregistree',
}

export const NOMS_ETATS: Readonly<
  Record<EtatVersion, { nom: string; couleur: 'informative' | 'brand' | 'success' | 'danger' }>
> = {
  enregistree: { nom: 'Enregistrée', couleur: 'informative' },
  soumise: { nom: 'Soumise', couleur: 'brand' },
  recue: { nom: 'Reçue', couleur: 'success' },
  rejetee: { nom: 'Rejetée', couleur: 'danger' },
}

export function etatVersion(envoi: StatutTransmission | undefined): EtatVersion {
  return envoi === undefined ? 'enregistree' : ETATS[envoi]
}

/** What a reader was shown beside the versions themselves. */
const PARTIES: Readonly<Record<string, string>> = {
  envois: 'Liste des envois',
  journal: 'Liste des événements',
  saisie: 'Saisie EUSurvey',
  transmissions: 'Transmission',
}

/** « Version 7 signée », « Version 7 envoyée (projet de contrat) », « Liste des versions vue ». */
export function direEvenement({ evenement, details }: Evenement): string {
  const { version, quoi, envoi } = details
  const la = typeof version === 'number' ? fr`Version ${version}` : 'Liste des versions'
  const nomme = typeof envoi === 'string' ? ` (${envoi})` : ''
  switch (evenement) {
    case 'vue': {
      const partie = typeof quoi === 'string' ? PARTIES[quoi] : undefined
      if (partie === undefined) return `${la} vue`
      return typeof version === 'number' ? fr`${partie} de la version ${version} : vue` : `${partie} : vue`
    }
    case 'telechargee':
      return typeof quoi === 'string' ? `${la} téléchargée (${quoi})` : `${la} téléchargée`
    case 'exportee':
      return 'Toutes les données exportées'
    case 'controlee':
      return `${la} contrôlée${direPoints(details)}`
    case 'justifiee':
      return `${la} justifiée (${compte(Number(details['justifications'] ?? 0), 'justification')})`
    case 'signee':
      return `${la} signée`
    case 'demandee':
      return `${la} soumise${nomme}`
    case 'envoyee':
      return `${la} envoyée${nomme}`
    case 'tranchee':
      return details['issue'] === 'renvoyer'
        ? `${la} à renvoyer, après vérification${nomme}`
        : `${la} dite reçue, après vérification${nomme}`
    case 'recue':
      return `${la} reçue${nomme}`
    case 'rejetee':
      return `${la} rejetée par le serveur du destinataire${nomme}`
    case 'plainte':
      return `${la} signalée comme indésirable par le destinataire${nomme}`
    case 'saisie':
      return `${la} saisie dans le formulaire`
  }
}

function direPoints({ bloquants, aJustifier }: Evenement['details']): string {
  const [graves, autres] = [Number(bloquants ?? 0), Number(aJustifier ?? 0)]
  if (graves === 0 && autres === 0) return ' (aucun point)'
  const points = [
    ...(graves > 0 ? [compte(graves, 'point bloquant', 'points bloquants')] : []),
    ...(autres > 0 ? [compte(autres, 'point à justifier', 'points à justifier')] : []),
  ]
  return ` (${points.join(', ')})`
}
